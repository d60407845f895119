import { Injectable } from '@nestjs/common';
import type { MeetingForecast, Want, WishCandidate, WishSheet } from '#contracts/meeting-participants.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError } from '#platform/http/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import { LossCreditsReader } from './credits/loss-credits.reader.js';
import { forecastOf, type ForecastFirm, type ForecastWish } from './forecast.js';
import { MeetingEventsReader, type EventRow } from './meeting-events.reader.js';
import * as happened from './meetings.events.js';
import { canReadWishes, canWish } from './participant.policy.js';
import { COMPANY, ParticipantsReader, type ParticipantRow } from './participants.reader.js';

interface Used {
  wishes: number;
  musts: number;
}

/** Whom firms wish to meet. */
@Injectable()
export class WishesService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly meetings: MeetingEventsReader,
    private readonly participants: ParticipantsReader,
    private readonly credits: LossCreditsReader,
  ) {}

  /** Everybody of the other side, best fit first, with the firm's wishes. Error: `meeting/closed` before it is let in. */
  async sheet(actor: Actor, eventId: string, id: string): Promise<WishSheet> {
    const { event, row } = await this.participants.readable(actor, eventId, id);
    authorize(canReadWishes(actor, event, row));
    if (row.state !== 'approved' || event.state === 'open') throw new AppError('meeting/closed');
    const items = await this.candidates(event, row);
    return {
      participantId: id,
      side: row.side,
      until: event.content.wishesUntil,
      isOpen: canWish(actor, event, row, todayInJapan()),
      limits: limitsOf(event, row),
      lossCredits: (await this.credits.ofEvent(eventId)).get(id) ?? 0,
      used: usedBy(items.flatMap(({ want }) => (want ? [want] : []))),
      items,
    };
  }

  /** Sets a wish, or takes it back. Errors: `meeting/closed`, `/too-many-wishes`, `/too-many-musts`. */
  async set(
    actor: Actor,
    { id: eventId, participantId, otherId }: { id: string; participantId: string; otherId: string },
    { want, note }: { want: Want | null; note: string },
  ): Promise<void> {
    await this.database.transaction(async () => {
      const { event, row } = await this.participants.readable(actor, eventId, participantId);
      authorize(canReadWishes(actor, event, row));
      // Held so that two tabs cannot both take the last wish.
      await this.database.query('select 1 from meeting_participant where id = $1 for update', [
        participantId,
      ]);
      if (!canWish(actor, event, row, todayInJapan())) throw new AppError('meeting/closed');
      await this.demandOther(event, row, otherId);
      await this.write(participantId, otherId, want, note);
      await this.demandWithinLimits(event, row);
      await this.events.record(
        happened.wishSet,
        { eventId, participantId, otherId, want },
        { subjectId: participantId, companyId: row.companyId, actor },
      );
    });
  }

  /** Slots against wishes; for organisers. */
  async forecast(actor: Actor, eventId: string): Promise<MeetingForecast> {
    const event = await this.meetings.organised(actor, eventId);
    const firms = await this.database.query<ForecastFirm>(
      `select p.id, c.name, p.side, p.body_id "bodyId", p.content from meeting_participant p
       join company c on c.id = p.company_id where p.event_id = $1 and p.state = 'approved' order by p.side, c.name, p.id`,
      [eventId],
    );
    const credits = await this.credits.ofEvent(eventId);
    return forecastOf(event.content, firms, await this.wishesOf(eventId), credits);
  }

  /** All wishes between firms that are let in. */
  wishesOf(eventId: string): Promise<ForecastWish[]> {
    return this.database.query<ForecastWish>(
      `select w.from_id "fromId", w.to_id "toId", w.want from meeting_wish w
       join meeting_participant p on p.id = w.from_id join meeting_participant q on q.id = w.to_id
       where p.event_id = $1 and p.state = 'approved' and q.state = 'approved' order by w.from_id, w.to_id`,
      [eventId],
    );
  }

  private candidates(event: EventRow, row: ParticipantRow): Promise<WishCandidate[]> {
    const [own, other] =
      row.side === 'orderer' ? ['orderer_id', 'supplier_id'] : ['supplier_id', 'orderer_id'];
    return this.database.query<WishCandidate>(
      `select json_build_object('id', p.id, 'company', (${COMPANY})::jsonb - array['isOrderer', 'isSupplier', 'verifiedAt'],
           'headline', p.content->>'headline', 'pitch', p.content->>'pitch', 'needs', p.content->'needs',
           'attends', p.content->>'attends') participant,
         w.want, coalesce(w.note, '') note, m.score, coalesce(m.reasons, '[]') reasons
       from meeting_participant p join company c on c.id = p.company_id
       left join meeting_wish w on w.from_id = $2 and w.to_id = p.id
       left join meeting_proposal m on m.${own} = $2 and m.${other} = p.id
       where p.event_id = $1 and p.state = 'approved' and p.side <> $3
       order by m.score desc nulls last, c.name, p.id`,
      [event.id, row.id, row.side],
    );
  }

  private async demandOther(event: EventRow, row: ParticipantRow, otherId: string): Promise<void> {
    const [other] = await this.database.query(
      `select 1 from meeting_participant where id = $1 and event_id = $2 and side <> $3 and state = 'approved'`,
      [otherId, event.id, row.side],
    );
    if (!other) throw new AppError('request/not-found');
  }

  private async write(fromId: string, toId: string, want: Want | null, note: string): Promise<void> {
    if (want === null)
      await this.database.query('delete from meeting_wish where from_id = $1 and to_id = $2', [fromId, toId]);
    else
      await this.database.query(
        `insert into meeting_wish (from_id, to_id, want, note) values ($1, $2, $3, $4)
         on conflict (from_id, to_id) do update set want = excluded.want, note = excluded.note, updated_at = now()`,
        [fromId, toId, want, note],
      );
  }

  private async demandWithinLimits(event: EventRow, row: ParticipantRow): Promise<void> {
    const rows = await this.database.query<{ want: Want }>(
      'select want from meeting_wish where from_id = $1',
      [row.id],
    );
    const used = usedBy(rows.map(({ want }) => want));
    const limits = limitsOf(event, row);
    if (used.wishes > limits.wishes) throw new AppError('meeting/too-many-wishes', { max: limits.wishes });
    if (used.musts > limits.musts) throw new AppError('meeting/too-many-musts', { max: limits.musts });
  }
}

const usedBy = (wants: readonly Want[]): Used => ({
  wishes: wants.filter((want) => want !== 'no').length,
  musts: wants.filter((want) => want === 'must').length,
});

const limitsOf = ({ content: { rules } }: EventRow, { side }: ParticipantRow): Used => ({
  wishes: side === 'orderer' ? rules.ordererWishes : rules.supplierWishes,
  musts: rules.musts,
});
