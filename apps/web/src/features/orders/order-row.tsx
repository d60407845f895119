import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OrderCard } from '#contracts/orders.js';
import { formatDay, formatYen } from '../../parts/format';
import { PosterName } from '../../parts/poster-name';
import { ResultItem } from '../../parts/result-list';
import { StateBadge } from '../../parts/state-badge';
import { TermNames } from '../../parts/term-names';
import { dayInJapan } from '../../parts/words';

/** An order in the search result. */
export function OrderRow({ order }: { order: OrderCard }) {
  const { t } = useTranslation('orders');
  return (
    <ResultItem
      to={`/orders/${order.id}`}
      title={order.title}
      badges={<StateBadge kind="order" state={order.state} />}
      about={<PosterName poster={order.poster} />}
      aside={
        <>
          {order.budgetYen !== null && (
            <Text span fw={650} size="sm" c="gray.9">
              {formatYen(order.budgetYen)}
            </Text>
          )}
          {order.answerBy && order.state === 'published' && (
            <span>{t('answerBy', { on: formatDay(order.answerBy) })}</span>
          )}
          {order.publishedAt && (
            <span>{t('publishedOn', { on: formatDay(dayInJapan(order.publishedAt)) })}</span>
          )}
        </>
      }
    >
      {order.processes.length > 0 && (
        <div>
          <TermNames list="processes" codes={order.processes} limit={5} />
        </div>
      )}
      {order.materials.length > 0 && (
        <div>
          <TermNames list="materials" codes={order.materials} limit={5} />
        </div>
      )}
      {order.summary && (
        <Text size="sm" lineClamp={2}>
          {order.summary}
        </Text>
      )}
    </ResultItem>
  );
}
