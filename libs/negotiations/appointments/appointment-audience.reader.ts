import { Injectable } from '@nestjs/common';
import type { AppointmentState } from '#contracts/appointments.js';
import { formatSpan, JAPAN } from '#contracts/time-zones.js';
import type { BothLanguages } from '#contracts/shapes.js';
import { Database } from '#platform/database/index.js';
import { SEATED } from '../seated.js';
import { spanOf, type StoredProposal } from './appointment.states.js';

/** An appointment and who sits in its room, as other contexts need it to tell them of it. */
export interface AppointmentAudience {
  readonly title: string;
  readonly roomTitle: string;
  readonly state: AppointmentState;
  readonly sequence: number;
  /** Set by an organiser, who tells of its changes. */
  readonly fixed: boolean;
  readonly startsAt: Date | null;
  /** `when`: its time, or the first one proposed, as the person reads it in their zone. */
  readonly members: readonly { readonly userId: string; readonly when: BothLanguages }[];
}

interface Row extends Omit<AppointmentAudience, 'members'> {
  readonly endsAt: Date | null;
  readonly proposal: StoredProposal | null;
}

@Injectable()
export class AppointmentAudienceReader {
  constructor(private readonly database: Database) {}

  /** Whoever asks; null where there is none. */
  async of(appointmentId: string): Promise<AppointmentAudience | null> {
    const [row] = await this.database.query<Row>(
      `select a.title, r.title "roomTitle", a.state, a.sequence,
         a.source_id is not null fixed, a.starts_at "startsAt", a.ends_at "endsAt", a.proposal
       from appointment a join room r on r.id = a.room_id where a.id = $1`,
      [appointmentId],
    );
    if (!row) return null;
    const members = await this.database.query<{ userId: string; zone: string | null }>(
      `select m.user_id "userId", z.zone
       from appointment a join room r on r.id = a.room_id
       join room_member m on m.room_id = r.id
       join app_user u on u.id = m.user_id
       left join member_zone z on z.user_id = m.user_id
       where a.id = $1 and ${SEATED} order by m.joined_at, m.user_id`,
      [appointmentId],
    );
    const { endsAt, proposal, ...known } = row;
    return {
      ...known,
      members: members.map(({ userId, zone }) => ({
        userId,
        when: whenOf({ ...known, endsAt, proposal }, zone),
      })),
    };
  }
}

function whenOf({ startsAt, endsAt, proposal }: Omit<Row, 'title'>, zone: string | null): BothLanguages {
  const first = proposal?.times[0];
  const proposed = first && spanOf(first.startsAt, proposal.minutes);
  const [from, until] = [proposed?.startsAt ?? startsAt, proposed?.endsAt ?? endsAt];
  if (!from || !until) return { ja: '', en: '' };
  const write = (language: 'ja' | 'en') =>
    formatSpan(from.toISOString(), until.toISOString(), zone ?? JAPAN, language);
  return { ja: write('ja'), en: write('en') };
}
