import type { SearchCard, SearchHit as HitDto } from '#contracts/search.js';
import type { Database } from '#platform/database/index.js';
import type { SearchDocument, SearchHit, TextSource } from '#platform/search/index.js';

export type Found = Pick<SearchHit, 'key' | 'distanceKm' | 'highlights'>;

interface Row extends Pick<HitDto, 'kind' | 'id'> {
  readonly key: string;
  readonly card: SearchCard;
  readonly texts: SearchDocument['texts'];
}

/**
 * The rows of what was found for one viewer, as the table of documents has them now: what has been hidden since is left
 * out. Each is read once, whether its texts are wanted first, to show matches in them, or its card.
 */
export class FoundRows {
  private readonly rows = new Map<string, Row | null>();

  constructor(
    private readonly database: Database,
    private readonly viewer: readonly string[],
  ) {}

  /** The texts but for the tags: those are most of them, and the index in memory has them. */
  readonly texts: TextSource = async (keys) => {
    await this.read(keys);
    return new Map(this.present(keys).map(({ key, texts }) => [key, texts]));
  };

  /** What hits show. */
  async cards(hits: readonly Found[]): Promise<HitDto[]> {
    await this.read(hits.map(({ key }) => key));
    return hits.flatMap(({ key, distanceKm, highlights }) => {
      const row = this.rows.get(key);
      if (!row) return [];
      const shown = highlights.map(({ field, texts }) => ({
        field,
        texts: texts.map((parts) => [...parts]),
      }));
      return [{ ...row.card, kind: row.kind, id: row.id, key, distanceKm, highlights: shown }];
    });
  }

  private present(keys: readonly string[]): Row[] {
    return keys.flatMap((key) => this.rows.get(key) ?? []);
  }

  private async read(keys: readonly string[]): Promise<void> {
    const wanted = keys.filter((key) => !this.rows.has(key));
    if (wanted.length === 0) return;
    for (const key of wanted) this.rows.set(key, null);
    // A document is unpacked once, not anew for each of its fields.
    const rows = await this.database.prepared<Row>(
      'found-rows',
      `select key, card, d.kind, subject_id id, d.texts - 'tags' texts
       from search_document,
         jsonb_to_record(document) as d(kind text, audience jsonb, "hiddenFrom" jsonb, texts jsonb)
       where key = any($1) and d.audience ?| $2 and not d."hiddenFrom" ?| $2`,
      [wanted, this.viewer],
    );
    for (const row of rows) this.rows.set(row.key, row);
  }
}
