import { formulaText, slidPrice } from '#contracts/price-formula.js';
import type { PriceAnswer, PriceIndex, PriceRequest } from '#contracts/price-ledger.js';

export type DraftPart = PriceRequest['parts'][number];

export const emptyPart = (): DraftPart => ({
  ...{ kind: 'material', label: '', sharePercent: '', indexId: null },
  ...{ basePeriod: '', period: '', baseValue: '', value: '' },
});

/** A part with another index: its latest month, and the one a year before where the index has it. */
export function withIndex(part: DraftPart, index: PriceIndex | undefined): DraftPart {
  if (!index) return { ...part, indexId: null, basePeriod: '', period: '' };
  const last = index.points.at(-1)?.period ?? '';
  const before = `${Number(last.slice(0, 4)) - 1}${last.slice(4)}`;
  const base = index.points.find(({ period }) => period === before) ?? index.points[0];
  return {
    ...part,
    indexId: index.id,
    basePeriod: base?.period ?? '',
    period: last,
    baseValue: '',
    value: '',
  };
}

function valuesOf(part: DraftPart, indexes: readonly PriceIndex[]) {
  if (part.indexId === null) return { baseValue: part.baseValue, value: part.value };
  const points = indexes.find(({ id }) => id === part.indexId)?.points ?? [];
  const at = (month: string) => points.find(({ period }) => period === month)?.value ?? '';
  return { baseValue: at(part.basePeriod), value: at(part.period) };
}

/** The price as the server will compute it; null where an amount is missing or no number yet. */
export function computedPrice(
  request: PriceRequest,
  indexes: readonly PriceIndex[],
): { price: string; formula: string } | null {
  const parts = request.parts.map((part) => ({
    sharePercent: part.sharePercent,
    ...valuesOf(part, indexes),
  }));
  const { currentPrice, rounding, digits } = request;
  try {
    return {
      price: slidPrice(currentPrice, parts, rounding, digits),
      formula: formulaText(currentPrice, parts, rounding, digits),
    };
  } catch {
    return null;
  }
}

/** Nothing is chosen for who answers: another price is agreed by a click otherwise. */
export const noAnswerYet = { decision: null as unknown as PriceAnswer['decision'], price: '', reasons: '' };
