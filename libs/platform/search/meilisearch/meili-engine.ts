import { Meilisearch, MeilisearchApiError, type EnqueuedTaskPromise } from 'meilisearch';
import {
  SearchUnavailable,
  type SearchChange,
  type SearchContents,
  type SearchEngine,
  type SearchFacet,
  type SearchLanguage,
  type SearchQuery,
  type SearchResult,
} from '../engine.js';
import { facetCounts, hitOf, suggestionOf, type FoundDocument } from './answer.js';
import { countRequest, oneOf, pageRequest } from './request.js';
import { languageSettings, settingsFor } from './settings.js';
import { storedDocument, type StoredDocument } from './stored-document.js';

export interface MeiliSettings {
  readonly url: string;
  readonly key: string | undefined;
  /** The index's name; the second one's is this and `-next`. */
  readonly index?: string;
}

/** A person waits for an answer; a task may take its time. */
const ASK_MS = 3_000;
const WRITE_MS = 60_000;
const TASK_MS = 600_000;
const BATCH = 1_000;
const NO_LANGUAGE: SearchLanguage = { synonyms: [], codes: [] };

/** Search by a Meilisearch server, through its official client. */
export class MeiliEngine implements SearchEngine {
  private readonly asking: Meilisearch;
  private readonly writing: Meilisearch;
  private readonly index: string;
  private language = NO_LANGUAGE;
  private isBuilding = false;

  constructor({ url, key, index = 'nakadachi-search' }: MeiliSettings) {
    const shared = { host: url, ...(key !== undefined && { apiKey: key }) };
    this.asking = new Meilisearch({ ...shared, timeout: ASK_MS });
    this.writing = new Meilisearch({
      ...shared,
      timeout: WRITE_MS,
      defaultWaitOptions: { timeout: TASK_MS, interval: 50 },
    });
    this.index = index;
  }

  async search(query: SearchQuery): Promise<SearchResult> {
    if (query.viewer.length === 0) return nothing(query.facets);
    const filtered = query.facets.filter((name) => query.filters.some((filter) => filter.name === name));
    const queries = [
      pageRequest(this.index, query),
      ...filtered.map((name) => countRequest(this.index, query, name)),
    ];
    const { results } = await reached(() =>
      this.asking.multiSearch<{ queries: typeof queries }, FoundDocument>({ queries }),
    );
    const [page, ...others] = results;
    const distributions = new Map(
      query.facets.map((name) => {
        const own = filtered.indexOf(name);
        return [name, (own < 0 ? page : others[own])?.facetDistribution?.[name]] as const;
      }),
    );
    const hits = (page?.hits ?? []).map((hit) => hitOf(hit, query));
    return {
      hits,
      total: sumOf(page?.facetDistribution?.['kind']),
      facets: Object.fromEntries([...distributions].map(([name, counts]) => [name, facetCounts(counts)])),
      suggestion: query.words.trim() === '' ? null : suggestionOf(query.words, hits),
    };
  }

  async count(queries: readonly SearchQuery[]): Promise<number[]> {
    const asked = queries.filter(({ viewer }) => viewer.length > 0);
    if (asked.length === 0) return queries.map(() => 0);
    const requests = asked.map((query) => countRequest(this.index, query, null));
    const { results } = await reached(() => this.asking.multiSearch({ queries: requests }));
    const counts = new Map(asked.map((query, i) => [query, sumOf(results[i]?.facetDistribution?.['kind'])]));
    return queries.map((query) => counts.get(query) ?? 0);
  }

  async apply(changes: readonly SearchChange[]): Promise<void> {
    await reached(async () => {
      await this.ensure(this.index);
      for (let i = 0; i < changes.length; i += BATCH) {
        const batch = changes.slice(i, i + BATCH);
        await this.write(this.index, batch);
        if (this.isBuilding) await this.write(this.next, batch);
      }
    });
  }

