import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { filterCheck, Refused, type Stored } from './meili-filter.js';
import { searchIndex, type Index } from './meili-search.js';

export const STAND_IN_KEY = 'a key of the stand-in';

/** One request, as it came. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

export interface MeiliStandIn {
  readonly url: string;
  readonly exchanges: Exchange[];
  /** While true every request is answered with 503. */
  away: boolean;
  close(): Promise<void>;
}

const SEARCH_KEYS =
  'q filter facets sort page hitsPerPage limit offset attributesToRetrieve attributesToHighlight highlightPreTag highlightPostTag matchingStrategy locales attributesToCrop cropLength cropMarker attributesToSearchOn showMatchesPosition showRankingScore rankingScoreThreshold distinct';
const SETTING_KEYS =
  'searchableAttributes filterableAttributes sortableAttributes rankingRules localizedAttributes typoTolerance faceting pagination synonyms dictionary stopWords separatorTokens nonSeparatorTokens displayedAttributes distinctAttribute proximityPrecision searchCutoffMs prefixSearch facetSearch';
const RULES = ['words', 'typo', 'proximity', 'attribute', 'sort', 'exactness'];

/** Refuses what the documentation does not name, as the server does. */
function only(body: unknown, keys: string): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Refused('bad_request', 'An object is expected.');
  for (const key of Object.keys(body))
    if (!keys.split(' ').includes(key)) throw new Refused('bad_request', `Unknown field \`${key}\`.`);
  return body as Record<string, unknown>;
}

/**
 * A server that speaks the documented API of Meilisearch 1.22 as far as the adapter uses it, and refuses everything
 * else: unknown paths, fields and values, requests without the key, filters on what is not filterable.
 */
class StandIn {
  private readonly indexes = new Map<string, Index>();
  private readonly tasks: Record<string, unknown>[] = [];

  answer({ method, path, body }: Exchange): unknown {
    const [, first, uid = '', ...rest] = path.split('/');
    const route = `${method} /${[first, uid && ':uid', ...rest].filter(Boolean).join('/')}`;
    switch (route) {
      case 'GET /health':
        return { status: 'available' };
      case 'POST /indexes':
        return this.create(only(body, 'uid primaryKey'));
      case 'GET /indexes/:uid':
        return { uid, primaryKey: this.index(uid).primaryKey, createdAt: NOW, updatedAt: NOW };
      case 'DELETE /indexes/:uid':
        return this.task('indexDeletion', uid, () => {
          if (!this.indexes.delete(uid)) throw notFound(uid);
        });
      case 'PATCH /indexes/:uid/settings':
        return this.settings(uid, only(body, SETTING_KEYS));
      case 'POST /indexes/:uid/documents':
        return this.add(uid, body);
      case 'POST /indexes/:uid/documents/fetch':
        return this.fetch(uid, only(body, 'ids fields filter limit offset retrieveVectors sort'));
      case 'POST /multi-search':
        return this.multiSearch(only(body, 'queries federation'));
      case 'POST /swap-indexes':
        return this.swap(body);
      case 'GET /tasks/:uid': {
        const task = this.tasks[Number(uid)];
        if (!task) throw new Refused('task_not_found', `Task ${uid} is not there.`, 404);
        return task;
      }
      default:
        throw new Refused('not_found', `There is no ${method} ${path}.`, 404);
    }
  }

  private index(uid: string): Index {
    const index = this.indexes.get(uid);
    if (!index) throw notFound(uid);
    return index;
  }

  /** Every change is a task: it is taken, done, and its outcome is asked for. */
  private task(type: string, indexUid: string | null, work: () => void): Stored {
    const uid = this.tasks.length;
    const task: Record<string, unknown> = {
      uid,
      type,
      indexUid,
      status: 'succeeded',
      error: null,
      enqueuedAt: NOW,
    };
    this.tasks.push(task);
    try {
      work();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      Object.assign(task, { status: 'failed', error: errorBody(error) });
    }
    return { taskUid: uid, indexUid, status: 'enqueued', type, enqueuedAt: NOW };
  }

  private create({ uid, primaryKey }: Record<string, unknown>): Stored {
    if (typeof uid !== 'string' || !/^[\w-]{1,400}$/.test(uid))
      throw new Refused('invalid_index_uid', 'uid?');
    return this.task('indexCreation', uid, () => {
      if (this.indexes.has(uid)) throw new Refused('index_already_exists', `${uid} is there.`);
      const settings = { pagination: { maxTotalHits: 1_000 } };
      this.indexes.set(uid, { primaryKey: String(primaryKey), documents: new Map(), settings });
    });
  }

