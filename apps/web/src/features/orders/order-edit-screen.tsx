import { Box, Button } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ordersApi, type Order } from '#contracts/orders.js';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { EmptyState } from '../../parts/empty-state';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { OrderForm } from './order-form';

export default function OrderEditScreen() {
  const { id } = useParams({ from: '/orders/$id/edit' });
  const query = useEndpoint(ordersApi.get, { params: { id } });
  return (
    <Box maw="56rem">
      <Loaded query={query}>{(order) => <Editor order={order} />}</Loaded>
    </Box>
  );
}

/** A draft is changed in place; what is published gets a new revision. */
function Editor({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const navigate = useNavigate();
  const update = useCommand(ordersApi.updateDraft);
  const amend = useCommand(ordersApi.amend);
  const { id, can } = order;
  const back = { to: `/orders/${id}`, label: t('toOrder') };
  const done = (words: string) => {
    tell(words);
    void navigate({ to: '/orders/$id', params: { id } });
  };
  if (can.edit)
    return (
      <>
        <PageHeader title={t('form.editTitle')} lead={t('form.editLead')} back={back} />
        <OrderForm
          order={order}
          label={t('form.saveDraft')}
          save={(body, version) => update.mutateAsync({ params: { id }, body, version })}
          saved={() => done(t('form.draftSaved'))}
        />
      </>
    );
  if (can.amend)
    return (
      <>
        <PageHeader
          title={t('form.amendTitle')}
          lead={t('form.amendLead', { n: order.revision + 1 })}
          back={back}
        />
        <OrderForm
          order={order}
          amends
          label={t('form.saveAmend')}
          save={(content, version, reason) =>
            amend.mutateAsync({ params: { id }, body: { content, reason }, version })
          }
          saved={() => done(t('form.amended'))}
        />
      </>
    );
  return (
    <>
      <PageHeader title={order.content.title} back={back} />
      <EmptyState
        title={t('form.notEditable')}
        text={t('form.notEditableText')}
        action={
          <Button component={Link} to={back.to} variant="default">
            {back.label}
          </Button>
        }
      />
    </>
  );
}
