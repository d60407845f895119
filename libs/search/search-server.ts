import { Inject, Injectable } from '@nestjs/common';
import type { AppConfig } from '#platform/config/index.js';
import type { SearchEngine } from '#platform/search/index.js';
import { CONFIG } from '#platform/resources.js';

/** The search server of the configuration; null where there is none. */
@Injectable()
export class SearchServer {
  readonly engine: SearchEngine | null = null;

  constructor(@Inject(CONFIG) _config: AppConfig) {}
}
