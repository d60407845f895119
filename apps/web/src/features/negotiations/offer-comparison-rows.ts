import type { TFunction } from 'i18next';
import { compare, exact } from '#contracts/exact.js';
import {
  criteria,
  type ComparedOffer,
  type Criterion,
  type OfferWeights,
  type Weighed,
} from '#contracts/offer-comparison.js';
import { weightShares } from '#contracts/offer-scores.js';
import { lineAmount, sheetTotals } from '#contracts/term-totals.js';
import { formatDay } from '../../parts/format';
import { joinWords } from '../../parts/words';
import { formatMoney, type useOfferWords } from './use-offer-words';

/** What a company says in a row: lines of text, whether it is the best there, and what is behind it. */
export interface ComparedCell {
  lines: string[];
  /** In words: 最安, or 最安（2社同じ）. */
  best?: string | undefined;
  remark?: string | undefined;
}
export interface ComparedRow {
  key: string;
  label: string;
  /** Below the label: the weight. */
  note?: string;
  strong?: boolean;
  cells: ComparedCell[];
}

type T = TFunction<'offers'>;
interface Given {
  readonly items: readonly ComparedOffer[];
  readonly weights: OfferWeights;
  readonly words: ReturnType<typeof useOfferWords>;
  readonly t: T;
}

/** The score, then what the companies offer, then the points of what has a weight, which the score follows from. */
export function comparedRows(given: Given): ComparedRow[] {
  return [scoreRow(given), ...termRows(given), ...pointRows(given)];
}

function bestWord({ items, t }: Given, offer: ComparedOffer, what: Weighed['best'][number]) {
  if (!offer.best.includes(what)) return undefined;
  const n = items.filter(({ best }) => best.includes(what)).length;
  return t(`compare.best.${what}`) + (n > 1 ? t('compare.tied', { n }) : '');
}

function termRows(given: Given): ComparedRow[] {
  const { items, words, t } = given;
  const row = (
    key: string,
    label: string,
    lines: (offer: ComparedOffer) => string[],
    more: { best?: Criterion; strong?: boolean; remark?: (offer: ComparedOffer) => string } = {},
  ): ComparedRow => ({
    ...{ key, label, strong: more.strong ?? false },
    cells: items.map((offer) => ({
      lines: lines(offer).filter((text) => text !== ''),
      best: more.best && bestWord(given, offer, more.best),
      remark: more.remark?.(offer),
    })),
  });
  const part = (name: 'place' | 'payment' | 'inspection' | 'warranty' | 'note', best?: Criterion) =>
    row(name, t(`part.${name}`), ({ terms }) => [words.part(name, terms)], best && { best });
  const gross = ({ terms }: ComparedOffer) =>
    sheetTotals(terms).map((total) => formatMoney(total.gross, total.currency));
  return [
    row('net', t('total.net'), ({ terms }) => [words.net(terms)], { best: 'price', strong: true }),
    row('gross', t('compare.gross'), gross),
    row('lots', t('compare.lots'), lotLines, {
      best: 'delivery',
      remark: ({ deliveryDay }) => (deliveryDay === null ? '' : t('compare.day', { n: deliveryDay })),
    }),
    part('warranty', 'warranty'),
    part('payment'),
    part('inspection'),
    part('place'),
    row('lines', t('compare.lines'), ({ terms }) =>
      terms.lines.map((line) => {
        const amount = formatMoney(lineAmount(line, terms.rounding), line.currency);
        return `${joinWords([line.item, words.drawing(line)])} ${words.price(line)} = ${amount}`;
      }),
    ),
    row('validUntil', t('compare.validUntil'), ({ terms }) => [formatDay(terms.validUntil)]),
    part('note'),
  ].filter(({ cells }) => cells.some(({ lines }) => lines.length > 0));
}

const lotLines = ({ terms }: ComparedOffer): string[] =>
  terms.lots.map((lot) => `${lot.name} ${formatDay(lot.deliverOn)}`.trim());

function pointRows(given: Given): ComparedRow[] {
  const { items, weights, t } = given;
  const shares = weightShares(weights);
  return criteria
    .filter((one) => weights[one] > 0)
    .map((one) => ({
      key: `points-${one}`,
      label: t('compare.pointsOf', { criterion: t(`compare.criteria.${one}`) }),
      note: t('compare.weightOf', { weight: weights[one], share: shares[one] }),
      cells: items.map((offer) => {
        const points = offer.scores[one];
        const why = offer.missing.find(({ criterion }) => criterion === one)?.why;
        if (points === null) return { lines: why ? [t(`compare.missing.${why}`)] : [] };
        return {
          lines: [t('compare.points', { points })],
          best: bestWord(given, offer, one),
          remark: reasonOf(given, one, offer),
        };
      }),
    }));
}

/** What the points follow from: 最安 400,000円 ÷ 500,000円. */
function reasonOf({ items, t }: Given, criterion: Criterion, offer: ComparedOffer): string {
  const scored = items.filter(({ scores }) => scores[criterion] !== null);
  switch (criterion) {
    case 'price': {
      if (!offer.price) return '';
      const prices = scored.flatMap(({ price }) => price?.net ?? []);
      const best = prices.reduce((a, b) => (compare(exact(a), exact(b)) <= 0 ? a : b), offer.price.net);
      const { net, currency } = offer.price;
      return t('compare.why.price', { best: formatMoney(best, currency), own: formatMoney(net, currency) });
    }
    case 'delivery': {
      const days = scored.flatMap(({ deliveryDay }) => deliveryDay ?? []);
      const [best, own] = [Math.min(...days), offer.deliveryDay ?? 0];
      return t('compare.why.delivery', {
        best: t('compare.day', { n: best }),
        own: t('compare.day', { n: own }),
      });
    }
    case 'warranty': {
      const months = scored.flatMap(({ terms }) => terms.warrantyMonths ?? []);
      const [best, own] = [Math.max(...months), offer.terms.warrantyMonths ?? 0];
      return t('compare.why.warranty', {
        best: t('compare.months', { count: best }),
        own: t('compare.months', { count: own }),
      });
    }
    default:
      return t('compare.why.rating', { own: offer.rating[criterion] });
  }
}

function scoreRow(given: Given): ComparedRow {
  const { items, weights, t } = given;
  const isWeighed = criteria.some((one) => weights[one] > 0);
  return {
    ...{ key: 'score', label: t('compare.score'), strong: true },
    cells: items.map((offer): ComparedCell => {
      if (!offer.stands) return { lines: [], remark: t('compare.ended') };
      if (!isWeighed) return { lines: [t('compare.noScore')], remark: t('compare.noWeights') };
      if (offer.score === null) {
        const lacking = offer.missing.filter(({ criterion }) => weights[criterion] > 0);
        const names = joinWords(lacking.map(({ criterion }) => t(`compare.criteria.${criterion}`)));
        return {
          lines: [t('compare.noScore')],
          remark: t('compare.noScoreWhy', { criteria: names }),
        };
      }
      return {
        lines: [t('compare.points', { points: offer.score })],
        best: bestWord(given, offer, 'score'),
        remark: t('compare.rank', { rank: offer.rank }),
      };
    }),
  };
}
