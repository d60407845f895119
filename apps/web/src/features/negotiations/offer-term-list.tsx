import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sheetParts } from '#contracts/term-changes.js';
import type { TermSheet } from '#contracts/term-sheet.js';
import { lineAmount } from '#contracts/term-totals.js';
import { Facts } from '../../parts/facts';
import { formatDay } from '../../parts/format';
import { DocumentLink } from './document-link';
import { OfferTotals } from './offer-totals';
import { formatMoney, useOfferWords } from './use-offer-words';
import classes from './offer-sheet.module.css';

interface OfferTermListProps {
  terms: TermSheet;
  /** An agreement, without what only offers have. */
  document?: boolean;
  /** Leads from the lines to the documents of this room that they were made on. */
  roomId?: string;
}

/** All that an offer says: lines, totals with tax, lots, conditions. */
export function OfferTermList({ terms, document = false, roomId }: OfferTermListProps) {
  const { t } = useTranslation('offers');
  const words = useOfferWords();
  const parts = sheetParts.filter(
    (part) =>
      !(part === 'validUntil' && document) && !(part === 'separable' && (document || terms.lots.length < 2)),
  );
  return (
    <Stack gap="md">
      <ul className={classes.lines}>
        {terms.lines.map((line) => (
          <li key={line.key}>
            <Text size="sm" fw={600}>
              {line.kind !== 'item' && <span className={classes.kind}>{t(`line.kinds.${line.kind}`)}</span>}
              {line.item}
            </Text>
            {words.drawing(line) && (
              <Text size="sm" c="gray.7">
                {words.drawing(line)}
              </Text>
            )}
            {roomId && <DocumentLink roomId={roomId} line={line} />}
            <div className={classes.price}>
              <Text size="sm">{words.price(line)}</Text>
              <Text size="sm" fw={600}>
                {formatMoney(lineAmount(line, terms.rounding), line.currency)}
              </Text>
            </div>
          </li>
        ))}
      </ul>
      <OfferTotals terms={terms} />
      <Facts
        facts={[
          ...terms.lots.map((lot, i) => ({
            label: terms.lots.length > 1 ? words.lotName(lot, i) : t('lot.deliverOn'),
            value:
              terms.lots.length > 1
                ? `${formatDay(lot.deliverOn)} ${words.lot(lot, terms)}`
                : formatDay(lot.deliverOn),
          })),
          ...parts.map((part) => ({
            label: t(`part.${part}`),
            value: words.part(part, terms) && (
              <Text span inherit style={{ whiteSpace: 'pre-wrap' }}>
                {words.part(part, terms)}
              </Text>
            ),
          })),
        ]}
      />
    </Stack>
  );
}
