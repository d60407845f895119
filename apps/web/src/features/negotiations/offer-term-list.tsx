import { Text } from '@mantine/core';
import type { OfferTerms } from '#contracts/negotiations.js';
import { Facts } from '../../parts/facts';
import { termKeys } from './offer-terms';
import { useOfferWords } from './use-offer-words';

/** All that an offer says. */
export function OfferTermList({ terms }: { terms: OfferTerms }) {
  const words = useOfferWords();
  return (
    <Facts
      facts={termKeys.map((key) => ({
        label: words.label(key),
        value: (
          <Text span inherit fw={key === 'totalYen' ? 650 : undefined} style={{ whiteSpace: 'pre-wrap' }}>
            {words.value(key, terms)}
          </Text>
        ),
      }))}
    />
  );
}
