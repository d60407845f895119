import { Button, Radio, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orderOutcome, ordersApi, type Order } from '#contracts/orders.js';
import { useCommand } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';

/** What the viewer may do with the order: a draft is published, a published order has candidates to look at. */
export function OrderActions({ order }: { order: Order }) {
  const { t } = useTranslation(['orders', 'common']);
  const publish = useCommand(ordersApi.publish);
  const { id, can, version } = order;
  return (
    <>
      {can.cancel && <Cancel order={order} />}
      {can.close && <Close order={order} />}
      {(can.edit || can.amend) && (
        <Button component={Link} to={`/orders/${id}/edit`} variant="default">
          {t(can.edit ? 'common:edit' : 'actions.amend')}
        </Button>
      )}
      {can.publish && (
        <ConfirmButton
          variant="filled"
          label={t('actions.publish')}
          title={t('actions.publishTitle')}
          text={t('actions.publishText')}
          onConfirm={() =>
            publish.mutateAsync({ params: { id }, version }).then(() => tell(t('actions.published')))
          }
        />
      )}
      {can.readCandidates && (
        <Button component={Link} to={`/orders/${id}/candidates`}>
          {t('actions.candidates')}
        </Button>
      )}
    </>
  );
}

function Close({ order: { id, version } }: { order: Order }) {
  const { t } = useTranslation('orders');
  const close = useCommand(ordersApi.close);
  const [outcome, setOutcome] = useState<(typeof orderOutcome.options)[number]>('placed-here');
  return (
    <ConfirmButton
      label={t('actions.close')}
      title={t('actions.closeTitle')}
      text={t('actions.closeText')}
      reason={{ label: t('actions.comment'), needed: false }}
      onConfirm={(reason) =>
        close
          .mutateAsync({ params: { id }, body: { outcome, reason }, version })
          .then(() => tell(t('actions.closed')))
      }
    >
      <Radio.Group
        label={t('outcome.label')}
        value={outcome}
        onChange={(chosen) => setOutcome(orderOutcome.parse(chosen))}
      >
        <Stack gap="xs" mt={6}>
          {orderOutcome.options.map((option) => (
            <Radio key={option} value={option} label={t(`outcome.${option}`)} />
          ))}
        </Stack>
      </Radio.Group>
    </ConfirmButton>
  );
}

function Cancel({ order: { id, version, state } }: { order: Order }) {
  const { t } = useTranslation('orders');
  const cancel = useCommand(ordersApi.cancel);
  return (
    <ConfirmButton
      danger
      label={t('actions.cancel')}
      title={t('actions.cancelTitle')}
      text={t(state === 'draft' ? 'actions.cancelDraftText' : 'actions.cancelText')}
      reason={{ label: t('actions.reason'), needed: true }}
      onConfirm={(reason) =>
        cancel
          .mutateAsync({ params: { id }, body: { reason }, version })
          .then(() => tell(t('actions.cancelled')))
      }
    />
  );
}
