import { z } from 'zod';
import { Injectable } from '@nestjs/common';
import { id } from '#contracts/shapes.js';
import type { Database } from './database/index.js';
import { defineEvent, type Events } from './events/index.js';
import { Clamd, type FileStore } from './files/index.js';
import type { Log } from './logging/index.js';
import type { AppConfig } from './config/index.js';
import { Every } from './queue/index.js';

const THREE_SECONDS = 3_000;
const AT_ONCE = 20;

export const fileScanned = defineEvent(
  'file.scanned',
  z.object({
    fileId: id,
    scan: z.enum(['clean', 'infected']),
    /** Who sent it. */
    by: id.nullable().default(null),
  }),
);

interface Needed {
  readonly config: AppConfig;
  readonly database: Database;
  readonly files: FileStore;
  readonly log: Log;
}

/** Puts waiting files to the virus scanner. Without a verdict they go on waiting: nothing unseen is let through. */
@Injectable()
export class FileScans {
  private readonly clamd: Clamd | null;

  constructor(
    private readonly needed: Needed,
    private readonly events: Events,
  ) {
    const { clamdUrl } = needed.config.files;
    this.clamd = clamdUrl === undefined ? null : new Clamd(clamdUrl);
  }

  /**
   * A run ends where the scanner fails, so that it is not asked in vain for each file; in any order, so that one that it
   * cannot take keeps none of the others waiting.
   */
  @Every('platform.scan-files', THREE_SECONDS, 'heavy')
  async scanWaiting(): Promise<void> {
    if (!this.clamd) return;
    const rows = await this.needed.database.query<{ id: string }>(
      `select id from stored_file where scan = 'waiting' order by random() limit ${AT_ONCE}`,
    );
    for (const row of rows) if (!(await this.scan(this.clamd, row.id))) return;
  }

  /** Whether there was a verdict. */
  private async scan(clamd: Clamd, fileId: string): Promise<boolean> {
    const { database, files, log } = this.needed;
    try {
      const verdict = await clamd.scan((await files.get(fileId)).stream);
      const scan = verdict.infected ? 'infected' : 'clean';
      if (verdict.infected) log.warn({ fileId, signature: verdict.name }, 'virus found in a file');
      await database.transaction(async () => {
        const [changed] = await database.query<{ by: string | null }>(
          `update stored_file set scan = $2 where id = $1 and scan = 'waiting' returning created_by "by"`,
          [fileId, scan],
        );
        if (!changed) return;
        const { by } = changed;
        await this.events.record(fileScanned, { fileId, scan, by }, { subjectId: fileId, actor: null });
      });
      return true;
    } catch (error) {
      log.error({ err: error, fileId }, 'a file could not be scanned and goes on waiting');
      return false;
    }
  }
}