  private settings(uid: string, settings: Record<string, unknown>): Stored {
    for (const rule of (settings['rankingRules'] ?? []) as string[])
      if (!RULES.includes(rule) && !/^\w+:(asc|desc)$/.test(rule))
        throw new Refused('invalid_settings_ranking_rules', `${rule} is no ranking rule.`);
    for (const { attributePatterns, locales } of (settings['localizedAttributes'] ?? []) as Record<
      string,
      string[]
    >[])
      if (!attributePatterns?.length || !locales?.every((locale) => /^[a-z]{3}$/.test(locale)))
        throw new Refused(
          'invalid_settings_localized_attributes',
          'attributePatterns and locales are needed.',
        );
    return this.task('settingsUpdate', uid, () => Object.assign(this.index(uid).settings, settings));
  }

  private add(uid: string, body: unknown): Stored {
    if (!Array.isArray(body)) throw new Refused('malformed_payload', 'An array of documents is expected.');
    return this.task('documentAdditionOrUpdate', uid, () => {
      const { documents, primaryKey } = this.index(uid);
      for (const document of body as Stored[]) {
        const id = document[primaryKey];
        if (typeof id !== 'string' || !/^[\w-]{1,511}$/.test(id))
          throw new Refused('invalid_document_id', `${String(id)} is no document id.`);
        documents.set(id, document);
      }
    });
  }

  private fetch(uid: string, request: Record<string, unknown>): Stored {
    const { documents, settings, primaryKey } = this.index(uid);
    const check = filterCheck(
      request['filter'],
      new Set((settings['filterableAttributes'] ?? []) as string[]),
    );
    const ids = request['ids'] as string[] | undefined;
    const {
      offset = 0,
      limit = 20,
      fields,
    } = request as { offset?: number; limit?: number; fields?: string[] };
    const found = [...documents.values()].filter(
      (document) => check(document) && (!ids || ids.includes(String(document[primaryKey]))),
    );
    const results = found
      .slice(offset, offset + limit)
      .map((document) =>
        fields
          ? Object.fromEntries(fields.flatMap((name) => (name in document ? [[name, document[name]]] : [])))
          : document,
      );
    return { results, offset, limit, total: found.length };
  }

  private multiSearch({ queries }: Record<string, unknown>): Stored {
    if (!Array.isArray(queries)) throw new Refused('missing_multi_search_queries', 'queries?');
    const results = queries.map((query: unknown) => {
      const { indexUid, ...request } = only(query, `indexUid ${SEARCH_KEYS}`);
      const { matchingStrategy = 'last', locales = [] } = request as {
        matchingStrategy?: string;
        locales?: string[];
      };
      if (!['last', 'all', 'frequency'].includes(matchingStrategy))
        throw new Refused('invalid_search_matching_strategy', matchingStrategy);
      if (!locales.every((locale) => /^[a-z]{2,3}$/.test(locale)))
        throw new Refused('invalid_search_locales', 'locales?');
      return { indexUid, ...searchIndex(this.index(String(indexUid)), request) };
    });
    return { results };
  }

  private swap(body: unknown): Stored {
    if (!Array.isArray(body)) throw new Refused('bad_request', 'An array is expected.');
    return this.task('indexSwap', null, () => {
      for (const one of body) {
        const [a, b] = only(one, 'indexes rename')['indexes'] as [string, string];
        const [first, second] = [this.index(a), this.index(b)];
        this.indexes.set(a, second).set(b, first);
      }
    });
  }
}

const NOW = '2026-11-26T00:00:00Z';
const notFound = (uid: string) => new Refused('index_not_found', `Index \`${uid}\` not found.`, 404);
const errorBody = ({ code, message }: Refused) => ({ message, code, type: 'invalid_request', link: '' });

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return undefined;
  if (!(request.headers['content-type'] ?? '').startsWith('application/json'))
    throw new Refused('invalid_content_type', 'JSON is expected.', 415);
  return JSON.parse(text) as unknown;
}

export async function startMeiliStandIn(): Promise<MeiliStandIn> {
  const standIn = new StandIn();
  const exchanges: Exchange[] = [];
  const state = { away: false };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const send = (status: number, body: unknown) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    try {
      const exchange = {
        method: request.method ?? '',
        path: (request.url ?? '').split('?')[0] ?? '',
        body: await bodyOf(request),
      };
      if (state.away) return send(503, { message: 'away', code: 'internal', type: 'internal', link: '' });
      if (request.headers.authorization !== `Bearer ${STAND_IN_KEY}`)
        return send(403, errorBody(new Refused('invalid_api_key', 'The key is wrong.')));
      exchanges.push(exchange);
      const body = standIn.answer(exchange);
      send(exchange.method === 'GET' || /search|fetch/.test(exchange.path) ? 200 : 202, body);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      send(error.status, errorBody(error));
    }
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges,
    get away() {
      return state.away;
    },
    set away(away) {
      state.away = away;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
