import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Offer } from '#contracts/offers.js';
import { useOfferWords } from './use-offer-words';

/** What an offer changed against the one before it, line by line in words; nothing for a first offer. */
export function OfferChanges({ offer, before }: { offer: Offer; before: Offer | undefined }) {
  const { t } = useTranslation('negotiations');
  const words = useOfferWords();
  if (!before) return null;
  const changes = words.changes(before.terms, offer.terms);
  return (
    <div>
      <Text size="sm" fw={600}>
        {changes.length > 0 ? t('offer.changed', { no: before.no }) : t('offer.unchanged', { no: before.no })}
      </Text>
      <List size="sm" mt={2} listStyleType="disc">
        {changes.map((change) => (
          <List.Item key={change}>{change}</List.Item>
        ))}
      </List>
    </div>
  );
}
