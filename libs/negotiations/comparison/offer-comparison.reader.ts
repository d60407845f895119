import { Injectable } from '@nestjs/common';
import { usualWeights, type ComparedOffer, type OfferComparison } from '#contracts/offer-comparison.js';
import { inOrder, weighOffers } from '#contracts/offer-scores.js';
import type { TermSheet } from '#contracts/term-sheet.js';
import { sheetTotals } from '#contracts/term-totals.js';
import { OrdersReader } from '#orders/index.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { found, notFound } from '#platform/http/index.js';
import { dayInJapan, todayInJapan } from '#platform/japan-time.js';
import { isOutdated, stillStands, type OfferFacts } from '../offer.states.js';
import type { RoomFacts } from '../room.policy.js';
import { SEATED } from '../seated.js';
import type { OfferWeighing } from './offer-weighing.entity.js';

type OfferRow = OfferFacts & {
  readonly roomId: string;
  readonly roomState: RoomFacts['state'];
  readonly companyId: string;
  readonly company: string;
  readonly offerId: string;
  readonly no: number;
  readonly terms: TermSheet;
  readonly madeAt: Date;
};
type Known = Pick<OfferWeighing, 'weights' | 'ratings' | 'version' | 'updatedAt'> & { readonly name: string };

const unrated = { quality: null, capability: null, reliability: null };

/** Several suppliers' offers for one order, for the company that posted it. */
@Injectable()
export class OfferComparisonReader {
  constructor(
    private readonly database: Database,
    private readonly orders: OrdersReader,
  ) {}

  /** 404 for everybody but the order's own company; of its rooms, those where the actor sits. */
  async get(actor: Actor, orderId: string): Promise<OfferComparison> {
    const order = found(await this.orders.subject(orderId));
    if (actor.company?.id !== order.ownerCompanyId) throw notFound();
    const known = await this.weighing(orderId);
    const weights = known?.weights ?? usualWeights;
    const facts = (await this.offers(actor, orderId)).map((row) => comparedOf(row, order.revision, known));
    const weighed = weighOffers(facts, weights);
    return {
      ...{ title: order.title, weights, version: known?.version ?? 0 },
      weighedBy: known && { name: known.name, at: known.updatedAt.toISOString() },
      items: inOrder(facts.map((item, i) => ({ ...item, ...found(weighed[i]) }))),
      otherRooms: await this.otherRooms(actor, orderId),
    };
  }

  private async weighing(orderId: string): Promise<Known | null> {
    const [row] = await this.database.query<Known>(
      `select w.weights, w.ratings, w.version, w.updated_at "updatedAt", u.name
       from offer_weighing w join app_user u on u.id = w.updated_by where w.order_id = $1`,
      [orderId],
    );
    return row ?? null;
  }

  /** Of each room of the order what was agreed there, whoever offered it, else the supplier's last offer. */
  private offers(actor: Actor, orderId: string): Promise<OfferRow[]> {
    return this.database.query<OfferRow>(
      `select * from (
         select distinct on (r.id) r.id "roomId", r.state "roomState", c.id "companyId", c.name company,
           o.id "offerId", o.no, o.side, o.state, o.terms, o.order_revision "orderRevision",
           o.valid_until "validUntil", o.created_at "madeAt"
         from room r
         join room_member m on m.room_id = r.id and m.user_id = $1 and m.role = 'owner'
         join app_user u on u.id = m.user_id
         join company c on c.id = r.candidate_company_id
         join offer o on o.room_id = r.id and (o.side = 'candidate' or o.state = 'accepted')
         where r.subject_kind = 'order' and r.subject_id = $2 and ${SEATED}
         order by r.id, o.state = 'accepted' desc, o.no desc
       ) latest order by company, "roomId"`,
      [actor.userId, orderId],
    );
  }

  private async otherRooms(actor: Actor, orderId: string): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      `select count(*) n from room r where r.subject_kind = 'order' and r.subject_id = $2 and not exists (
         select 1 from room_member m join app_user u on u.id = m.user_id
         where m.room_id = r.id and m.user_id = $1 and m.role = 'owner' and ${SEATED})`,
      [actor.userId, orderId],
    );
    return row?.n ?? 0;
  }
}

function comparedOf(row: OfferRow, revision: number, known: Known | null) {
  const { roomId, companyId, company, offerId, no, state, terms, madeAt } = row;
  const totals = sheetTotals(terms);
  const [total] = totals;
  return {
    ...{ roomId, company: { id: companyId, name: company }, offerId, no, state, terms },
    stands: stillStands(row, row.roomState, todayInJapan()),
    outdated: state !== 'accepted' && isOutdated(row, revision),
    price: total && totals.length === 1 ? { net: total.net, currency: total.currency } : null,
    madeOn: dayInJapan(madeAt),
    lastDelivery: lastOf(terms),
    rating: ratingOf(known, roomId),
  };
}

const lastOf = ({ lots }: TermSheet): string =>
  lots.reduce((last, { deliverOn }) => (deliverOn > last ? deliverOn : last), '');

function ratingOf(known: Known | null, roomId: string): ComparedOffer['rating'] {
  const { quality, capability, reliability } = known?.ratings.find((one) => one.roomId === roomId) ?? unrated;
  return { quality, capability, reliability };
}
