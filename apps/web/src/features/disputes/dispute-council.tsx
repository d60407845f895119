import { Alert, Badge, Group, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
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
              <Tied dispute={dispute} seat={seat} />
            </RecordRow>
          ))}
        </RecordList>
      )}
    </Panel>
  );
}

interface SeatProps {
  dispute: Dispute;
  seat: PanelSeat;
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
          {t(seat.state === 'challenged' ? 'council.challengedBy' : 'council.replacedBy', {
            ...{ name: parties[seat.challengedBy], reason: seat.challengeReason },
          })}
        </Text>
      )}
    </>
  );
}

/** That a side has by its own act tied a member to itself, and what the others can do about it before the votes. */
function Tied({ dispute, seat }: SeatProps) {
  const { t } = useTranslation('disputes');
  const { state, parties } = dispute;
  const isNow = seat.state === 'accepted' && (state === 'asking' || state === 'hearing');
  if (seat.tiedBy.length === 0) return null;
  return (
    <Alert color="yellow" mt="xs" p="xs">
      <Stack gap="xs" align="flex-start">
        {seat.tiedBy.map((side) => (
          <Text key={side} size="sm">
            {t('council.tied', { name: parties[side] })}
          </Text>
        ))}
        {isNow && <Text size="sm">{t('council.tiedNow')}</Text>}
        {seat.mayReplace && <HaveReplaced dispute={dispute} seat={seat} as="replace" />}
        {seat.isOwn && dispute.can.stepDown && <StepDown dispute={dispute} />}
      </Stack>
    </Alert>
  );
}

function StepDown({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const navigate = useNavigate();
  const decline = useCommand(disputesApi.decline);
  return (
    <LeavesSeat
      as="stepDown"
      take={async () => {
        await decline.mutateAsync({ params: { id: dispute.id }, body: { code: 'conflict' } });
        tell(t('council.steppedDown'));
        void navigate({ to: '/disputes' });
      }}
    />
  );
}

/** Each side may have one member replaced. Where it may since the other side has tied them, that costs it nothing. */
function Challenge({ dispute, seat }: SeatProps) {
  if (!dispute.can.challenge || seat.state !== 'accepted' || seat.mayReplace) return null;
  return <HaveReplaced dispute={dispute} seat={seat} as="challenge" />;
}

/** Has the next in the drawn order asked in place of a member: by the own challenge, or beside it. */
function HaveReplaced({ dispute, seat, as }: SeatProps & { as: 'challenge' | 'replace' }) {
  const { t } = useTranslation('disputes');
  const challenge = useCommand(disputesApi.challenge);
  return (
    <LeavesSeat
      as={as}
      name={seat.name ?? t('council.unnamed', { rank: seat.rank })}
      take={async (reason) => {
        await challenge.mutateAsync({ params: { id: dispute.id }, body: { seatId: seat.id, reason } });
        tell(t('council.challenged'));
      }}
    />
  );
}

interface LeavesSeatProps {
  as: 'challenge' | 'replace' | 'stepDown';
  /** Of another member, for whom a reason is asked; left out: oneself. */
  name?: string;
  take: (reason: string) => Promise<void>;
}

/** The one confirmation of all steps that take a member off the panel. */
function LeavesSeat({ as, name, take }: LeavesSeatProps) {
  const { t } = useTranslation('disputes');
  return (
    <ConfirmButton
      size="compact-sm"
      label={t(`council.${as}`)}
      title={t(`council.${as}Title`, { name })}
      text={t(`council.${as}Text`)}
      {...(name !== undefined && {
        reason: { label: t('council.challengeReason'), needed: true },
        'aria-label': t(`council.${as}Of` as 'council.challengeOf', { name }),
      })}
      onConfirm={take}
    />
  );
}
