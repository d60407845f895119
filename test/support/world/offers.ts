import { usualWeights } from '#contracts/offer-comparison.js';
import type { Agreement, Offer } from '#contracts/offers.js';
import { priceLedgerApi, type PriceRequest } from '#contracts/price-ledger.js';
import type { Client } from '../client.js';
import { someTerms } from '../terms.js';

interface OfferThings {
  /** A room with an open offer of the other side. */
  readonly talks: { readonly params: { id: string } };
  readonly theirOffer: Offer;
  /** A room whose order was amended after the own offer. */
  readonly amended: { readonly params: { id: string } };
  readonly ownOffer: Offer;
  readonly agreement: Agreement;
  /** The order of the talks. */
  readonly order: { readonly id: string };
}

/** Requests to the routes of offers and agreements. */
export function offerRequests({ talks, theirOffer, amended, ownOffer, agreement, order }: OfferThings) {
  const room = { params: talks.params };
  const theirs = { params: { ...talks.params, offerId: theirOffer.id } };
  const ours = { params: { ...amended.params, offerId: ownOffer.id } };
  const document = { params: { id: agreement.id } };
  const compared = { params: { id: order.id } };
  return {
    'offers.list': room,
    'offers.make': { ...room, body: someTerms() },
    'offers.accept': theirs,
    'offers.decline': { ...theirs, body: { reason: '' } },
    'offers.withdraw': { ...ours, body: { reason: '' } },
    'offers.confirm': ours,
    'offers.agreement': document,
    'offers.agreementPdf': document,
    'offerComparison.get': compared,
    'offerComparison.weigh': { ...compared, version: 0, body: { weights: usualWeights, ratings: [] } },
    'offerComparison.export': { ...compared, query: { format: 'csv' } },
  };
}

/** A request to slide a price by typed values. */
export const somePriceRequest = (given: Partial<PriceRequest> = {}): PriceRequest => ({
  ...{
    item: '軸受け A-100',
    unit: '個',
    currentPrice: '1250',
    requestedPrice: '',
    effectiveOn: '2099-04-01',
  },
  parts: [
    {
      ...{ kind: 'material', label: 'SUS304', sharePercent: '45', indexId: null, basePeriod: '', period: '' },
      ...{ baseValue: '112', value: '128.4' },
    },
  ],
  ...{ rounding: 'half-up', digits: 0, reason: '材料の値上がりのため' },
  ...given,
});

/** A round that waits for the own answer, one of the own, and one to countersign. */
export async function somePriceRounds(params: { id: string }, own: Client, other: Client) {
  const ask = (who: Client) => who.ok(priceLedgerApi.ask, { params, body: somePriceRequest() });
  const [theirs, ours, answered] = [await ask(other), await ask(own), await ask(other)];
  const { sha256 } = await own.ok(priceLedgerApi.answer, {
    params: { ...params, roundId: answered.id },
    body: { decision: 'accepted', reasons: '' },
  });
  return { params, theirs: theirs.id, ours: ours.id, answered: { id: answered.id, sha256 } };
}

/** Requests to the routes of statutory checks and the price ledger. */
export function priceRequests(rounds: Awaited<ReturnType<typeof somePriceRounds>>, companyId: string) {
  const room = { params: rounds.params };
  const round = (roundId: string) => ({ params: { ...rounds.params, roundId } });
  const own = { params: { id: companyId } };
  const facts = { legalForm: 'corporation', capitalYen: 10_000_000, staff: 30, soleOfficer: null };
  return {
    'statutory.rules': {},
    'statutory.facts': own,
    'statutory.tellFacts': { ...own, version: 0, body: facts },
    'statutory.room': room,
    'statutory.setWork': { ...room, version: 0, body: { work: 'manufacture' } },
    'statutory.ask': room,
    'statutory.check': { ...room, body: someTerms() },
    'priceLedger.list': room,
    'priceLedger.ask': { ...room, body: somePriceRequest() },
    'priceLedger.answer': { ...round(rounds.theirs), body: { decision: 'accepted', reasons: '' } },
    'priceLedger.sign': { ...round(rounds.answered.id), body: { sha256: rounds.answered.sha256 } },
    'priceLedger.withdraw': { ...round(rounds.ours), body: { reason: '再計算のため' } },
    'priceLedger.attachIndex': {
      ...room,
      body: { name: '鋼材', source: '' },
      file: { name: 'index.csv', bytes: Buffer.from('年月,指数\n2026-01,100\n') },
    },
    'priceLedger.pdf': room,
    'priceLedger.json': room,
  };
}
