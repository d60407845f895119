import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { patentsApi, type Patent } from '#contracts/patents.js';
import { useCommand } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';
import { formatDay } from '../../parts/format';
import { Panel } from '../../parts/panel';
import { dayInJapan } from '../../parts/words';

/** Tells the holder, through the support body, that the own company would like to use the patent. */
export function ShowInterest({ patentId, again = false }: { patentId: string; again?: boolean }) {
  const { t } = useTranslation('patents');
  const show = useCommand(patentsApi.showInterest);
  return (
    <ConfirmButton
      variant={again ? 'default' : 'filled'}
      size={again ? 'compact-md' : undefined}
      label={t(again ? 'interest.rewrite' : 'interest.show')}
      title={t('interest.title')}
      text={t('interest.text')}
      confirmLabel={t('interest.confirm')}
      reason={{
        label: t('interest.reason'),
        description: t('interest.reasonHint'),
        needed: true,
        maxLength: 1_000,
      }}
      onConfirm={(reason) =>
        show.mutateAsync({ params: { id: patentId }, body: { reason } }).then(() => tell(t('interest.shown')))
      }
    />
  );
}

/** The interest that the own company has shown; it can be written anew or taken back. */
export function OwnInterest({ patent }: { patent: Patent }) {
  const { t } = useTranslation('patents');
  const drop = useCommand(patentsApi.dropInterest);
  const { id, interest, can } = patent;
  if (interest === null) return null;
  return (
    <Panel
      title={t('interest.own')}
      lead={t(can.showInterest ? 'interest.ownText' : 'interest.ownEnded', {
        on: formatDay(dayInJapan(interest.at)),
      })}
    >
      <Stack gap="sm">
        <Text style={{ whiteSpace: 'pre-wrap' }} maw="46rem">
          {interest.reason}
        </Text>
        <Group gap="sm">
          {can.showInterest && <ShowInterest patentId={id} again />}
          <ConfirmButton
            danger
            size="compact-md"
            label={t('interest.drop')}
            title={t('interest.dropTitle')}
            text={t('interest.dropText')}
            onConfirm={() => drop.mutateAsync({ params: { id } }).then(() => tell(t('interest.dropped')))}
          />
        </Group>
      </Stack>
    </Panel>
  );
}
