import { Injectable } from '@nestjs/common';
import { yen } from '#contracts/shapes.js';
import type { TermSheet } from '#contracts/term-sheet.js';
import { netYen } from '#contracts/term-totals.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError, found } from '#platform/http/index.js';
import { sha256Of } from './agreement-document.js';
import { AgreementsService } from './agreements.service.js';
import { todayInJapan } from '#platform/japan-time.js';
import { DocumentsReader } from './files/documents.reader.js';
import * as happened from './negotiations.events.js';
import { Offer } from './offer.entity.js';
import { hasLapsed, isOutdated, lotsRefusal, mayGo, refusal, type OfferStep } from './offer.states.js';
import type { Room, RoomMember } from './room.entity.js';
import { canOffer, organisationOf, sideOf } from './room.policy.js';
import { RoomsReader } from './rooms.reader.js';
import { RoomsRepository } from './rooms.repository.js';
import { uuidOf } from './uuid-of.js';

type Ended = 'superseded' | 'withdrawn' | 'declined' | 'expired' | 'accepted';

/** What exactly is accepted: the version that was read, and which lots (left out: all). */
interface Accepted {
  readonly sha256?: string | undefined;
  readonly lots?: readonly string[] | undefined;
}

interface Step {
  readonly room: Room;
  readonly me: RoomMember;
  readonly offer: Offer;
  readonly currentRevision: number | null;
}

