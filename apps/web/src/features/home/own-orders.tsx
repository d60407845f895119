import { useTranslation } from 'react-i18next';
import { ordersApi } from '#contracts/orders.js';
import { useEndpoint } from '../../api/use-endpoint';
import { Day } from '../../parts/format';
import { LinkListItem } from '../../parts/link-list';
import { StateBadge } from '../../parts/state-badge';
import { HomePanel } from './home-panel';

/** The own company's latest orders and how far they are. */
export function OwnOrders() {
  const { t } = useTranslation('home');
  const query = useEndpoint(ordersApi.list, { query: { mine: true, limit: 5 } });
  return (
    <HomePanel
      title={t('orders.title')}
      query={query}
      none={t('orders.none')}
      all={{ to: '/orders', search: { mine: 'true' }, label: t('orders.all') }}
      itemsOf={({ items }) =>
        items.map((order) => (
          <LinkListItem
            key={order.id}
            to={`/orders/${order.id}`}
            title={order.title}
            detail={
              order.answerBy && (
                <>
                  {t('orders.answerBy')} <Day on={order.answerBy} />
                </>
              )
            }
            aside={<StateBadge kind="order" state={order.state} />}
          />
        ))
      }
    />
  );
}
