import { isStaff, type Actor } from '#platform/auth/index.js';
import type { OrderContent, OrderState } from '#contracts/orders.js';

/** What the rules need to know of an order. `disclosed`: the viewer's company was let in by both sides' consents. */
export interface OrderFacts {
  readonly companyId: string;
  readonly state: OrderState;
  readonly visibility: OrderContent['visibility'];
  readonly publishedAt: Date | null;
  readonly disclosed: boolean;
}

type Who = Pick<Actor, 'role' | 'company'>;

export const isOwn = (actor: Who, order: Pick<OrderFacts, 'companyId'>): boolean =>
  actor.company?.id === order.companyId;

/** A draft is its company's alone, also when it was cancelled; what was published stays readable. */
export const canRead = (actor: Who, order: OrderFacts): boolean =>
  isOwn(actor, order) || (order.publishedAt !== null && (isStaff(actor) || actor.company !== null));

/** Who asks, and the attached files. */
export const canReadInFull = (actor: Who, order: OrderFacts): boolean =>
  canRead(actor, order) &&
  (isOwn(actor, order) || isStaff(actor) || order.visibility === 'open' || order.disclosed);

export const canCreate = (actor: Who): boolean => actor.company?.isOrderer === true;
export const canEdit = (actor: Who, order: OrderFacts): boolean =>
  isOwn(actor, order) && order.state === 'draft';
export const canAmend = (actor: Who, order: OrderFacts): boolean =>
  isOwn(actor, order) && order.state === 'published';
export const canEnd = canAmend;
export const canCancel = (actor: Who, order: OrderFacts): boolean =>
  isOwn(actor, order) && (order.state === 'draft' || order.state === 'published');

/** The candidates of an order are for the one who asks, and for those who broker. */
export const canReadCandidates = (actor: Who, order: OrderFacts): boolean =>
  order.publishedAt !== null && (isOwn(actor, order) || isStaff(actor));