/** Offers, from making to their end. Each step holds the room's lock and leaves a message in its record. */
@Injectable()
export class OffersService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly rooms: RoomsRepository,
    private readonly reader: RoomsReader,
    private readonly agreements: AgreementsService,
    private readonly documents: DocumentsReader,
  ) {}

  /**
   * An offer, or a counter-offer that takes the place of the open one. Answers with its id. Errors:
   * `negotiation/room-closed`, `/illegal-transition`, `/validity-passed`, `/total-too-large`, `document/not-for-both`.
   */
  async make(actor: Actor, roomId: string, terms: TermSheet): Promise<string> {
    const totalYen = netYen(terms);
    if (!yen.safeParse(totalYen).success) throw new AppError('negotiation/total-too-large');
    if (hasLapsed(terms, todayInJapan()))
      throw new AppError('negotiation/validity-passed', {}, { validUntil: 'negotiation/validity-passed' });
    return this.database.transaction(async () => {
      const { room, me } = await this.rooms.enter(actor, roomId);
      const side = sideOf(me.role);
      authorize(side !== null);
      if (room.state === 'closed') throw new AppError('negotiation/room-closed');
      if (!side || !canOffer(room, me.role)) throw new AppError('negotiation/illegal-transition');
      await this.documents.demandNameable(roomId, terms);
      const earlier = await this.openOffer(roomId);
      if (earlier) await this.end(earlier, 'superseded');
      const offer = await this.insert(room, actor, {
        side,
        terms,
        totalYen,
        orderRevision: await this.reader.currentRevision(room),
      });
      await this.tell(room, offer, actor, 'made', { supersedesNo: earlier?.no ?? null });
      return offer.id;
    });
  }

  /** Takes the own open offer back. */
  async withdraw(actor: Actor, roomId: string, offerId: string, reason: string): Promise<void> {
    await this.step('withdraw', actor, roomId, offerId, async ({ room, offer }) => {
      await this.end(offer, 'withdrawn', reason);
      await this.tell(room, offer, actor, 'withdrawn', { reason });
    });
  }

  /** Declines the other side's open offer. */
  async decline(actor: Actor, roomId: string, offerId: string, reason: string): Promise<void> {
    await this.step('decline', actor, roomId, offerId, async ({ room, offer }) => {
      await this.end(offer, 'declined', reason);
      await this.tell(room, offer, actor, 'declined', { reason });
    });
  }

  /** Stands by the own offer for the order as it is now. */
  async confirm(actor: Actor, roomId: string, offerId: string): Promise<void> {
    await this.step('confirm', actor, roomId, offerId, async ({ room, offer, currentRevision }) => {
      offer.orderRevision = currentRevision;
      await this.database.repository(Offer).save(offer);
      await this.tell(room, offer, actor, 'confirmed', { revision: currentRevision });
    });
  }

  /**
   * Accepts the other side's open offer, or some of its lots, and records the agreement. Answers with the agreement's id.
   * Errors: those of `refusal` and `lotsRefusal`, `negotiation/offer-changed` where `sha256` is of other terms.
   */
  async accept(actor: Actor, roomId: string, offerId: string, what: Accepted = {}): Promise<string> {
    return this.step('accept', actor, roomId, offerId, async ({ room, offer }) => {
      if (what.sha256 !== undefined && what.sha256 !== sha256Of(offer.terms))
        throw new AppError('negotiation/offer-changed');
      const lots = what.lots ?? offer.terms.lots.map(({ key }) => key);
      const refused = lotsRefusal(offer.terms, lots);
      if (refused) throw new AppError(refused);
      offer.acceptedBy = actor.userId;
      offer.acceptedLots = lots.length < offer.terms.lots.length ? [...new Set(lots)] : null;
      await this.end(offer, 'accepted');
      await this.rooms.setState(room, 'agreed');
      const agreement = await this.agreements.record(room, offer, actor);
      await this.tell(room, offer, actor, 'accepted', {
        agreementId: agreement.id,
        agreementNo: agreement.no,
        lots: offer.acceptedLots,
      });
      return agreement.id;
    });
  }

  /** Ends the open offers whose last day has passed in Japan. Answers with how many. */
  async expireOverdue(): Promise<number> {
    const today = todayInJapan();
    const overdue = await this.database.query<{ id: string; roomId: string }>(
      `select id, room_id "roomId" from offer where state = 'open' and valid_until < $1 order by valid_until`,
      [today],
    );
    for (const { id, roomId } of overdue) {
      await this.database.transaction(async () => {
        const room = found(await this.rooms.locked(roomId));
        const offer = await this.openOffer(roomId);
        if (offer?.id !== id || !hasLapsed(offer, today)) return;
        await this.end(offer, 'expired');
        await this.tell(room, offer, null, 'expired');
      });
    }
    return overdue.length;
  }

  /**
   * Says in every open room of an order that it was amended, and has whoever made an offer on the earlier revision asked
   * to confirm it. A second time changes nothing.
   */
  async noteAmendment(orderId: string, revision: number): Promise<void> {
    const rooms = await this.database.query<{ id: string }>(
      `select id from room where subject_kind = 'order' and subject_id = $1 and state = 'open' order by id`,
      [orderId],
    );
    for (const { id: roomId } of rooms) {
      await this.database.transaction(async () => {
        const room = found(await this.rooms.locked(roomId));
        const clientId = amendmentId(roomId, revision);
        if (room.state !== 'open' || (await this.rooms.numberOf(roomId, clientId)) !== null) return;
        const data = { key: 'order-amended', revision };
        await this.rooms.write(room, { kind: 'system', sender: null, data, clientId, changed: ['offers'] });
        const offer = await this.openOffer(roomId);
        if (offer && isOutdated(offer, revision)) await this.record(happened.offerOutdated, offer, null);
      });
    }
  }

  private step<T>(
    step: OfferStep,
    actor: Actor,
    roomId: string,
    offerId: string,
    work: (given: Step) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(async () => {
      const { room, me } = await this.rooms.enter(actor, roomId);
      const offer = found(await this.database.repository(Offer).findOne({ where: { id: offerId, roomId } }));
      const currentRevision = await this.reader.currentRevision(room);
      const around = { roomState: room.state, currentRevision, today: todayInJapan() };
      const refused = refusal(step, sideOf(me.role), offer, around);
      if (refused) throw new AppError(refused);
      return work({ room, me, offer, currentRevision });
    });
  }

  private openOffer(roomId: string): Promise<Offer | null> {
    return this.database.repository(Offer).findOne({ where: { roomId, state: 'open' } });
  }

  private async insert(
    room: Room,
    actor: Actor,
    given: Pick<Offer, 'side' | 'terms' | 'totalYen' | 'orderRevision'>,
  ): Promise<Offer> {
    const offers = this.database.repository(Offer);
    const no = (await offers.countBy({ roomId: room.id })) + 1;
    const offer = offers.create({
      ...given,
      roomId: room.id,
      no,
      companyId: organisationOf({ role: given.side, companyId: null }, room) ?? '',
      madeBy: actor.userId,
      state: 'open',
      validUntil: given.terms.validUntil,
      createdAt: new Date(),
    });
    await offers.insert(offer);
    return offer;
  }

  private async end(offer: Offer, state: Ended, reason = ''): Promise<void> {
    if (!mayGo(offer.state, state)) throw new AppError('negotiation/illegal-transition');
    Object.assign(offer, { state, reason, endedAt: new Date() });
    await this.database.repository(Offer).save(offer);
  }

  private async tell(
    room: Room,
    offer: Offer,
    sender: Actor | null,
    what: keyof typeof told,
    more: Record<string, unknown> = {},
  ): Promise<void> {
    const data = {
      what,
      offerId: offer.id,
      no: offer.no,
      side: offer.side,
      // A team's partners read the record, too; what the lead offers is on the offer's own page.
      ...(room.teamId === null ? { totalYen: offer.totalYen, ...more } : withoutReason(more)),
    };
    const changed: ('offers' | 'state')[] = what === 'accepted' ? ['offers', 'state'] : ['offers'];
    await this.rooms.write(room, { kind: 'offer', sender, data, changed });
    const event = told[what];
    if (event) await this.record(event, offer, sender);
  }

  private record(
    event: typeof happened.offerMade,
    { id: offerId, roomId, side }: Offer,
    actor: Actor | null,
  ): Promise<void> {
    const companyId = actor?.company?.id ?? null;
    return this.events.record(event, { roomId, offerId, side }, { subjectId: offerId, companyId, actor });
  }
}

function withoutReason({ reason: _, ...more }: Record<string, unknown>): Record<string, unknown> {
  return more;
}

/** The event that goes with a step; an acceptance is told as an agreement. */
const told = {
  made: happened.offerMade,
  withdrawn: happened.offerWithdrawn,
  declined: happened.offerDeclined,
  confirmed: happened.offerConfirmed,
  expired: happened.offerExpired,
  accepted: null,
} as const;

/** One message per room and revision, however often it is asked for. */
const amendmentId = (roomId: string, revision: number): string =>
  uuidOf(`order-amended ${roomId} ${revision}`);
