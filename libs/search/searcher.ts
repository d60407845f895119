import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { searchNote } from '#contracts/search.js';
import { LOG, type Log } from '#platform/logging/index.js';
import {
  SearchUnavailable,
  type SearchEngine,
  type SearchQuery,
  type SearchResult,
} from '#platform/search/index.js';
import { MemoryIndex } from './memory-index.js';
import { SearchServer } from './search-server.js';

type Note = z.output<typeof searchNote>;

/** So long nobody asks a search server again that did not answer. */
const PAUSE_MS = 10_000;

/** Asks the search server where there is one, else the index in memory; the latter too while the server is away. */
@Injectable()
export class Searcher {
  private awayUntil = 0;

  constructor(
    private readonly memory: MemoryIndex,
    private readonly server: SearchServer,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async search(query: SearchQuery): Promise<SearchResult & { note: Note }> {
    const { answer, note } = await this.ask((engine) => engine.search(query));
    return { ...answer, note };
  }

  async count(queries: readonly SearchQuery[]): Promise<number[]> {
    return queries.length === 0 ? [] : (await this.ask((engine) => engine.count(queries))).answer;
  }

  private async ask<T>(question: (engine: SearchEngine) => Promise<T>): Promise<{ answer: T; note: Note }> {
    const { engine: server } = this.server;
    if (server && Date.now() > this.awayUntil) {
      try {
        return { answer: await question(server), note: { building: null, degraded: false } };
      } catch (error) {
        if (!(error instanceof SearchUnavailable)) throw error;
        this.awayUntil = Date.now() + PAUSE_MS;
        this.log.warn({ err: error }, 'The search server does not answer; the index in memory does.');
      }
    }
    this.memory.warmUp();
    await this.memory.refresh();
    const answer = await question(this.memory.engine);
    return { answer, note: { building: this.memory.progress, degraded: server !== null } };
  }
}
