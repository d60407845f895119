import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { patentsApi, type Patent } from '#contracts/patents.js';
import { useCommand } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';
import { ShowInterest } from './own-interest';

/** What the viewer may do with the patent: the holder publishes and looks at candidates, others show interest. */
export function PatentActions({ patent }: { patent: Patent }) {
  const { t } = useTranslation(['patents', 'common']);
  const publish = useCommand(patentsApi.publish);
  const { id, can, version } = patent;
  return (
    <>
      {can.withdraw && <Withdraw patent={patent} />}
      {can.edit && (
        <Button component={Link} to={`/patents/${id}/edit`} variant="default">
          {t('common:edit')}
        </Button>
      )}
      {can.publish && (
        <ConfirmButton
          variant="filled"
          label={t('actions.publish')}
          title={t('actions.publishTitle')}
          text={t(`actions.publishText.${patent.content.visibility}`)}
          onConfirm={() =>
            publish.mutateAsync({ params: { id }, version }).then(() => tell(t('actions.published')))
          }
        />
      )}
      {can.readCandidates && (
        <Button component={Link} to={`/patents/${id}/candidates`}>
          {t('actions.candidates')}
        </Button>
      )}
      {can.showInterest && patent.interest === null && <ShowInterest patentId={id} />}
    </>
  );
}

function Withdraw({ patent: { id, version, state } }: { patent: Patent }) {
  const { t } = useTranslation('patents');
  const withdraw = useCommand(patentsApi.withdraw);
  return (
    <ConfirmButton
      danger
      label={t('actions.withdraw')}
      title={t('actions.withdrawTitle')}
      text={t(state === 'draft' ? 'actions.withdrawDraftText' : 'actions.withdrawText')}
      reason={{ label: t('actions.reason'), needed: true }}
      onConfirm={(reason) =>
        withdraw
          .mutateAsync({ params: { id }, body: { reason }, version })
          .then(() => tell(t('actions.withdrawn')))
      }
    />
  );
}
