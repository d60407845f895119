import { Injectable } from '@nestjs/common';
import type { MeetingEventState, ParticipantState } from '#contracts/meeting-events.js';
import { Database } from '#platform/database/index.js';

/** Whom something in an event concerns. */
export interface MeetingAudience {
  readonly eventId: string;
  readonly title: string;
  readonly state: MeetingEventState;
  readonly bodyIds: string[];
  readonly firms: { companyId: string; participantId: string; name: string; state: ParticipantState }[];
}

const EVENT = `e.id "eventId", e.title, e.state,
  array(select body_id from meeting_event_body o where o.event_id = e.id) "bodyIds"`;
const FIRM = `json_build_object('companyId', p.company_id, 'participantId', p.id, 'name', c.name, 'state', p.state)`;

/** Who is to be told; for whoever tells them. None of it checks who is asking. */
@Injectable()
export class MeetingAudienceReader {
  constructor(private readonly database: Database) {}

  /** All firms that have not withdrawn and were not declined. */
  async ofEvent(eventId: string): Promise<MeetingAudience | null> {
    const [row] = await this.database.query<MeetingAudience>(
      `select ${EVENT}, coalesce((select json_agg(${FIRM}) from meeting_participant p join company c on c.id = p.company_id
         where p.event_id = e.id and p.state in ('applied', 'approved', 'waitlisted')), '[]') firms
       from meeting_event e where e.id = $1`,
      [eventId],
    );
    return row ?? null;
  }

  async ofParticipant(participantId: string): Promise<MeetingAudience | null> {
    const [row] = await this.database.query<MeetingAudience>(
      `select ${EVENT}, json_build_array(${FIRM}) firms from meeting_participant p
       join meeting_event e on e.id = p.event_id join company c on c.id = p.company_id where p.id = $1`,
      [participantId],
    );
    return row ?? null;
  }

  /** The two firms of a meeting, the orderer first. */
  async ofMeeting(meetingId: string): Promise<MeetingAudience | null> {
    const [row] = await this.database.query<MeetingAudience>(
      `select ${EVENT}, (select json_agg(${FIRM} order by p.side) from meeting_participant p
         join company c on c.id = p.company_id where p.id in (m.orderer_id, m.supplier_id)) firms
       from meeting m join meeting_event e on e.id = m.event_id where m.id = $1`,
      [meetingId],
    );
    return row ?? null;
  }
}