  async rebuild(
    batches: AsyncIterable<readonly SearchChange[]>,
    onProgress?: (done: number) => void,
  ): Promise<void> {
    await reached(async () => {
      await this.writing.deleteIndexIfExists(this.next);
      await this.create(this.next);
    });
    this.isBuilding = true;
    let done = 0;
    try {
      for await (const batch of batches) {
        await reached(() => this.write(this.next, batch));
        onProgress?.((done += batch.length));
      }
      await reached(async () => {
        await this.ensure(this.index);
        await settled(this.writing.swapIndexes([{ indexes: [this.index, this.next], rename: false }]));
      });
    } finally {
      this.isBuilding = false;
    }
    await reached(() => this.writing.deleteIndexIfExists(this.next));
  }

  /** The thesaurus changes what is found at once; no document is written anew. */
  async useLanguage(language: SearchLanguage): Promise<void> {
    this.language = language;
    await reached(async () => {
      await this.ensure(this.index);
      await settled(this.writing.index(this.index).updateSettings(languageSettings(language)));
    });
  }

  async contents(): Promise<SearchContents> {
    let [documents, marks] = [0, 0];
    for await (const batch of this.stored(['mark'])) {
      documents += batch.length;
      for (const { mark } of batch) marks += mark;
    }
    return { documents, marks };
  }

  async *versions(): AsyncGenerator<{ key: string; version: number }[]> {
    for await (const batch of this.stored(['key', 'version']))
      yield batch.map(({ key, version }) => ({ key, version }));
  }

  private get next(): string {
    return `${this.index}-next`;
  }

  private async *stored(fields: (keyof StoredDocument & string)[]): AsyncGenerator<StoredDocument[]> {
    await reached(() => this.ensure(this.index));
    for (let offset = 0; ; offset += BATCH) {
      const { results } = await reached(() =>
        this.writing
          .index<StoredDocument>(this.index)
          .getDocuments({ filter: 'gone = false', fields, limit: BATCH, offset }),
      );
      if (results.length > 0) yield results;
      if (results.length < BATCH) return;
    }
  }

  /** Writes what is newer than what is there; the server works off its tasks in order, and this waits for them. */
  private async write(index: string, changes: readonly SearchChange[]): Promise<void> {
    const latest = new Map<string, SearchChange>();
    for (const change of changes)
      if ((latest.get(change.key)?.version ?? -1) < change.version) latest.set(change.key, change);
    if (latest.size === 0) return;
    const { results } = await this.writing.index<StoredDocument>(index).getDocuments({
      filter: oneOf('key', [...latest.keys()]),
      fields: ['key', 'version'],
      limit: latest.size,
    });
    const present = new Map(results.map(({ key, version }) => [key, version]));
    const newer = [...latest.values()].filter(({ key, version }) => (present.get(key) ?? -1) < version);
    if (newer.length > 0)
      await settled(this.writing.index<StoredDocument>(index).addDocuments(newer.map(storedDocument)));
  }

  private async ensure(index: string): Promise<void> {
    try {
      await this.writing.getRawIndex(index);
    } catch (error) {
      if (!(error instanceof MeilisearchApiError) || error.cause?.code !== 'index_not_found') throw error;
      await this.create(index);
    }
  }

  private async create(index: string): Promise<void> {
    await settled(this.writing.createIndex(index, { primaryKey: 'key' }));
    await settled(this.writing.index(index).updateSettings(settingsFor(this.language)));
  }
}

const nothing = (facets: readonly SearchFacet[]): SearchResult => ({
  hits: [],
  total: 0,
  facets: Object.fromEntries(facets.map((name) => [name, []])),
  suggestion: null,
});

const sumOf = (counts: Record<string, number> | undefined): number =>
  Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0);

/** Waits until the server has done a task. */
async function settled(task: EnqueuedTaskPromise): Promise<void> {
  const { status, error } = await task.waitTask();
  if (status !== 'succeeded') throw new Error(`Meilisearch: ${error?.message ?? `the task ${status}`}`);
}

/** Errors of the network, of a server that is not ready, and of an index that is not there yet are no fault of ours. */
async function reached<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof MeilisearchApiError) {
      const isReady = error.response.status < 500 && error.cause?.code !== 'index_not_found';
      if (isReady) throw error;
    } else if (!(error instanceof Error) || !error.name.startsWith('Meilisearch')) throw error;
    throw new SearchUnavailable('The search server does not answer.', { cause: error });
  }
}
