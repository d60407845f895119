import { fairsApi } from '#contracts/fair-exhibition.js';
import type { Role } from '#contracts/permissions.js';
import type { Client } from './client.js';
import { anOpenFair, exhibits, fairAt, someBooth, someFair } from './fairs.js';
import type { Firm } from './orders.js';
import type { Caller } from './world.js';

interface Sides {
  /** Of the body that organises. */
  readonly broker: Client;
  readonly firm: Firm;
  readonly supplier: Firm;
}

/** Fairs of the own body: a draft, one whose call is open, and one that runs and where `firm` exhibits. */
export async function someFairs({ broker, firm, supplier }: Sides) {
  const draft = await broker.ok(fairsApi.create, { body: someFair() });
  const call = await anOpenFair(broker);
  const open = await anOpenFair(broker);
  const exhibitor = await exhibits(broker, firm, open);
  const running = await fairAt(broker, open, 'running');
  return { draft, call, running, exhibitor, supplier };
}

type Fairs = Awaited<ReturnType<typeof someFairs>>;

/** Requests about them, by endpoint. `firm` exhibits; `supplier` is put in by organisers. */
export function fairRequests({ draft, call, running, exhibitor, supplier }: Fairs): Record<string, object> {
  const one = { params: { id: running.id }, version: running.version };
  const booth = { params: { id: running.id, exhibitorId: exhibitor.id }, version: exhibitor.version };
  return {
    'fairs.list': {},
    'fairs.create': { body: someFair() },
    'fairs.get': one,
    'fairs.update': { params: { id: draft.id }, version: draft.version, body: someFair() },
    'fairs.advance': { ...one, body: { to: 'finished' } },
    'fairs.cancel': { ...one, body: { reason: '台風のため' } },
    'fairs.setCost': { ...one, body: { costYen: 120_000 } },
    'fairExhibitors.list': one,
    'fairExhibitors.catalogue': one,
    'fairExhibitors.apply': ({ person }: Caller) => ({
      params: { id: call.id },
      body: { ...someBooth(), companyId: person ? supplier.id : null },
    }),
    'fairExhibitors.get': booth,
    'fairExhibitors.update': { ...booth, body: someBooth({ headline: '改めて' }) },
    'fairExhibitors.decide': { ...booth, body: { decision: 'decline', reason: '対象外' } },
    'fairExhibitors.withdraw': { ...booth, body: { reason: '都合により' } },
    'fairExhibitors.assign': { params: { id: running.id, no: 'A-01' }, body: { exhibitorId: exhibitor.id } },
    'fairExhibitors.fill': one,
    'fairExhibitors.tick': { params: { ...booth.params, key: 'panel' }, body: { isDone: true } },
  };
}

const company: Role[] = ['company-member', 'company-owner'];
const body: Role[] = ['coordinator', 'secretary'];
const anyone: Role[] = ['newcomer', ...company, ...body, 'administrator'];
const none: Role[] = [];

/** Who may call each, as in the table of the matrix. What is `anyone` is open to visitors without an account, too. */
export const fairCallers: Record<string, [own: Role[], other: Role[]]> = {
  'fairs.list': [anyone, anyone],
  'fairs.create': [body, body],
  'fairs.get': [anyone, anyone],
  'fairs.update': [body, none],
  'fairs.advance': [body, none],
  'fairs.cancel': [body, none],
  'fairs.setCost': [body, none],
  'fairExhibitors.list': [anyone, anyone],
  'fairExhibitors.catalogue': [anyone, anyone],
  // Every company applies for itself, the organisers for any.
  'fairExhibitors.apply': [[...company, ...body], company],
  'fairExhibitors.get': [anyone, anyone],
  'fairExhibitors.update': [[...company, ...body], none],
  'fairExhibitors.decide': [body, none],
  'fairExhibitors.withdraw': [[...company, ...body], none],
  'fairExhibitors.assign': [body, none],
  'fairExhibitors.fill': [body, none],
  'fairExhibitors.tick': [[...company, ...body], none],
};
