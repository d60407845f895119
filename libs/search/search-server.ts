import { Inject, Injectable } from '@nestjs/common';
import type { AppConfig } from '#platform/config/index.js';
import { CONFIG } from '#platform/resources.js';
import { MeiliEngine, type SearchEngine } from '#platform/search/index.js';

/** The search server of the configuration; null where there is none. */
@Injectable()
export class SearchServer {
  readonly engine: SearchEngine | null;
  readonly url: string;

  constructor(@Inject(CONFIG) { search }: Pick<AppConfig, 'search'>) {
    this.engine = search.meili ? new MeiliEngine(search.meili) : null;
    this.url = search.meili?.url ?? '';
  }
}
