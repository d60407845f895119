import { Injectable } from '@nestjs/common';
import { daysLater } from '#contracts/payment-days.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { dayInJapan, todayInJapan } from '#platform/japan-time.js';
import { Every } from '#platform/queue/index.js';
import { StatutoryReader } from '#statutory/index.js';
import { priceDue } from '../negotiations.events.js';
import type { PriceRound } from './price-round.entity.js';

/** So many days before the answer clock runs out. */
const DAYS_BEFORE = 3;
const TEN_MINUTES = 600_000;

/** Sees to it that who has to answer a request to change a price is reminded of it. */
@Injectable()
export class PriceReminders {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly statutory: StatutoryReader,
  ) {}

  /**
   * Once for each request: the row is marked in the transaction that records the event. Whoever asked: the law has its
   * clock for the supplier's requests, and an orderer waits no better. Of a closed room, or a day that is past, nobody is
   * reminded.
   */
  @Every('negotiations.price-reminders', TEN_MINUTES)
  async remind(): Promise<void> {
    const today = todayInJapan();
    const days = await this.statutory.answerDays(today);
    if (days === null) return;
    await this.database.transaction(async () => {
      const due = await this.database.query<Pick<PriceRound, 'id' | 'roomId' | 'side' | 'askedAt'>>(
        `update price_round p set reminded_at = now() from room r
         where r.id = p.room_id and r.state <> 'closed' and p.state = 'asked' and p.reminded_at is null
           and (p.asked_at at time zone 'Asia/Tokyo')::date between $2::date and $1::date
         returning p.id, p.room_id "roomId", p.side, p.asked_at "askedAt"`,
        [daysLater(today, DAYS_BEFORE - days), daysLater(today, -days)],
      );
      for (const { id, roomId, side, askedAt } of due) {
        const answerBy = daysLater(dayInJapan(askedAt), days);
        await this.events.record(
          priceDue,
          { roomId, roundId: id, side, answerBy },
          { subjectId: id, actor: null },
        );
      }
    });
  }
}
