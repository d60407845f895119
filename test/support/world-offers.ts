import type { Agreement, Offer } from '#contracts/offers.js';
import { someTerms } from './terms.js';

interface OfferThings {
  /** A room with an open offer of the other side. */
  readonly talks: { readonly params: { id: string } };
  readonly theirOffer: Offer;
  /** A room whose order was amended after the own offer. */
  readonly amended: { readonly params: { id: string } };
  readonly ownOffer: Offer;
  readonly agreement: Agreement;
}

/** Requests to the routes of offers and agreements. */
export function offerRequests({ talks, theirOffer, amended, ownOffer, agreement }: OfferThings) {
  const room = { params: talks.params };
  const theirs = { params: { ...talks.params, offerId: theirOffer.id } };
  const ours = { params: { ...amended.params, offerId: ownOffer.id } };
  const document = { params: { id: agreement.id } };
  return {
    'offers.list': room,
    'offers.make': { ...room, body: someTerms() },
    'offers.accept': theirs,
    'offers.decline': { ...theirs, body: { reason: '' } },
    'offers.withdraw': { ...ours, body: { reason: '' } },
    'offers.confirm': ours,
    'offers.agreement': document,
    'offers.agreementPdf': document,
  };
}
