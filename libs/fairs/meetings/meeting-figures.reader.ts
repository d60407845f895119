import { Injectable } from '@nestjs/common';
import type { MeetingFigure } from '#contracts/meeting-events.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { MeetingEventsReader } from './meeting-events.reader.js';

/** What is counted, each as a query of (figure, body) over event $1. A wish counts for the body of who makes it, a meeting
 * for the supplier's. */
const COUNTS = `
  select case when side = 'orderer' then 'orderers' else 'suppliers' end key, body_id from meeting_participant
    where event_id = $1 and state = 'approved'
  union all
  select state, body_id from meeting_participant where event_id = $1 and state in ('applied', 'waitlisted', 'declined', 'withdrawn')
  union all
  select 'wishes', p.body_id from meeting_wish w join meeting_participant p on p.id = w.from_id
    where p.event_id = $1 and w.want <> 'no' and p.state = 'approved'
  union all
  select case m.state when 'planned' then 'meetings' else 'meetings-' || m.state end, p.body_id
    from meeting m join meeting_participant p on p.id = m.supplier_id where m.event_id = $1`;

export const figureKeys = [
  'orderers',
  'suppliers',
  'applied',
  'waitlisted',
  'declined',
  'withdrawn',
  'wishes',
  'meetings',
  'meetings-held',
  'meetings-no-show',
  'meetings-cancelled',
] as const;

/** The event in figures, each also by organising body. */
@Injectable()
export class MeetingFiguresReader {
  constructor(
    private readonly database: Database,
    private readonly events: MeetingEventsReader,
  ) {}

  async figures(actor: Actor, eventId: string): Promise<{ items: MeetingFigure[] }> {
    await this.events.organised(actor, eventId);
    const rows = await this.database.query<{
      key: string;
      bodyId: string;
      name: string;
      nameEn: string;
      n: number;
    }>(
      `select f.key, b.id "bodyId", b.name, b.name_en "nameEn", count(c.key) n
       from unnest($2::text[]) f(key)
       cross join (select body_id from meeting_event_body where event_id = $1) o
       join support_body b on b.id = o.body_id
       left join (${COUNTS}) c on c.key = f.key and c.body_id = b.id
       group by f.key, b.id, b.name, b.name_en order by b.name`,
      [eventId, [...figureKeys]],
    );
    const items = figureKeys.map((key) => {
      const bodies = rows
        .filter((row) => row.key === key)
        .map(({ bodyId, name, nameEn, n }) => ({ bodyId, name, nameEn, n }));
      return { key, total: bodies.reduce((sum, { n }) => sum + n, 0), bodies };
    });
    return { items };
  }
}
