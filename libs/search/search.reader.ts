import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { OutputOf } from '#contracts/endpoint.js';
import {
  savedQuery,
  searchKind,
  type SavedQuery,
  type searchApi,
  type SearchHit as HitDto,
  type searchQuery,
} from '#contracts/search.js';
import { findMunicipality, findPrefecture } from '#companies/index.js';
import type { Actor } from '#platform/auth/index.js';
import { Database, decodeCursor, encodeCursor } from '#platform/database/index.js';
import { MAX_DEPTH, type Place, type SearchQuery } from '#platform/search/index.js';
import { placeOf } from './documents/built.js';
import { FoundRows, type Found } from './found-rows.js';
import { countedFacets, filtersOf, wordsOf } from './search-filters.js';
import { Searcher } from './searcher.js';
import { spelledAsFound } from './spelled-as-found.js';
import { viewerTokens } from './viewer.policy.js';

type Query = z.output<typeof searchQuery>;

const QUICK_HITS = 4;
const nothing = savedQuery.parse({});
/** Of more words than these nobody looks for the one too many. */
const MOST_WORDS = 4;

/** The words without each of them in turn; nothing where there is only one. */
function withoutOne(words: string): string[] {
  const all = words.split(/[\s、,]+/).filter((word) => word !== '');
  if (all.length < 2 || all.length > MOST_WORDS) return [];
  return all.map((_, i) => all.filter((_word, other) => other !== i).join(' '));
}

@Injectable()
export class SearchReader {
  constructor(
    private readonly database: Database,
    private readonly searcher: Searcher,
  ) {}

  /** A page of what the viewer may see of what they look for, with counts. A made-up cursor shows the first page. */
  async search(actor: Actor, query: Query): Promise<OutputOf<typeof searchApi.search>> {
    const from = await this.placeFrom(actor, query.near);
    const [page] = decodeCursor(query.cursor) ?? [];
    const asked = this.engineQuery(actor, query, from, {
      facets: countedFacets,
      sort: query.sort,
      page: typeof page === 'number' && page >= 1 ? Math.floor(page) : 1,
      pageSize: query.limit,
    });
    const rows = new FoundRows(this.database, asked.viewer);
    const found = await this.searcher.search({ ...asked, texts: rows.texts });
    const reached = asked.page * query.limit;
    const hasMore = found.total > reached && reached + query.limit <= MAX_DEPTH;
    const items = await rows.cards(found.hits);
    return {
      items,
      nextCursor: hasMore ? encodeCursor([asked.page + 1]) : null,
      total: found.total,
      facets: Object.fromEntries(
        countedFacets.map((name) => [name, [...(found.facets[name] ?? [])]]),
      ) as never,
      suggestion: found.suggestion && spelledAsFound(found.suggestion, items),
      loosen: found.total > 0 ? [] : await this.loosen(asked),
      note: found.note,
    };
  }

  /** The best few of each kind while a person types; the kind with the best hit first. */
  async quick(actor: Actor, q: string): Promise<OutputOf<typeof searchApi.quick>> {
    const empty = { building: null, degraded: false };
    if (q === '') return { groups: [], suggestion: null, note: empty };
    const all = this.engineQuery(actor, { ...nothing, q }, null, { facets: ['kind'], pageSize: 1 });
    const first = await this.searcher.search(all);
    const kinds = first.facets.kind ?? [];
    const groups = await Promise.all(
      kinds.map(async ({ value, count }) => {
        const kind = searchKind.parse(value);
        const asked = this.engineQuery(actor, { ...nothing, q, kind }, null, { pageSize: QUICK_HITS });
        const rows = new FoundRows(this.database, asked.viewer);
        const { hits } = await this.searcher.search({ ...asked, texts: rows.texts });
        return { kind, total: count, items: await rows.cards(hits) };
      }),
    );
    const best = first.hits[0]?.kind;
    groups.sort((a, b) => Number(b.kind === best) - Number(a.kind === best));
    const { suggestion, note } = first;
    const items = groups.flatMap((group) => group.items);
    return { groups, suggestion: suggestion && spelledAsFound(suggestion, items), note };
  }

  /** The keys of what a saved search finds now, the newest first; what is new is told by comparing. */
  async keys(actor: Pick<Actor, 'role' | 'company'>, query: SavedQuery): Promise<string[]> {
    const from = await this.placeFrom(actor, query.near);
    const asked = this.engineQuery(actor, query, from, { sort: 'newest', pageSize: MAX_DEPTH });
    const { hits } = await this.searcher.search(asked);
    return hits.map(({ key }) => key);
  }

  /** What hits show, as the table of documents has it now: what has been hidden since is left out. */
  cards(viewer: readonly string[], hits: readonly Found[]): Promise<HitDto[]> {
    return new FoundRows(this.database, viewer).cards(hits);
  }

  /** How much there would be without one of the filters, one of the words, or all of them; the most first. */
  private async loosen(
    asked: SearchQuery,
  ): Promise<{ filter: string; left: string | null; count: number }[]> {
    const names = [...new Set(asked.filters.map(({ name }) => name))];
    const ways: { filter: string; left: string | null; query: SearchQuery }[] = names.map((filter) => ({
      ...{ filter, left: null },
      query: { ...asked, filters: asked.filters.filter(({ name }) => name !== filter) },
    }));
    if (asked.words !== '' && names.length > 0)
      ways.push({ filter: 'words', left: null, query: { ...asked, words: '' } });
    for (const left of withoutOne(asked.words))
      ways.push({ filter: 'words', left, query: { ...asked, words: left } });
    const counts = await this.searcher.count(ways.map(({ query }) => query));
    return ways
      .map(({ filter, left }, i) => ({ filter, left, count: counts[i] ?? 0 }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count);
  }

  private engineQuery(
    actor: Pick<Actor, 'role' | 'company'>,
    query: SavedQuery,
    from: Place | null,
    more: Partial<SearchQuery>,
  ): SearchQuery {
    return {
      words: wordsOf(query.q),
      viewer: viewerTokens(actor),
      filters: filtersOf(query, from),
      facets: [],
      sort: 'relevance',
      from,
      page: 1,
      pageSize: 20,
      texts: null,
      ...more,
    };
  }

  /** The place that a search measures from; null where it names none that is known. */
  private async placeFrom(actor: Pick<Actor, 'company'>, near: string | undefined): Promise<Place | null> {
    if (near === undefined) return null;
    if (near !== 'own') {
      const office = findMunicipality(near) ?? findPrefecture(near);
      return office ? { latitude: office.latitude, longitude: office.longitude } : null;
    }
    const [row] = await this.database.query<Parameters<typeof placeOf>[0]>(
      'select latitude, longitude, municipality, prefecture from company where id = $1',
      [actor.company?.id ?? null],
    );
    return row ? placeOf(row) : null;
  }
}
