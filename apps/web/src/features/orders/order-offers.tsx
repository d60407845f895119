import { Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { offerComparisonApi } from '#contracts/offer-comparison.js';
import type { Order } from '#contracts/orders.js';
import { useMe } from '../../api/session';
import { useEndpoint } from '../../api/use-endpoint';
import { Panel } from '../../parts/panel';

/** How many suppliers have made an offer for an own order, and the way to their comparison. */
export function OrderOffers({ order: { id, state, poster } }: { order: Order }) {
  const { t } = useTranslation('offers');
  const isOwn = useMe().company?.id === poster.id && state !== 'draft';
  const { data } = useEndpoint(offerComparisonApi.get, { params: { id } }, { enabled: isOwn });
  if (!isOwn || !data || data.items.length === 0) return null;
  return (
    <Panel title={t('compare.title')}>
      <Text size="sm">{t('compare.two', { count: data.items.length })}</Text>
      <Button component={Link} to={`/orders/${id}/offers`} variant="default" size="compact-sm" mt="sm">
        {t('compare.open')}
      </Button>
    </Panel>
  );
}
