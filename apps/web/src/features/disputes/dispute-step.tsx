import { Alert, Anchor, Button, Checkbox, Group, Radio, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { councilVotesApi } from '#contracts/council-votes.js';
import { disputesApi, seatDecline, type Dispute, type SeatDecline } from '#contracts/disputes.js';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { tell, tellProblem } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';
import { Panel } from '../../parts/panel';
import { TextLink } from '../../parts/text-link';
import { DecisionForm, ReportForm } from './dispute-decision';
import { KeyNote } from './key-note';
import { OpenVotePanel } from './open-vote-panel';
import { randomHex } from './random-hex';
import { VotePanel, type VotePanelProps } from './vote-panel';

/** What the reader is to do next, or for whom the dispute waits. */
export function DisputeStepPanel({ dispute }: { dispute: Dispute }) {
  const [made, setMade] = useState<string | null>(null);
  return (
    <Stack gap="md">
      {made && dispute.votes?.own === 'sealed' && <KeyNote no={dispute.no} voteKey={made} kept />}
      <TiedNote dispute={dispute} />
      <StepPanel dispute={dispute} onKey={setMade} isKeyShown={made !== null} />
    </Stack>
  );
}

/** Before the votes somebody has to look at a tie that a side has made. */
function TiedNote({ dispute: { panel, state } }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const isTied = panel.some((seat) => seat.state === 'accepted' && seat.tiedBy.length > 0);
  if (!isTied || (state !== 'asking' && state !== 'hearing')) return null;
  return (
    <Alert color="yellow">
      <Text size="sm">
        {t('council.tiedNote')} <Anchor href="#council">{t('council.toCouncil')}</Anchor>
      </Text>
    </Alert>
  );
}

function StepPanel({ dispute, onKey, isKeyShown }: VotePanelProps) {
  const { t } = useTranslation('disputes');
  const { step, state } = dispute;
  const waitText = () => {
    if (state === 'decided' && dispute.viewer === 'office') return t('wait.decided.office');
    const isShort = dispute.lots.some(({ listedAt }) => listedAt === null);
    return state === 'lapsed' && isShort ? t('wait.lapsed.short') : t(`wait.${state}.text`);
  };
  // A vote that is in can be given anew, so its panel stays.
  if (step === 'vote' || (state === 'voting' && dispute.viewer === 'member'))
    return <VotePanel dispute={dispute} onKey={onKey} isKeyShown={isKeyShown} />;
  if (step === 'open-vote') return <OpenVotePanel dispute={dispute} />;
  if (step === 'write') return <DecisionForm dispute={dispute} />;
  if (step === 'report') return <ReportForm dispute={dispute} />;
  if (!step)
    return (
      <Alert color={state === 'decided' ? 'green' : 'gray'} title={t(`wait.${state}.title`)}>
        <Text size="sm">{waitText()}</Text>
        {dispute.endReason && (
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {t('ended', { reason: dispute.endReason })}
          </Text>
        )}
        {state === 'settled' && dispute.settlement && (
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {t('settledWith', { text: dispute.settlement.text })}
          </Text>
        )}
      </Alert>
    );
  return (
    <Panel title={t(`step.${step}.title`)} lead={t(`step.${step}.lead`)}>
      {step === 'find-members' && <FindMembers dispute={dispute} />}
      {step === 'draw' && <DrawLot dispute={dispute} />}
      {step === 'accept' && <TakeSeat dispute={dispute} />}
      {(step === 'answer' || step === 'add-evidence') && (
        <Group gap="sm">
          <Button component="a" href="#statements">
            {t(`step.${step}.go`)}
          </Button>
          {dispute.can.ready && <Ready dispute={dispute} />}
        </Group>
      )}
      {dispute.ready.map((side) => (
        <Text key={side} size="sm" mt="sm">
          {t('ready.said', { name: dispute.parties[side] })}
        </Text>
      ))}
    </Panel>
  );
}

/** The votes begin as soon as both sides have nothing to add. */
function Ready({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const ready = useCommand(councilVotesApi.ready);
  return (
    <ConfirmButton
      label={t('ready.go')}
      title={t('ready.title')}
      text={t('ready.text')}
      onConfirm={async () => {
        await ready.mutateAsync({ params: { id: dispute.id } });
        tell(t('ready.done'));
      }}
    />
  );
}

function FindMembers({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const relist = useCommand(disputesApi.relist);
  if (!dispute.can.relist) return null;
  return (
    <Button
      variant="default"
      loading={relist.isPending}
      onClick={() =>
        relist.mutate(
          { params: { id: dispute.id } },
          { onSuccess: () => tell(t('step.find-members.done')), onError: tellProblem },
        )
      }
    >
      {t('step.find-members.go')}
    </Button>
  );
}

/** The addition is made here, in the browser, after the list is fixed: so nobody could know it before. */
function DrawLot({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const draw = useCommand(disputesApi.draw);
  return (
    <ConfirmButton
      variant="filled"
      label={t('step.draw.go')}
      title={t('step.draw.confirmTitle')}
      text={t('step.draw.confirmText')}
      onConfirm={async () => {
        await draw.mutateAsync({ params: { id: dispute.id }, body: { addition: randomHex(32) } });
        tell(t('step.draw.done'));
      }}
    />
  );
}

function TakeSeat({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const navigate = useNavigate();
  const accept = useCommand(disputesApi.accept);
  const decline = useCommand(disputesApi.decline);
  const [declared, setDeclared] = useState(false);
  const [code, setCode] = useState<SeatDecline>('busy');
  const params = { id: dispute.id };
  const willingness = useEndpoint(disputesApi.willingness, {});
  return (
    <Stack gap="md">
      {willingness.data?.ties === null && (
        <Alert color="yellow">
          <Text size="sm">
            {t('step.accept.untold')} <TextLink to="/account">{t('step.accept.tell')}</TextLink>
          </Text>
        </Alert>
      )}
      <Text size="sm">{t('step.accept.key')}</Text>
      <Checkbox
        label={t('step.accept.declare', {
          owner: dispute.parties.owner,
          candidate: dispute.parties.candidate,
        })}
        checked={declared}
        onChange={(event) => setDeclared(event.currentTarget.checked)}
      />
      <Group gap="sm">
        <Button
          disabled={!declared}
          loading={accept.isPending}
          onClick={() =>
            accept.mutate(
              { params, body: { noConflict: true } },
              { onSuccess: () => tell(t('step.accept.done')), onError: tellProblem },
            )
          }
        >
          {t('step.accept.go')}
        </Button>
        <ConfirmButton
          label={t('step.accept.decline')}
          title={t('step.accept.declineTitle')}
          text={t('step.accept.declineText')}
          onConfirm={async () => {
            await decline.mutateAsync({ params, body: { code } });
            tell(t('step.accept.declined'));
            void navigate({ to: '/disputes' });
          }}
        >
          <Radio.Group
            label={t('step.accept.reason')}
            value={code}
            onChange={(value) => setCode(seatDecline.parse(value))}
          >
            <Stack gap="xs" mt={6}>
              {seatDecline.options.map((value) => (
                <Radio key={value} value={value} label={t(`decline.${value}`)} />
              ))}
            </Stack>
          </Radio.Group>
        </ConfirmButton>
      </Group>
    </Stack>
  );
}
