import { Injectable } from '@nestjs/common';
import type { PatentContent } from '#contracts/patents.js';
import { Database } from '#platform/database/index.js';
import { Every } from '#platform/queue/index.js';
import { renewSearchText } from '#platform/search/stored-search-text.js';
import { searchText } from './search-text.js';

const A_MINUTE = 60_000;

@Injectable()
export class PatentsHandlers {
  constructor(private readonly database: Database) {}

  /** Patents that were written by an earlier version are found by what this one makes of their words. */
  @Every('patents.renew-search-text', A_MINUTE, 'heavy')
  async renewSearchText(): Promise<void> {
    await renewSearchText<{ id: string; content: PatentContent }>(this.database, {
      table: 'open_patent',
      columns: 'id, content',
      textOf: ({ content }) => searchText(content),
    });
  }
}
