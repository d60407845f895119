import { useTranslation } from 'react-i18next';
import { offerTotalYen, type OfferTerms } from '#contracts/negotiations.js';
import { formatDay, formatYen } from '../../parts/format';
import { formatNumber } from '../../parts/words';
import { changedTerms, type TermKey } from './offer-terms';

/** Names and values of an offer's rows, and what changed, in the reader's language. */
export function useOfferWords() {
  const { t } = useTranslation(['negotiations', 'common']);
  const label = (key: TermKey): string => t(`offer.term.${key}`);
  const value = (key: TermKey, terms: OfferTerms): string => {
    switch (key) {
      case 'quantity':
        return t('offer.quantityOf', { n: formatNumber(terms.quantity), unit: terms.unit });
      case 'unitPriceYen':
        return formatYen(terms.unitPriceYen);
      case 'totalYen':
        return formatYen(offerTotalYen(terms));
      case 'deliveryOn':
      case 'validUntil':
        return formatDay(terms[key]);
      default:
        return terms[key] || t('common:none');
    }
  };
  /** 単価 1,200円 → 1,150円 */
  const changes = (before: OfferTerms, after: OfferTerms): string[] =>
    changedTerms(before, after).map((key) =>
      t('offer.change', { term: label(key), before: value(key, before), after: value(key, after) }),
    );
  return { label, value, changes };
}
