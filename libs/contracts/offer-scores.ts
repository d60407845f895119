import {
  add,
  compare,
  decimal,
  divide,
  exact,
  multiply,
  plain,
  round,
  sum,
  zero,
  type Exact,
} from './exact.js';
import {
  criteria,
  type ComparedOffer,
  type Criterion,
  type OfferWeights,
  type Weighed,
} from './offer-comparison.js';
import { daysBetween } from './payment-days.js';
import type { Currency, TermSheet } from './term-sheet.js';

/** What an offer is scored by. */
export type OfferFacts = Pick<ComparedOffer, 'stands' | 'price' | 'madeOn' | 'lastDelivery' | 'rating'> & {
  readonly terms: Pick<TermSheet, 'warrantyMonths'>;
};
type Why = Weighed['missing'][number]['why'];
/** A figure, or why there is none. */
type Figure = Exact | Why;

const hundred = exact(100);
const isKnown = (figure: Figure): figure is Exact => typeof figure !== 'string';
const least = (all: readonly Exact[]): Exact => all.reduce((a, b) => (compare(a, b) <= 0 ? a : b));
const most = (all: readonly Exact[]): Exact => all.reduce((a, b) => (compare(a, b) >= 0 ? a : b));
const share = (part: Exact, whole: Exact): Exact =>
  compare(whole, zero) === 0 ? hundred : multiply(hundred, divide(part, whole));

/** In which currency prices are compared: yen where an offer is wholly in yen, else the one that all share. */
function comparedCurrency(offers: readonly OfferFacts[]): Currency | null {
  const used = new Set(offers.map(({ price }) => price?.currency));
  if (used.has('JPY')) return 'JPY';
  const [only] = used;
  return used.size === 1 ? (only ?? null) : null;
}

/**
 * Day of the last delivery counted from one common day, on which the first of the offers was made: offers of the same
 * date count alike, however late they were made. Never 0, so that no promise of "today" makes all others worthless.
 */
const deliveryDayOf = (offer: OfferFacts, firstDay: string): number =>
  daysBetween(firstDay, offer.lastDelivery) + 1;

function figureOf(
  criterion: Criterion,
  offer: OfferFacts,
  base: { firstDay: string; currency: Currency | null },
): Figure {
  switch (criterion) {
    case 'price':
      return offer.price && offer.price.currency === base.currency
        ? exact(offer.price.net)
        : 'other-currency';
    case 'delivery':
      if (offer.lastDelivery < offer.madeOn) return 'impossible';
      return exact(deliveryDayOf(offer, base.firstDay));
    case 'warranty':
      return offer.terms.warrantyMonths === null ? 'not-said' : exact(offer.terms.warrantyMonths);
    default: {
      const rated = offer.rating[criterion];
      return rated === null ? 'not-rated' : exact(rated);
    }
  }
}

/**
 * One criterion out of 100. Price and delivery: the smallest ÷ its own; warranty: its own ÷ the longest; ratings: ÷ 5.
 * Where own and measure are both 0 it is as good as the best: 100.
 */
function pointsOf(criterion: Criterion, own: Exact, all: readonly Exact[]): Exact {
  const value =
    criterion === 'price' || criterion === 'delivery'
      ? share(least(all), own)
      : share(own, criterion === 'warranty' ? most(all) : exact(5));
  return round(value, 'half-up', 1);
}

const byCriterion = <V>(value: (criterion: Criterion) => V): Record<Criterion, V> =>
  Object.fromEntries(criteria.map((one) => [one, value(one)])) as Record<Criterion, V>;

/** Mean of the shown points, so that whoever holds the printed table can compute it again; null where one is missing. */
function meanOf(points: Record<Criterion, Exact | null>, weights: OfferWeights): Exact | null {
  const counted = criteria.filter((one) => weights[one] > 0);
  if (counted.length === 0) return null;
  let total = zero;
  for (const one of counted) {
    const value = points[one];
    if (value === null) return null;
    total = add(total, multiply(exact(weights[one]), value));
  }
  const weight = sum(counted.map((one) => exact(weights[one])));
  return round(divide(total, weight), 'half-up', 1);
}

