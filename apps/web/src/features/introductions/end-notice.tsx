import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Introduction } from '#contracts/introductions.js';

/** Why it does not go on, kindly put, and what the other side added; nothing while it goes on. */
export function EndNotice({ introduction }: { introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  const { state, viewerSide, subject, outcomeReason } = introduction;
  if (state === 'declined') {
    const party = introduction.owner.consent === 'declined' ? introduction.owner : introduction.candidate;
    const who = party.side === viewerSide ? t('end.us') : t(`role.${subject.kind}.${party.side}`);
    return (
      <Alert color="yellow" title={t('end.declinedTitle', { who })}>
        <Text size="sm">{t('end.because', { reason: t(`told.${party.declineCode ?? 'other'}`) })}</Text>
        {party.declineText && (
          <Text size="sm" mt={4} style={{ whiteSpace: 'pre-wrap' }}>
            {t('end.quote', { text: party.declineText })}
          </Text>
        )}
        {party.side !== viewerSide && viewerSide !== null && (
          <Text size="sm" mt={4}>
            {t('end.next')}
          </Text>
        )}
      </Alert>
    );
  }
  if (state !== 'expired' && state !== 'withdrawn' && state !== 'ended') return null;
  return (
    <Alert color="gray" title={t(`end.${state}Title`)}>
      <Text size="sm">{t(`end.${state}Text`)}</Text>
      {outcomeReason && (
        <Text size="sm" mt={4} style={{ whiteSpace: 'pre-wrap' }}>
          {t('end.reason', { reason: outcomeReason })}
        </Text>
      )}
    </Alert>
  );
}
