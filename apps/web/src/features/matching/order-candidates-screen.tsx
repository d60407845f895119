import { useParams } from '@tanstack/react-router';
import { ordersApi } from '#contracts/orders.js';
import { useEndpoint } from '../../api/use-endpoint';
import { Loaded } from '../../parts/loaded';
import { CandidatesPage } from './candidates-page';

/** Who could make what an order asks for, and why. */
export default function OrderCandidatesScreen() {
  const { id } = useParams({ from: '/orders/$id/candidates' });
  const query = useEndpoint(ordersApi.get, { params: { id } });
  return (
    <Loaded query={query}>
      {(order) => (
        <CandidatesPage
          subject={{
            kind: 'order',
            id,
            title: order.content.title,
            to: `/orders/${id}`,
            canPropose: order.can.propose,
          }}
        />
      )}
    </Loaded>
  );
}
