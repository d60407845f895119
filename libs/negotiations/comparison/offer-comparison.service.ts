import { Injectable } from '@nestjs/common';
import type { OfferWeighing as Weighing } from '#contracts/offer-comparison.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { notFound, StaleError } from '#platform/http/index.js';
import { offersWeighed } from '../negotiations.events.js';
import { OfferComparisonReader } from './offer-comparison.reader.js';

@Injectable()
export class OfferComparisonService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly reader: OfferComparisonReader,
  ) {}

  /**
   * Sets weights and ratings over the version that was read (0: none yet); ratings of rooms that the actor does not see
   * stay. Errors: not found for a rating of a room that is not in the actor's comparison, stale.
   */
  async weigh(actor: Actor, orderId: string, version: number, given: Weighing): Promise<void> {
    await this.database.transaction(async () => {
      const { items } = await this.reader.get(actor, orderId);
      const seen = items.map(({ roomId }) => roomId);
      if (given.ratings.some(({ roomId }) => !seen.includes(roomId))) throw notFound();
      const [row] = await this.save(actor, orderId, version, given, seen);
      if (!row) throw new StaleError(await this.reader.get(actor, orderId));
      const companyId = actor.company?.id ?? null;
      await this.events.record(
        offersWeighed,
        { orderId, version: row.version },
        { subjectId: orderId, companyId, actor },
      );
    });
  }

  private async save(
    actor: Actor,
    orderId: string,
    version: number,
    { weights, ratings }: Weighing,
    seen: readonly string[],
  ): Promise<{ version: number }[]> {
    const values = [orderId, JSON.stringify(weights), JSON.stringify(ratings), actor.userId, version];
    if (version === 0)
      return this.database.query(
        `insert into offer_weighing (order_id, weights, ratings, updated_by)
         select $1, $2::jsonb, $3::jsonb, $4 where $5::int = 0
         on conflict (order_id) do nothing returning version`,
        values,
      );
    return this.database.query(
      `update offer_weighing set weights = $2, version = version + 1, updated_by = $4, updated_at = now(),
         ratings = $3::jsonb || coalesce((
           select jsonb_agg(one) from jsonb_array_elements(ratings) one where not one->>'roomId' = any($6)), '[]')
       where order_id = $1 and version = $5 returning version`,
      [...values, seen],
    );
  }
}
