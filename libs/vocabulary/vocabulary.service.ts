import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { VocabularyContent, vocabularyAction } from '#contracts/vocabulary.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError, notFound, StaleError } from '#platform/http/index.js';
import { isEnough, isSameContent, tidied, unknownCodes } from './content-check.js';
import { shippedEntries } from './shipped/index.js';
import { vocabularyChanged } from './vocabulary.events.js';
import * as entities from './vocabulary.entity.js';
import { canEdit } from './vocabulary.policy.js';
import { VocabularyReader } from './vocabulary.reader.js';

type Action = z.output<typeof vocabularyAction>;
export type Edit = Pick<entities.VocabularyEntry, 'state' | 'content'>;
/** An entry as it is, and as it is to be: null where it is or becomes what was shipped, or nothing. */
export interface Change {
  readonly id: string;
  readonly action: Action;
  readonly before: VocabularyContent | null;
  readonly after: VocabularyContent | null;
}

/** More ids than this are not told with the event. */
const TOLD = 100;

/** What the support body does with entries. */
@Injectable()
export class VocabularyService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly reader: VocabularyReader,
  ) {}

  /** Adds an entry; answers with its id. Errors: `vocabulary/not-enough`, `request/invalid` for unknown codes. */
  async create(actor: Actor, given: VocabularyContent): Promise<string> {
    authorize(canEdit(actor));
    const content = demandSound(given);
    return this.database.transaction(async () => {
      const id = await this.insert(actor, { state: 'on', content });
      await this.tell(actor, [{ id, action: 'added', before: null, after: content }]);
      return id;
    });
  }

  /** Replaces an entry's words. Errors: as `create`, `request/stale`, `request/not-found`. */
  async update(actor: Actor, id: string, version: number, given: VocabularyContent): Promise<void> {
    const content = demandSound(given);
    await this.edit(actor, id, version, 'changed', (before) => ({ ...before, content }));
  }

  async switch(actor: Actor, id: string, version: number, state: 'on' | 'off'): Promise<void> {
    const action = state === 'on' ? 'switched-on' : 'switched-off';
    await this.edit(actor, id, version, action, (before) => ({ ...before, state }));
  }

  /** Makes an entry what was shipped. Error: `vocabulary/nothing-shipped` for one that was added here. */
  async restore(actor: Actor, id: string, version: number): Promise<void> {
    authorize(canEdit(actor));
    await this.database.transaction(async () => {
      const before = await this.locked(actor, id, version);
      const shipped = shippedEntries.get(id);
      if (!shipped) throw new AppError('vocabulary/nothing-shipped');
      if (before.version === 0) return;
      await this.database.repository(entities.VocabularyEntry).delete(id);
      await this.tell(actor, [{ id, action: 'restored', before: before.content, after: shipped }]);
    });
  }

  /** Adds a row in the caller's transaction; answers with its id. */
  async insert(actor: Actor, { state, content }: Edit, id?: string): Promise<string> {
    const row = this.database
      .repository(entities.VocabularyEntry)
      .create({ ...(id === undefined ? {} : { id }), state, content, version: 1, updatedBy: actor.userId });
    await this.database.repository(entities.VocabularyEntry).insert(row);
    return row.id;
  }

  /** Replaces or overlays an entry in the caller's transaction; `version` is the one that it has. */
  async replace(actor: Actor, id: string, version: number, { state, content }: Edit): Promise<void> {
    if (version === 0) await this.insert(actor, { state, content }, id);
    else
      await this.database
        .repository(entities.VocabularyEntry)
        .update(
          { id },
          { state, content, version: version + 1, updatedBy: actor.userId, updatedAt: new Date() },
        );
  }

  /** Keeps what was done, raises the version and records the event, in the caller's transaction. */
  async tell(actor: Actor, changes: readonly Change[]): Promise<void> {
    await this.database.query(
      `insert into vocabulary_change (entry_id, actor_id, action, before, after)
       select r.id, $2, r.action, nullif(r.before, 'null'), nullif(r.after, 'null')
       from jsonb_to_recordset($1) r(id uuid, action text, before jsonb, after jsonb)`,
      [JSON.stringify(changes), actor.userId],
    );
    const [state] = await this.database.query<{ version: number }>(
      `update vocabulary_state set version = nextval('vocabulary_version') returning version`,
    );
    const entryIds = changes.slice(0, TOLD).map(({ id }) => id);
    await this.events.record(
      vocabularyChanged,
      { entryIds, entries: changes.length, version: state?.version ?? 0 },
      { subjectId: changes[0]?.id ?? null, actor },
    );
  }

  /** One edit at a time: locks the vocabulary until the transaction ends. */
  async lock(): Promise<void> {
    await this.database.query('select 1 from vocabulary_state for update');
  }

  private async edit(
    actor: Actor,
    id: string,
    version: number,
    action: Action,
    decide: (before: Edit) => Edit,
  ): Promise<void> {
    authorize(canEdit(actor));
    await this.database.transaction(async () => {
      const before = await this.locked(actor, id, version);
      const after = decide(before);
      if (after.state === before.state && isSameContent(after.content, before.content)) return;
      await this.replace(actor, id, before.version, after);
      await this.tell(actor, [{ id, action, before: before.content, after: after.content }]);
    });
  }

  private async locked(actor: Actor, id: string, version: number): Promise<Edit & { version: number }> {
    await this.lock();
    const row = await this.database.repository(entities.VocabularyEntry).findOne({ where: { id } });
    const shipped = shippedEntries.get(id);
    if (!row && !shipped) throw notFound();
    const present = row ?? { state: 'on' as const, content: shipped as VocabularyContent, version: 0 };
    if (present.version !== version) throw new StaleError(await this.reader.get(actor, id));
    return { state: present.state, content: present.content, version: present.version };
  }
}

function demandSound(given: VocabularyContent): VocabularyContent {
  const content = tidied(given);
  const [unknown] = unknownCodes(content);
  if (unknown) throw new AppError('request/invalid', {}, { codes: 'request/not-found' });
  if (!isEnough(content))
    throw new AppError('vocabulary/not-enough', {}, { tradeJa: 'vocabulary/not-enough' });
  return content;
}
