import { Box } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ordersApi } from '#contracts/orders.js';
import { useCommand } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { PageHeader } from '../../parts/page-header';
import { OrderForm } from './order-form';

export default function OrderNewScreen() {
  const { t } = useTranslation('orders');
  const navigate = useNavigate();
  const create = useCommand(ordersApi.create);
  return (
    <Box maw="56rem">
      <PageHeader
        title={t('form.newTitle')}
        lead={t('form.newLead')}
        back={{ to: '/orders', label: t('toList') }}
      />
      <OrderForm
        label={t('form.saveDraft')}
        save={(body) => create.mutateAsync({ body })}
        saved={({ id }) => {
          tell(t('form.draftSaved'));
          void navigate({ to: '/orders/$id', params: { id } });
        }}
      />
    </Box>
  );
}
