import { Injectable } from '@nestjs/common';
import type { OutputOf } from '#contracts/endpoint.js';
import type { Page } from '#contracts/shapes.js';
import {
  vocabularyKinds,
  type UnderstoodWord,
  type VocabularyChange,
  type VocabularyEntry,
  type VocabularyQuery,
  type vocabularyApi,
} from '#contracts/vocabulary.js';
import type { Actor } from '#platform/auth/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { found } from '#platform/http/index.js';
import { normalise, searchWords } from '#platform/search/index.js';
import { ThesaurusReader, type StoredEntry } from './thesaurus.reader.js';
import { canEdit } from './vocabulary.policy.js';

type Filters = Omit<VocabularyQuery, 'cursor' | 'limit'>;

/** What the editor's screens show. */
@Injectable()
export class VocabularyReader {
  constructor(
    private readonly database: Database,
    private readonly reader: ThesaurusReader,
  ) {}

  /** Entries added here first, latest first; then edited ones, then the shipped ones in their order. */
  async list(actor: Actor, query: VocabularyQuery): Promise<OutputOf<typeof vocabularyApi.list>> {
    const hits = await this.found(query);
    const [after] = decodeCursor(query.cursor) ?? [];
    const from = typeof after === 'string' ? hits.findIndex(({ id }) => id === after) + 1 : 0;
    const page = pageFrom(
      hits.slice(from, from + query.limit + 1),
      query.limit,
      ({ id }) => [id],
      (entry) => toDto(actor, entry),
      hits.length,
    );
    const ofEveryKind = await this.found({ ...query, kind: [] });
    const kind = vocabularyKinds
      .map((value) => ({ value, count: ofEveryKind.filter(({ content }) => content.kind === value).length }))
      .filter(({ count }) => count > 0);
    return { ...page, facets: { kind }, can: { add: canEdit(actor) } };
  }

  /** 404 for an id that is neither shipped nor added. */
  async get(actor: Actor, id: string): Promise<VocabularyEntry> {
    const { entries } = await this.reader.vocabulary();
    return toDto(actor, found(entries.find((entry) => entry.id === id) ?? null));
  }

  async history(
    actor: Actor,
    id: string,
    page: { cursor?: string | undefined; limit: number },
  ): Promise<Page<VocabularyChange>> {
    await this.get(actor, id);
    const [after] = decodeCursor(page.cursor) ?? [];
    const rows = await this.database.query<Omit<VocabularyChange, 'at'> & { at: Date }>(
      `select h.id, h.at, u.name "by", h.action, h.before, h.after
       from vocabulary_change h join app_user u on u.id = h.actor_id
       where h.entry_id = $1 and ($2::text is null or h.id < $2::uuid) order by h.id desc limit $3`,
      [id, after ?? null, page.limit + 1],
    );
    return pageFrom(
      rows,
      page.limit,
      (row) => [row.id],
      (row) => ({ ...row, at: row.at.toISOString() }),
    );
  }

  async understand(q: string): Promise<{ items: UnderstoodWord[] }> {
    const { understood } = (await this.reader.thesaurus()).expand(q);
    return { items: [...understood] };
  }

  /** Entries that have all the words of the question, in the order of the list. */
  async found({ q, kind, state, source }: Filters): Promise<StoredEntry[]> {
    const { entries } = await this.reader.vocabulary();
    const words = searchWords(q);
    return entries
      .filter(
        (entry) =>
          (kind.length === 0 || kind.includes(entry.content.kind)) &&
          (state === undefined || entry.state === state) &&
          (source === undefined || entry.source === source) &&
          (words.length === 0 || says(entry, words)),
      )
      .sort(byPlace);
  }
}

const places = { own: 0, edited: 1, shipped: 2 };

function byPlace(a: StoredEntry, b: StoredEntry): number {
  const place = places[a.source] - places[b.source];
  return place !== 0 ? place : (b.updatedAt?.getTime() ?? 0) - (a.updatedAt?.getTime() ?? 0);
}

function says({ content }: StoredEntry, words: readonly string[]): boolean {
  const { tradeJa, tradeEn, patentJa, patentEn, codes, note } = content;
  const text = normalise([...tradeJa, ...tradeEn, ...patentJa, ...patentEn, ...codes, note].join('、'));
  return words.every((word) => text.includes(word));
}

function toDto(actor: Actor, entry: StoredEntry): VocabularyEntry {
  return {
    id: entry.id,
    state: entry.state,
    source: entry.source,
    content: entry.content,
    shipped: entry.source === 'edited' ? entry.shipped : null,
    updatedAt: entry.updatedAt?.toISOString() ?? null,
    updatedBy: entry.updatedBy,
    version: entry.version,
    can: { edit: canEdit(actor), restore: canEdit(actor) && entry.source === 'edited' },
  };
}
