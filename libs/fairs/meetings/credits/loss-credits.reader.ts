import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database/index.js';
import { lossCreditsOf, type EarlierEvent } from './loss-credits.js';

/** What firms are owed from earlier events of the same organisers. */
@Injectable()
export class LossCreditsReader {
  constructor(private readonly database: Database) {}

  /**
   * By participant of an event; who is owed nothing is left out. Of finished events that one of its bodies organised too.
   * A meeting that did not take place because the other had not come, as the reception knows, is owed to who had.
   */
  async ofEvent(eventId: string): Promise<Map<string, number>> {
    const rows = await this.database.query<EarlierEvent & { participantId: string }>(
      `select now.id "participantId", e.id "eventId", e.ends_on "on", count(*) wishes,
         count(*) filter (where exists (
           select 1 from meeting m where m.event_id = e.id and m.state <> 'cancelled'
             and not (m.state = 'no-show' and p.checked_in_at is not null and other.checked_in_at is null)
             and ((m.orderer_id = w.from_id and m.supplier_id = w.to_id)
               or (m.supplier_id = w.from_id and m.orderer_id = w.to_id)))) met
       from meeting_participant now
       join meeting_participant p on p.company_id = now.company_id and p.event_id <> now.event_id and p.state = 'approved'
       join meeting_event e on e.id = p.event_id and e.state = 'finished'
       join meeting_wish w on w.from_id = p.id and w.want <> 'no'
       join meeting_participant other on other.id = w.to_id and other.state = 'approved'
       where now.event_id = $1
         and exists (select 1 from meeting_event_body a join meeting_event_body b on b.body_id = a.body_id
           where a.event_id = now.event_id and b.event_id = e.id)
         and e.ends_on <= (select starts_on from meeting_event where id = $1)
         and not exists (select 1 from meeting_wish refusal
           where refusal.from_id = w.to_id and refusal.to_id = w.from_id and refusal.want = 'no')
       group by now.id, e.id, e.ends_on`,
      [eventId],
    );
    const earlier = new Map<string, EarlierEvent[]>();
    for (const { participantId, ...event } of rows)
      earlier.set(participantId, [...(earlier.get(participantId) ?? []), event]);
    const owed = [...earlier].map(
      ([participantId, events]) => [participantId, lossCreditsOf(events)] as const,
    );
    return new Map(owed.filter(([, credits]) => credits > 0));
  }
}
