import { Injectable } from '@nestjs/common';
import type { Agreement as AgreementDto, Offer as OfferDto } from '#contracts/offers.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { found } from '#platform/http/index.js';
import { sha256Of, type AgreementDocument } from './agreement-document.js';
import { todayInJapan } from '#platform/japan-time.js';
import type { Offer } from './offer.entity.js';
import { isOutdated, offerSteps, refusal, type OfferStep } from './offer.states.js';
import { sideOf } from './room.policy.js';
import { RoomsReader, type Seat } from './rooms.reader.js';
import { SEATED } from './seated.js';

type OfferRow = Pick<
  Offer,
  | 'id'
  | 'no'
  | 'side'
  | 'terms'
  | 'totalYen'
  | 'state'
  | 'orderRevision'
  | 'validUntil'
  | 'reason'
  | 'createdAt'
  | 'endedAt'
  | 'acceptedLots'
> & { by: string; acceptedBy: string | null };

@Injectable()
export class OffersReader {
  constructor(
    private readonly database: Database,
    private readonly rooms: RoomsReader,
  ) {}

  /** All offers of a room, oldest first; 404 for who is no member, 403 for partners. */
  async list(actor: Actor, roomId: string): Promise<OfferDto[]> {
    const seat = await this.rooms.dealSeat(actor, roomId);
    const rows = await this.database.query<OfferRow>(
      `select o.id, o.no, o.side, u.name "by", o.terms, o.total_yen "totalYen", o.state,
         o.order_revision "orderRevision", o.valid_until "validUntil", o.reason, o.created_at "createdAt",
         o.ended_at "endedAt", o.accepted_lots "acceptedLots", a.name "acceptedBy"
       from offer o join app_user u on u.id = o.made_by left join app_user a on a.id = o.accepted_by where o.room_id = $1 order by o.no`,
      [roomId],
    );
    const currentRevision = await this.rooms.currentRevision(seat);
    return rows.map((row) => toDto(row, seat, currentRevision));
  }

  async get(actor: Actor, roomId: string, offerId: string): Promise<OfferDto> {
    return found((await this.list(actor, roomId)).find((offer) => offer.id === offerId));
  }

  /** For everybody of the two companies, and for the coordinators who sit in the room; 404 for others. */
  async agreement(actor: Actor, id: string): Promise<AgreementDto> {
    const [row] = await this.database.query<{ document: AgreementDocument; sha256: string }>(
      `select a.document, a.sha256 from agreement a join room r on r.id = a.room_id
       where a.id = $1 and ($2::uuid in (r.owner_company_id, r.candidate_company_id) or exists (
         select 1 from room_member m join app_user u on u.id = m.user_id
         where m.room_id = r.id and m.user_id = $3 and m.role = 'coordinator' and ${SEATED}))`,
      [id, actor.company?.id ?? null, actor.userId],
    );
    const { document, sha256 } = found(row);
    return { ...document, sha256 };
  }
}

function toDto(row: OfferRow, seat: Seat, currentRevision: number | null): OfferDto {
  const around = { roomState: seat.state, currentRevision, today: todayInJapan() };
  const can = Object.fromEntries(
    offerSteps.map((step) => [
      step,
      seat.pausedAt === null && refusal(step, sideOf(seat.role), row, around) === null,
    ]),
  ) as Record<OfferStep, boolean>;
  const { validUntil: _, acceptedBy, ...shown } = row;
  const createdAt = row.createdAt.toISOString();
  const endedAt = row.endedAt?.toISOString() ?? null;
  const other = row.side === 'owner' ? 'candidate' : 'owner';
  return {
    ...shown,
    sha256: sha256Of(row.terms),
    outdated: row.state === 'open' && isOutdated(row, currentRevision),
    createdAt,
    endedAt,
    acceptances: [
      { side: row.side, by: row.by, at: createdAt },
      ...(endedAt && acceptedBy ? [{ side: other, by: acceptedBy, at: endedAt } as const] : []),
    ],
    can: { ...can, acceptSome: can.accept && row.terms.separable && row.terms.lots.length > 1 },
  };
}
