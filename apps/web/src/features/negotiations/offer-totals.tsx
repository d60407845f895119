import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { TermSheet } from '#contracts/term-sheet.js';
import { sheetTotals } from '#contracts/term-totals.js';
import { formatMoney } from './use-offer-words';
import classes from './offer-sheet.module.css';

/** Net, tax per class and gross, per currency. */
export function OfferTotals({ terms }: { terms: Pick<TermSheet, 'lines' | 'rounding'> }) {
  const { t } = useTranslation('offers');
  return (
    <dl className={classes.totals}>
      {sheetTotals(terms).map(({ currency, net, taxes, gross }) => {
        const isUnstated = taxes.every(({ taxClass }) => taxClass === 'unstated');
        return (
          <Fragment key={currency}>
            <dt>{t('total.net')}</dt>
            <dd data-strong={isUnstated || undefined}>{formatMoney(net, currency)}</dd>
            {isUnstated ? (
              <dd className={classes.remark}>{t('total.taxUnstated')}</dd>
            ) : (
              <>
                {taxes.map((part) => (
                  <Fragment key={part.taxClass}>
                    <dt>
                      {t('total.taxOf', {
                        class: t(`tax.${part.taxClass}`),
                        net: formatMoney(part.net, currency),
                      })}
                    </dt>
                    <dd>{formatMoney(part.tax, currency)}</dd>
                  </Fragment>
                ))}
                <dt>{t('total.gross')}</dt>
                <dd data-strong>{formatMoney(gross, currency)}</dd>
              </>
            )}
          </Fragment>
        );
      })}
    </dl>
  );
}
