import { Alert, Badge, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ordersApi, type Order } from '#contracts/orders.js';
import { useEndpoint } from '../../api/use-endpoint';
import { Facts } from '../../parts/facts';
import { DateTime, formatDay, formatYen } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Panel } from '../../parts/panel';
import { PosterName } from '../../parts/poster-name';
import { RequirementTable } from '../../parts/requirement-table';
import { StateBadge } from '../../parts/state-badge';
import { TwoColumns } from '../../parts/two-columns';
import { OrderActions } from './order-actions';
import { OrderAttachments } from './order-attachments';
import { OrderOffers } from './order-offers';
import { OrderRevisions } from './order-revisions';

export default function OrderScreen() {
  const { id } = useParams({ from: '/orders/$id' });
  const query = useEndpoint(ordersApi.get, { params: { id } });
  return <Loaded query={query}>{(order) => <OrderPage order={order} />}</Loaded>;
}

function OrderPage({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const { content, poster } = order;
  return (
    <>
      <PageHeader
        title={content.title}
        back={{ to: '/orders', label: t('toList') }}
        badges={
          <>
            <StateBadge kind="order" state={order.state} />
            {order.revision > 1 && (
              <Badge color="gray" variant="light" radius="sm" tt="none">
                {t('revision', { n: order.revision })}
              </Badge>
            )}
          </>
        }
        action={<OrderActions order={order} />}
      />
      <TwoColumns
        main={
          <>
            {poster.name === null && <Alert color="gray">{t('masked')}</Alert>}
            {content.summary && (
              <Panel title={t('section.summary')}>
                <Text style={{ whiteSpace: 'pre-wrap' }} maw="46rem">
                  {content.summary}
                </Text>
              </Panel>
            )}
            <Panel title={t('section.requirements')}>
              <RequirementTable requirements={content.requirements} />
            </Panel>
            {order.state !== 'draft' && <OrderRevisions order={order} />}
          </>
        }
        side={
          <>
            <Panel title={t('section.facts')}>
              <OrderFacts order={order} />
            </Panel>
            <OrderOffers order={order} />
            <OrderAttachments order={order} masked={poster.name === null} />
          </>
        }
      />
    </>
  );
}

function OrderFacts({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const { content } = order;
  return (
    <Facts
      facts={[
        { label: t('poster'), value: <PosterName poster={order.poster} link /> },
        { label: t('field.budgetYen'), value: content.budgetYen !== null && formatYen(content.budgetYen) },
        { label: t('field.answerBy'), value: content.answerBy && formatDay(content.answerBy) },
        { label: t('field.visibility'), value: t(`visibility.${content.visibility}`) },
        { label: t('published'), value: order.publishedAt && <DateTime at={order.publishedAt} /> },
        { label: t('outcomeLabel'), value: order.outcome && t(`outcome.${order.outcome}`) },
        { label: t('reasonLabel'), value: order.reason },
      ]}
    />
  );
}
