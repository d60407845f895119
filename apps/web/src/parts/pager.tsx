import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Endpoint } from '#contracts/endpoint.js';
import type { Pages } from '../api/use-endpoint';

/** How many are shown of how many, and a button for the next page. */
export function Pager<E extends Endpoint>({ pages }: { pages: Pages<E> }) {
  const { t } = useTranslation();
  const total = (pages.first as { total?: number | null } | undefined)?.total ?? null;
  if (pages.items.length === 0) return null;
  return (
    <Group mt="md" gap="md" className="no-print">
      {pages.hasMore && (
        <Button variant="default" onClick={pages.loadMore} loading={pages.isLoadingMore}>
          {t('loadMore')}
        </Button>
      )}
      <Text size="sm" c="dimmed" role="status">
        {total === null || !pages.hasMore
          ? t(pages.hasMore ? 'shown' : 'shownAll', { count: pages.items.length })
          : t('shownOf', { shown: pages.items.length, total: total.toLocaleString('ja-JP') })}
      </Text>
    </Group>
  );
}
