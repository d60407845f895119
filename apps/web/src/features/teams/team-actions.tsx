import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { teamsApi, type Team } from '#contracts/teams.js';
import { useCommand } from '../../api/use-endpoint';
import { Form, FormButtons } from '../../forms/form';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { ConfirmButton } from '../../parts/confirm-button';
import { Panel } from '../../parts/panel';
import { DeclineFields, declineSchema, noReasonYet } from '../introductions/decline-fields';
import { useRecompose } from './use-recompose';

/** What the coordinator does with a team: ask, compose anew, give up. */
export function CoordinatorPanel({ team }: { team: Team }) {
  const { t } = useTranslation('teams');
  const ask = useCommand(teamsApi.ask);
  const end = useCommand(teamsApi.end);
  const recompose = useRecompose(team);
  const params = { id: team.id };
  if (!team.can.recompose) return null;
  return (
    <Panel title={t('act.title')} lead={t(`act.lead.${team.can.ask ? 'draft' : 'asked'}`)}>
      <Group gap="sm">
        {team.can.ask && (
          <ConfirmButton
            variant="filled"
            label={t('act.ask')}
            title={t('act.askTitle')}
            text={t('act.askText', { n: team.members.length })}
            reason={{
              label: t('act.reason'),
              description: t('act.reasonHint'),
              needed: true,
              maxLength: 2_000,
            }}
            onConfirm={async (reason) => {
              await ask.mutateAsync({ params, version: team.version, body: { reason } });
              tell(t('act.asked'));
            }}
          />
        )}
        <Button variant="default" loading={recompose.isPending} onClick={recompose.again}>
          {t('act.again')}
        </Button>
        <ConfirmButton
          danger
          label={t('act.end')}
          title={t('act.endTitle')}
          text={t('act.endText')}
          reason={{ label: t('act.endReason'), needed: true }}
          onConfirm={async (reason) => {
            await end.mutateAsync({ params, body: { reason } });
            tell(t('act.ended'));
          }}
        />
      </Group>
    </Panel>
  );
}

/** The orderer's one answer for all firms. */
export function OwnerAnswer({ team }: { team: Team }) {
  const { t } = useTranslation('teams');
  const consent = useCommand(teamsApi.consent);
  const decline = useCommand(teamsApi.decline);
  const params = { id: team.id };
  return (
    <Panel title={t('answer.title')} lead={t('answer.lead')}>
      <Group gap="sm">
        <ConfirmButton
          variant="filled"
          label={t('answer.consent')}
          title={t('answer.consentTitle')}
          text={t('answer.consentText')}
          onConfirm={async () => {
            await consent.mutateAsync({ params });
            tell(t('answer.consented'));
          }}
        />
        <DeclineDialog
          label={t('answer.decline')}
          title={t('answer.declineTitle')}
          text={t('answer.declineText')}
          send={(body) => decline.mutateAsync({ params, body })}
          sent={() => tell(t('answer.declined'))}
        />
      </Group>
    </Panel>
  );
}

/** A firm that cannot go on. */
export function LeaveTeam({ team }: { team: Team }) {
  const { t } = useTranslation('teams');
  const navigate = useNavigate();
  const leave = useCommand(teamsApi.leave);
  return (
    <Panel title={t('leave.title')} lead={t('leave.lead')}>
      <DeclineDialog
        label={t('leave.leave')}
        title={t('leave.dialogTitle')}
        text={t('leave.text')}
        send={(body) => leave.mutateAsync({ params: { id: team.id }, body })}
        sent={() => {
          tell(t('leave.left'));
          void navigate({ to: '/introductions' });
        }}
      />
    </Panel>
  );
}

interface DeclineDialogProps {
  label: string;
  title: string;
  text: string;
  send: (body: z.output<typeof declineSchema>) => Promise<unknown>;
  sent: () => void;
}

function DeclineDialog({ label, title, text, send, sent }: DeclineDialogProps) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={open}>
        {label}
      </Button>
      <Modal opened={opened} onClose={close} title={title} size="lg">
        <DeclineForm {...{ label, text, send, close }} sent={sent} />
      </Modal>
    </>
  );
}

function DeclineForm(props: Omit<DeclineDialogProps, 'title'> & { close: () => void }) {
  const { t } = useTranslation('common');
  const form = useForm({
    schema: declineSchema,
    initial: noReasonYet,
    save: props.send,
    saved: () => {
      props.close();
      props.sent();
    },
  });
  return (
    <Form form={form} leaveFreely>
      <Text>{props.text}</Text>
      <DeclineFields form={form} />
      <FormButtons form={form} label={props.label}>
        <Button variant="default" onClick={props.close}>
          {t('cancel')}
        </Button>
      </FormButtons>
    </Form>
  );
}
