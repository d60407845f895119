import { exact, plain } from '#contracts/exact.js';
import { changePercent, effectOf, formulaText, slidPrice } from '#contracts/price-formula.js';
import type { PriceDocument, PriceIndex, PriceRequest } from '#contracts/price-ledger.js';
import { AppError } from '#platform/http/index.js';

type Part = PriceRequest['parts'][number];
type Index = Pick<PriceIndex, 'id' | 'name' | 'source' | 'points'>;

/** The values of a part: of its index at the two months, or as they were typed. Error: `ledger/no-such-month`. */
function valuesOf(part: Part, index: Index | undefined, no: number): { baseValue: string; value: string } {
  if (part.indexId === null) return { baseValue: part.baseValue, value: part.value };
  const at = (field: 'basePeriod' | 'period'): string => {
    const month = part[field];
    const point = index?.points.find(({ period }) => period === month);
    if (point) return point.value;
    const fields = { [`parts.${no}.${field}`]: 'ledger/no-such-month' };
    throw new AppError('ledger/no-such-month', { month, index: index?.name ?? '' }, fields);
  };
  return { baseValue: at('basePeriod'), value: at('period') };
}

/** A request with the values it stands on, and the price that follows from them, to the yen. */
export function priceDocumentOf(request: PriceRequest, indexes: readonly Index[]): PriceDocument {
  const parts = request.parts.map((part, no) => {
    const index = indexes.find(({ id }) => id === part.indexId);
    const values = valuesOf(part, index, no);
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
  if (exact(computed).n <= 0n)
    throw new AppError('ledger/no-price-left', {}, { parts: 'ledger/no-price-left' });
  return {
    ...{ item: request.item, unit: request.unit, currentPrice, rounding, digits, parts },
    computedPrice: plain(computed),
    requestedPrice: request.requestedPrice === '' ? plain(computed) : request.requestedPrice,
    formula: formulaText(currentPrice, parts, rounding, digits),
    ...{ effectiveOn: request.effectiveOn, reason: request.reason },
  };
}
