import { Injectable } from '@nestjs/common';
import type { OutputOf } from '#contracts/endpoint.js';
import type { MeetingEventContent } from '#contracts/meeting-events.js';
import type { meetingTimetableApi } from '#contracts/meeting-timetable.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { slotsOf } from '../slots.js';

interface Row {
  readonly id: string;
  readonly eventId: string;
  readonly participantId: string;
  readonly slot: number;
  readonly other: string;
  readonly content: MeetingEventContent;
}

type Mine = OutputOf<typeof meetingTimetableApi.mine>['items'];

const LONGEST = 400 * 86_400_000;

/** When a company sits in meetings, over all events: so that it makes no other appointment then. */
@Injectable()
export class OwnMeetingsReader {
  constructor(private readonly database: Database) {}

  /** Those of published and running events that touch a span (ISO 8601), soonest first. */
  async between(actor: Actor, { from, until }: { from: string; until: string }): Promise<Mine> {
    const [begin, end] = [Date.parse(from), Date.parse(until)];
    if (end - begin > LONGEST) return [];
    const rows = await this.database.query<Row>(
      `select m.id, m.event_id "eventId", p.id "participantId", m.slot, c.name other, e.content
       from meeting_participant p
       join meeting m on p.id in (m.orderer_id, m.supplier_id)
       join meeting_event e on e.id = m.event_id
       join meeting_participant o on o.id in (m.orderer_id, m.supplier_id) and o.id <> p.id
       join company c on c.id = o.company_id
       where p.company_id = $1 and e.state in ('published', 'running') and m.state <> 'cancelled'
       order by m.id limit 1000`,
      [actor.company?.id ?? null],
    );
    const mine = rows.flatMap(({ slot, content, ...row }) => {
      const at = slotsOf(content.days, content.rules).find(({ no }) => no === slot);
      return at ? [{ ...row, event: content.title, startsAt: at.startsAt, endsAt: at.endsAt }] : [];
    });
    return mine
      .filter((one) => Date.parse(one.startsAt) < end && Date.parse(one.endsAt) > begin)
      .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  }
}
