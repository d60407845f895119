import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fairsApi, type Fair } from '#contracts/fair-exhibition.js';
import { useCommand } from '../../api/use-endpoint';
import { NumberField } from '../../forms/number-field';
import { tell } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';

/** What organisers do with a fair: edit, cancel, and the next step as the one primary action. */
export function FairActions({ fair }: { fair: Fair }) {
  const { t } = useTranslation(['fairs', 'common']);
  const { id, can } = fair;
  return (
    <>
      {can.cancel && <Cancel fair={fair} />}
      {can.edit && (
        <Button component={Link} to={`/fairs/${id}/edit`} variant="default">
          {t('common:edit')}
        </Button>
      )}
      {can.organise && ['published', 'running', 'finished'].includes(fair.state) && (
        <Button component={Link} to={`/fairs/${id}/live`} variant="default">
          {t('live.open')}
        </Button>
      )}
      {can.organise && !can.cancel && <Cost fair={fair} />}
      {can.advance && <Advance fair={fair} to={can.advance} />}
    </>
  );
}

function Advance({ fair: { id, version }, to }: { fair: Fair; to: NonNullable<Fair['can']['advance']> }) {
  const { t } = useTranslation('fairs');
  const advance = useCommand(fairsApi.advance);
  return (
    <ConfirmButton
      variant="filled"
      label={t(`advance.${to}`)}
      title={t('advance.title', { step: t(`advance.${to}`) })}
      text={t(`advanceText.${to}`)}
      onConfirm={() =>
        advance.mutateAsync({ params: { id }, body: { to }, version }).then(() => tell(t(`advanced.${to}`)))
      }
    />
  );
}

function Cancel({ fair: { id, version } }: { fair: Fair }) {
  const { t } = useTranslation('fairs');
  const cancel = useCommand(fairsApi.cancel);
  const [costYen, setCostYen] = useState<number | null>(null);
  return (
    <ConfirmButton
      danger
      label={t('cancel.label')}
      title={t('cancel.title')}
      text={t('cancel.text')}
      reason={{ label: t('cancel.reason'), needed: true, maxLength: 1_000 }}
      onConfirm={(reason) =>
        cancel
          .mutateAsync({ params: { id }, body: { reason, costYen }, version })
          .then(() => tell(t('cancel.done')))
      }
    >
      <NumberField label={t('cancel.cost')} yen value={costYen} onChange={setCostYen} />
    </ConfirmButton>
  );
}

/** The cost is often known only afterwards. */
function Cost({ fair }: { fair: Fair }) {
  const { t } = useTranslation('fairs');
  const save = useCommand(fairsApi.setCost);
  const [costYen, setCostYen] = useState(fair.costYen);
  return (
    <ConfirmButton
      label={t('cost.label')}
      title={t('cost.title')}
      text={t('cost.text')}
      onConfirm={() =>
        save
          .mutateAsync({ params: { id: fair.id }, body: { costYen }, version: fair.version })
          .then(() => tell(t('cost.done')))
      }
    >
      <NumberField label={t('field.cost')} yen value={costYen} onChange={setCostYen} />
    </ConfirmButton>
  );
}
