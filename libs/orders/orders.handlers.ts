import { Injectable } from '@nestjs/common';
import type { OrderContent } from '#contracts/orders.js';
import { Database } from '#platform/database/index.js';
import { Every } from '#platform/queue/index.js';
import { renewSearchText } from '#platform/search/stored-search-text.js';
import { searchText } from './order-index.js';

const A_MINUTE = 60_000;

@Injectable()
export class OrdersHandlers {
  constructor(private readonly database: Database) {}

  /** Orders that were written by an earlier version are found by what this one makes of their words. */
  @Every('orders.renew-search-text', A_MINUTE, 'heavy')
  async renewSearchText(): Promise<void> {
    await renewSearchText<{ id: string; content: OrderContent }>(this.database, {
      table: 'purchase_order',
      columns: 'id, content',
      textOf: ({ content }) => searchText(content),
    });
  }
}
