import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ordersApi, type Order, type OrderContent, type orderRevision } from '#contracts/orders.js';
import { useEndpoint } from '../../api/use-endpoint';
import { ChangedLines } from '../../parts/changed-lines';
import { formatDateTime } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';
import { useFolded } from '../../parts/use-folded';
import { useContentLines } from './content-lines';

type Revision = z.output<typeof orderRevision>;

/** Every amendment: why, when, by whom, and what it changed. */
export function OrderRevisions({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const query = useEndpoint(
    ordersApi.revisions,
    { params: { id: order.id } },
    { enabled: order.revision > 1 },
  );
  if (order.revision < 2) return null;
  return (
    <Panel title={t('section.revisions')}>
      <Loaded query={query} lines={3}>
        {({ items }) => <RevisionList items={items} />}
      </Loaded>
    </Panel>
  );
}

function RevisionList({ items }: { items: Revision[] }) {
  const { shown, more } = useFolded(items, 5);
  return (
    <>
      <Stack gap="lg">
        {shown.map((revision, i) => (
          <RevisionItem key={revision.revision} revision={revision} before={items[i + 1]?.content} />
        ))}
      </Stack>
      {more}
    </>
  );
}

function RevisionItem({ revision, before }: { revision: Revision; before: OrderContent | undefined }) {
  const { t } = useTranslation('orders');
  const lines = useContentLines();
  const about = [formatDateTime(revision.at), revision.by].filter((words) => words !== '').join(' / ');
  const [old, now] = [before && lines(before), lines(revision.content)];
  const hasChanges = old !== undefined && old.join('\n') !== now.join('\n');
  return (
    <section>
      <Title order={3}>{t('revision', { n: revision.revision })}</Title>
      <Text size="sm" c="dimmed">
        {about}
      </Text>
      {revision.reason && <Text size="sm">{t('revisions.reason', { reason: revision.reason })}</Text>}
      {old === undefined ? (
        <Text size="sm" c="dimmed">
          {t('revisions.first')}
        </Text>
      ) : hasChanges ? (
        <ChangedLines before={old} after={now} />
      ) : (
        <Text size="sm" c="dimmed">
          {t('revisions.same')}
        </Text>
      )}
    </section>
  );
}
