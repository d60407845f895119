import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { disputesApi, type Dispute, type PanelSeat } from '#contracts/disputes.js';
import { useCommand } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';
import { formatDateTime } from '../../parts/format';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';

/** 合議体: who was drawn, and what they said to it. */
export function DisputeCouncil({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const taken = dispute.panel.filter(({ state }) => state === 'accepted').length;
  return (
    <Panel
      title={t('council.title')}
      // Who is asked sees no other seat, and so cannot know how many are taken.
      {...(dispute.viewer !== 'asked' && { lead: t('council.lead', { taken, seats: dispute.seats }) })}
    >
      {dispute.panel.length === 0 ? (
        <Text size="sm">{t('council.none')}</Text>
      ) : (
        <RecordList>
          {dispute.panel.map((seat) => (
            <RecordRow key={seat.id} aside={<Challenge dispute={dispute} seat={seat} />}>
              <Seat seat={seat} parties={dispute.parties} />
            </RecordRow>
          ))}
        </RecordList>
      )}
    </Panel>
  );
}

function Seat({ seat, parties }: { seat: PanelSeat; parties: Dispute['parties'] }) {
  const { t } = useTranslation('disputes');
  return (
    <>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {seat.name ?? t('council.unnamed', { rank: seat.rank })}
        </Text>
        {seat.isChair && (
          <Badge size="sm" variant="light" tt="none" miw="max-content">
            {t('council.chair')}
          </Badge>
        )}
      </Group>
      {seat.organisation && <Text size="sm">{seat.organisation}</Text>}
      <Text size="sm" c="dimmed">
        {t(`seat.${seat.state}`, { due: seat.dueAt ? formatDateTime(seat.dueAt) : '' })}
        {seat.decline && ` (${t(`decline.${seat.decline}`)})`}
      </Text>
      {seat.challengedBy && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {t('council.challengedBy', { name: parties[seat.challengedBy], reason: seat.challengeReason })}
        </Text>
      )}
    </>
  );
}

/** Each side may have one member replaced. */
function Challenge({ dispute, seat }: { dispute: Dispute; seat: PanelSeat }) {
  const { t } = useTranslation('disputes');
  const challenge = useCommand(disputesApi.challenge);
  if (!dispute.can.challenge || seat.state !== 'accepted') return null;
  return (
    <ConfirmButton
      size="compact-sm"
      label={t('council.challenge')}
      title={t('council.challengeTitle', { name: seat.name })}
      text={t('council.challengeText')}
      reason={{ label: t('council.challengeReason'), needed: true }}
      aria-label={t('council.challengeOf', { name: seat.name })}
      onConfirm={async (reason) => {
        await challenge.mutateAsync({ params: { id: dispute.id }, body: { seatId: seat.id, reason } });
        tell(t('council.challenged'));
      }}
    />
  );
}
