import { exact, plain } from '#contracts/exact.js';
import { changePercent, effectOf, formulaText, slidPrice } from '#contracts/price-formula.js';
import type { PriceDocument, PriceIndex, PriceRequest } from '#contracts/price-ledger.js';
import { AppError } from '#platform/http/index.js';

type Part = PriceRequest['parts'][number];
type Index = Pick<PriceIndex, 'id' | 'name' | 'source' | 'points'>;

/** The values of a part: of its index at the two months, or as they were typed. Error: `ledger/no-such-month`. */
function valuesOf(part: Part, index: Index | undefined): { baseValue: string; value: string } {
  if (part.indexId === null) return { baseValue: part.baseValue, value: part.value };
  const at = (period: string): string => {
    const point = index?.points.find((one) => one.period === period);
    if (!point) throw new AppError('ledger/no-such-month', { month: period, index: index?.name ?? '' });
    return point.value;
  };
  return { baseValue: at(part.basePeriod), value: at(part.period) };
}

/** A request with the values it stands on, and the price that follows from them, to the yen. */
export function priceDocumentOf(request: PriceRequest, indexes: readonly Index[]): PriceDocument {
  const parts = request.parts.map((part) => {
    const index = indexes.find(({ id }) => id === part.indexId);
    const values = valuesOf(part, index);
    const share = { sharePercent: part.sharePercent, ...values };
    return {
      ...{ kind: part.kind, label: part.label, ...share },
      index: index
        ? {
            id: index.id,
            name: index.name,
            source: index.source,
            basePeriod: part.basePeriod,
            period: part.period,
          }
        : null,
      changePercent: changePercent(share),
      effect: effectOf(request.currentPrice, share),
    };
  });
  const { currentPrice, rounding, digits } = request;
  const computed = slidPrice(currentPrice, parts, rounding, digits);
  if (exact(computed).n <= 0n) throw new AppError('ledger/no-price-left');
  return {
    ...{ item: request.item, unit: request.unit, currentPrice, rounding, digits, parts },
    computedPrice: plain(computed),
    requestedPrice: request.requestedPrice === '' ? plain(computed) : request.requestedPrice,
    formula: formulaText(currentPrice, parts, rounding, digits),
    ...{ effectiveOn: request.effectiveOn, reason: request.reason },
  };
}
