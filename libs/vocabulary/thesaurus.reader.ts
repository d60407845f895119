import { Injectable } from '@nestjs/common';
import type { VocabularyContent } from '#contracts/vocabulary.js';
import { Database } from '#platform/database/index.js';
import type { Entry } from './entry.js';
import { shippedEntries } from './shipped/index.js';
import { Thesaurus } from './thesaurus.js';

/** An entry in force, with what is known of its row. */
export interface StoredEntry extends Entry {
  readonly shipped: VocabularyContent | null;
  readonly version: number;
  readonly updatedAt: Date | null;
  readonly updatedBy: string | null;
}

export interface Vocabulary {
  readonly version: number;
  readonly entries: readonly StoredEntry[];
  readonly thesaurus: Thesaurus;
}

type Row = Pick<StoredEntry, 'id' | 'state' | 'content' | 'version' | 'updatedAt' | 'updatedBy'>;

/**
 * The vocabulary in this process's memory. Each question costs one look at its version, so that an edit counts from the
 * next question on, in every process.
 */
@Injectable()
export class ThesaurusReader {
  private loaded: Vocabulary | null = null;

  constructor(private readonly database: Database) {}

  /** What words are understood as, now. Not inside a transaction that changes entries. */
  async thesaurus(): Promise<Thesaurus> {
    return (await this.vocabulary()).thesaurus;
  }

  /** Every entry in force with its thesaurus; the same object while nothing changes. */
  async vocabulary(): Promise<Vocabulary> {
    const version = await this.version();
    if (this.loaded?.version !== version) this.loaded = await this.load(version);
    return this.loaded;
  }

  private async version(): Promise<number> {
    const [state] = await this.database.query<{ version: number }>('select version from vocabulary_state');
    return state?.version ?? 0;
  }

  private async load(version: number): Promise<Vocabulary> {
    const rows = await this.database.query<Row>(
      `select e.id, e.state, e.content, e.version, e.updated_at "updatedAt", u.name "updatedBy"
       from vocabulary_entry e join app_user u on u.id = e.updated_by`,
    );
    const entries = inForce(rows);
    return { version, entries, thesaurus: new Thesaurus(entries, version) };
  }
}

/** Shipped entries, each as the row of its id says, and those that were added. */
export function inForce(rows: readonly Row[]): StoredEntry[] {
  const edited = new Map(rows.map((row) => [row.id, row]));
  const shipped = [...shippedEntries].map(([id, content]): StoredEntry => {
    const row = edited.get(id);
    if (row) return { ...row, source: 'edited', shipped: content };
    const untouched = {
      state: 'on',
      source: 'shipped',
      version: 0,
      updatedAt: null,
      updatedBy: null,
    } as const;
    return { ...untouched, id, content, shipped: content };
  });
  const own = rows
    .filter(({ id }) => !shippedEntries.has(id))
    .map((row): StoredEntry => ({ ...row, source: 'own', shipped: null }));
  return [...own, ...shipped];
}
