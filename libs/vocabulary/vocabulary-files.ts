import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { BothLanguages, Language } from '#contracts/shapes.js';
import type { vocabularyApi, VocabularyImport } from '#contracts/vocabulary.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import type { FileAnswer } from '#platform/http/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import { readTable, tableMime, writeTable, type TableFile } from '#platform/spreadsheet/index.js';
import { isEnough, isSameContent, tidied, unknownCodes } from './content-check.js';
import { ThesaurusReader, type StoredEntry } from './thesaurus.reader.js';
import {
  fromRow,
  headers,
  notEnough,
  notThere,
  toRow,
  unknownCode,
  type ReadEntry,
} from './vocabulary-columns.js';
import { canEdit } from './vocabulary.policy.js';
import { VocabularyReader } from './vocabulary.reader.js';
import { VocabularyService, type Change } from './vocabulary.service.js';

type ExportQuery = z.output<typeof vocabularyApi.export.query>;

const SHOWN_PROBLEMS = 100;

/** The vocabulary as a file, and back. */
@Injectable()
export class VocabularyFiles {
  constructor(
    private readonly database: Database,
    private readonly reader: VocabularyReader,
    private readonly thesaurus: ThesaurusReader,
    private readonly service: VocabularyService,
  ) {}

  /** What a search finds, as a download. */
  async file(query: ExportQuery, language: Language): Promise<FileAnswer> {
    const { mime, extension } = tableMime[query.format];
    const rows = (await this.reader.found(query)).map((entry) => toRow(entry, language));
    return {
      name: `${language === 'ja' ? '用語' : 'vocabulary'}-${todayInJapan()}.${extension}`,
      mime,
      content: writeTable(query.format, headers(language), rows, {
        sheet: language === 'ja' ? '用語' : 'Vocabulary',
      }),
    };
  }

  /**
   * Takes in the rows of a file that are sound, all in one transaction; in a dry run only tells what would come. A row
   * with an entry's id changes it, a row without one adds unless an entry says the same already. Errors:
   * `import/empty-file`, `import/old-excel`, `import/too-large`, `import/unreadable`.
   */
  async import(actor: Actor, file: TableFile, dryRun: boolean): Promise<VocabularyImport> {
    authorize(canEdit(actor));
    const rows: { line: number; entry?: ReadEntry; problem?: BothLanguages }[] = [];
    for await (const row of readTable(file)) rows.push({ line: row.line, ...fromRow(row) });
    const { entries } = await this.thesaurus.vocabulary();
    const present = new Map(entries.map((entry) => [entry.id, entry]));
    const problems: VocabularyImport['problems'] = [];
    const sound: ReadEntry[] = [];
    for (const { line, entry, problem } of rows) {
      const wrong = problem ?? (entry ? problemOf(entry, present) : undefined);
      if (wrong) problems.push({ line, reasonJa: wrong.ja, reasonEn: wrong.en });
      else if (entry) sound.push({ ...entry, content: tidied(entry.content) });
    }
    const { added, changed } = differences(sound, entries, present);
    if (!dryRun && added.length + changed.length > 0) await this.write(actor, added, changed);
    return {
      dryRun,
      added: added.length,
      changed: changed.length,
      unchanged: sound.length - added.length - changed.length,
      failed: problems.length,
      problems: problems.slice(0, SHOWN_PROBLEMS),
    };
  }

  private async write(
    actor: Actor,
    added: readonly ReadEntry[],
    changed: readonly ReadEntry[],
  ): Promise<void> {
    await this.database.transaction(async () => {
      await this.service.lock();
      const versions = await this.database.query<{ id: string; version: number; content: never }>(
        'select id, version, content from vocabulary_entry where id = any($1)',
        [changed.map(({ id }) => id)],
      );
      const rows = new Map(versions.map((row) => [row.id, row]));
      const changes: Change[] = [];
      for (const entry of changed) {
        const row = rows.get(entry.id);
        await this.service.replace(actor, entry.id, row?.version ?? 0, entry);
        changes.push({
          id: entry.id,
          action: 'imported',
          before: row?.content ?? null,
          after: entry.content,
        });
      }
      for (const entry of added) {
        const id = await this.service.insert(actor, entry);
        changes.push({ id, action: 'imported', before: null, after: entry.content });
      }
      await this.service.tell(actor, changes);
    });
  }
}

function problemOf(
  { id, content }: ReadEntry,
  present: ReadonlyMap<string, unknown>,
): BothLanguages | undefined {
  if (id !== '' && !present.has(id)) return notThere;
  const [code] = unknownCodes(content);
  if (code !== undefined) return unknownCode(code);
  return isEnough(content) ? undefined : notEnough;
}

/** Of the rows those that add something and those that change something; of rows for one entry the last counts. */
function differences(
  rows: readonly ReadEntry[],
  entries: readonly StoredEntry[],
  present: ReadonlyMap<string, StoredEntry>,
): { added: ReadEntry[]; changed: ReadEntry[] } {
  const byId = new Map(rows.filter(({ id }) => id !== '').map((row) => [row.id, row]));
  const changed = [...byId.values()].filter((row) => {
    const before = present.get(row.id);
    return !before || before.state !== row.state || !isSameContent(before.content, row.content);
  });
  const said = new Set(entries.map(({ content }) => JSON.stringify(sorted(content))));
  const added: ReadEntry[] = [];
  for (const row of rows) {
    const told = JSON.stringify(sorted(row.content));
    if (row.id !== '' || said.has(told)) continue;
    said.add(told);
    added.push(row);
  }
  return { added, changed };
}

const sorted = (content: object): [string, unknown][] =>
  Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1));
