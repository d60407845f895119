import { Injectable } from '@nestjs/common';
import { SuppliersReader } from '#companies/index.js';
import { OrdersReader } from '#orders/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import { nearestChanges, type NearestChange } from './engine/nearest-change.js';
import { taxonomyData } from './taxonomy-data.js';

/** A change with the orders that it opens. */
export interface OpeningChange extends Omit<NearestChange, 'needIds'> {
  readonly orders: { readonly id: string; readonly title: string; readonly budgetYen: number | null }[];
}

/** What a firm could add to fit more of the open orders. */
@Injectable()
export class NearestChanges {
  constructor(
    private readonly suppliers: SuppliersReader,
    private readonly orders: OrdersReader,
  ) {}

  /** Over all published orders of other companies, the change that opens most first; [] for who is no supplier. */
  async of(companyId: string): Promise<OpeningChange[]> {
    const published = (await this.orders.published()).filter((order) => order.companyId !== companyId);
    const today = todayInJapan();
    const needs = published.map(({ id, content: { title, summary, requirements, budgetYen } }) => ({
      ...{ id, title, text: summary, requirements, budgetYen, today },
    }));
    const byId = new Map(needs.map(({ id, title, budgetYen }) => [id, { id, title, budgetYen }]));
    for await (const supplier of this.suppliers.suppliersForMatching({ ids: [companyId] }))
      if (supplier.approved)
        return nearestChanges(supplier, needs, taxonomyData).map(({ needIds, ...change }) => ({
          ...change,
          orders: needIds.flatMap((id) => byId.get(id) ?? []),
        }));
    return [];
  }
}
