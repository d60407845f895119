import { Alert, Button, Checkbox, Group, Radio, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { disputesApi, seatDecline, type Dispute, type SeatDecline } from '#contracts/disputes.js';
import { useCommand } from '../../api/use-endpoint';
import { tell, tellProblem } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';
import { Panel } from '../../parts/panel';
import { randomHex } from './random-hex';

/** What the reader is to do next, or for whom the dispute waits. */
export function DisputeStepPanel({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const { step, state } = dispute;
  if (!step)
    return (
      <Alert color={state === 'decided' ? 'green' : 'gray'} title={t(`wait.${state}.title`)}>
        <Text size="sm">{t(`wait.${state}.text`)}</Text>
        {dispute.endReason && <Text size="sm">{t('ended', { reason: dispute.endReason })}</Text>}
      </Alert>
    );
  return (
    <Panel title={t(`step.${step}.title`)} lead={t(`step.${step}.lead`)}>
      {step === 'find-members' && <FindMembers dispute={dispute} />}
      {step === 'draw' && <DrawLot dispute={dispute} />}
      {step === 'accept' && <TakeSeat dispute={dispute} />}
      {(step === 'answer' || step === 'add-evidence') && (
        <Button component="a" href="#statements">
          {t(`step.${step}.go`)}
        </Button>
      )}
    </Panel>
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
  return (
    <Stack gap="md">
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