/** Who is the best of at least two that differ. */
function bestOf(values: readonly (Exact | null)[]): boolean[] {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return values.map(() => false);
  const top = most(known);
  if (known.every((value) => compare(value, top) === 0)) return values.map(() => false);
  return values.map((value) => value !== null && compare(value, top) === 0);
}

const written = (value: Exact | null): string | null => value && decimal(value, 1);

/**
 * Scores offers by the weights, each out of 100, one answer per offer in their order. Only offers that stand are scored
 * and only they are measured by. A missing figure is never counted as 0: the offer then has no score, and says why.
 */
export function weighOffers(offers: readonly OfferFacts[], weights: OfferWeights): Weighed[] {
  const standing = offers.filter(({ stands }) => stands);
  const firstDay = standing.map(({ madeOn }) => madeOn).sort()[0] ?? '';
  const base = { firstDay, currency: comparedCurrency(standing) };
  const figures = offers.map((offer) => offer.stands && byCriterion((one) => figureOf(one, offer, base)));
  const known = byCriterion((one) => figures.flatMap((own) => (own && isKnown(own[one]) ? [own[one]] : [])));
  const points = figures.map((own) =>
    byCriterion((one) => {
      const figure = own && own[one];
      return figure && isKnown(figure) ? pointsOf(one, figure, known[one]) : null;
    }),
  );
  const means = points.map((own) => meanOf(own, weights));
  // By the figures and not by their rounded points: 999,999 is the lowest beside 1,000,000, though both have 100.0.
  const isBest = byCriterion((one) => bestOf(figures.map((own) => rankable(one, own && own[one]))));
  const bestScore = bestOf(means);
  return offers.map((offer, i) => ({
    scores: byCriterion((one) => written(points[i]?.[one] ?? null)),
    missing: missingOf(figures[i] ?? false),
    score: written(means[i] ?? null),
    rank: rankOf(means[i] ?? null, means),
    best: [...criteria.filter((one) => isBest[one][i]), ...(bestScore[i] ? (['score'] as const) : [])],
    deliveryDay: offer.stands && offer.lastDelivery >= offer.madeOn ? deliveryDayOf(offer, firstDay) : null,
  }));
}

/** A figure so that larger is better; null where there is none. */
function rankable(criterion: Criterion, figure: Figure | false): Exact | null {
  if (!figure || !isKnown(figure)) return null;
  return criterion === 'price' || criterion === 'delivery' ? multiply(exact(-1), figure) : figure;
}

const missingOf = (figures: Record<Criterion, Figure> | false): Weighed['missing'] =>
  criteria.flatMap((criterion) => {
    const figure = figures && figures[criterion];
    return figure && !isKnown(figure) ? [{ criterion, why: figure }] : [];
  });

/** 1 for the best; equal scores share a rank, the next one counts them. */
const rankOf = (own: Exact | null, all: readonly (Exact | null)[]): number | null =>
  own && 1 + all.filter((other) => other !== null && compare(other, own) > 0).length;

/** Best score first, then those that stand without one, then those that have ended; equals as they were. */
export function inOrder<T extends Pick<ComparedOffer, 'rank' | 'stands'>>(items: readonly T[]): T[] {
  const place = ({ rank, stands }: T): number => rank ?? (stands ? 1e6 : 1e7);
  return [...items].sort((a, b) => place(a) - place(b));
}

/** Each criterion's part of all weights in per cent with one digit after the point; 0.0 while all are 0. */
export function weightShares(weights: OfferWeights): Record<Criterion, string> {
  const total = sum(criteria.map((one) => exact(weights[one])));
  return byCriterion((one) =>
    compare(total, zero) === 0 ? '0.0' : decimal(round(share(exact(weights[one]), total), 'half-up', 1), 1),
  );
}

/** Whether offers are for other quantities, so that their totals do not compare; tooling and set-up cost aside. */
export function quantitiesDiffer(sheets: readonly Pick<TermSheet, 'lines'>[]): boolean {
  const ofUnits = sheets.map(({ lines }) => {
    const totals = new Map<string, Exact>();
    for (const { kind, unit, quantity } of lines)
      if (kind === 'item') totals.set(unit, add(totals.get(unit) ?? zero, exact(quantity)));
    return [...totals]
      .map(([unit, total]) => `${plain(decimal(total, 6))} ${unit}`)
      .sort()
      .join();
  });
  return new Set(ofUnits).size > 1;
}
