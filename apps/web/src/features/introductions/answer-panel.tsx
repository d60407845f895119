import { Button, Group, List, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { introductionsApi, type Introduction } from '#contracts/introductions.js';
import { useMe } from '../../api/session';
import { useCommand } from '../../api/use-endpoint';
import { Form, FormButtons } from '../../forms/form';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { ConfirmButton } from '../../parts/confirm-button';
import { formatDateTime } from '../../parts/format';
import { Panel } from '../../parts/panel';
import { DeclineFields, declineSchema, noReasonYet } from './decline-fields';
import classes from './introductions.module.css';

/** What is asked of the viewer's company, until when, and the two answers. */
export function AnswerPanel({ introduction }: { introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  const { expiresAt } = introduction;
  return (
    <div className={classes.answer}>
      <Panel
        title={t('answer.title')}
        lead={expiresAt && t('answer.until', { at: formatDateTime(expiresAt) })}
      >
        <Text mb="md">{t('answer.text')}</Text>
        <Group gap="sm">
          <Consent introduction={introduction} />
          <Decline introduction={introduction} />
        </Group>
      </Panel>
    </div>
  );
}

/** Says before the answer what will be disclosed to whom, and when. */
function Consent({ introduction }: { introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  const me = useMe();
  const consent = useCommand(introductionsApi.consent);
  const { viewerSide, subject, coordinator, body } = introduction;
  const other = viewerSide === 'owner' ? 'candidate' : 'owner';
  const isLast = introduction[other].consent === 'consented';
  const otherRole = t(`answer.other.${subject.kind}.${other}`);
  const company = me.company?.name ?? '';
  const broker = coordinator?.name ?? body?.name;
  return (
    <ConfirmButton
      variant="filled"
      label={t('answer.consent')}
      title={t('answer.consentTitle')}
      text={
        introduction.team
          ? t('answer.consentTeam')
          : t(isLast ? 'answer.consentLast' : 'answer.consentFirst', { other: otherRole })
      }
      onConfirm={async () => {
        await consent.mutateAsync({ params: { id: introduction.id } });
        tell(t(isLast && !introduction.team ? 'answer.consentedLast' : 'answer.consented'));
      }}
    >
      <List size="sm" spacing={4} listStyleType="disc">
        <List.Item>{t('answer.toOther', { other: otherRole, company })}</List.Item>
        <List.Item>{t('answer.toUs', { other: otherRole, company })}</List.Item>
        <List.Item>
          {introduction.team
            ? t('answer.roomTeam')
            : broker
              ? t('answer.roomWith', { broker })
              : t('answer.room')}
        </List.Item>
      </List>
    </ConfirmButton>
  );
}

function Decline({ introduction }: { introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('answer.decline')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('answer.declineTitle')} size="lg">
        <DeclineForm id={introduction.id} done={close} />
      </Modal>
    </>
  );
}

function DeclineForm({ id, done }: { id: string; done: () => void }) {
  const { t } = useTranslation('introductions');
  const decline = useCommand(introductionsApi.decline);
  const form = useForm({
    schema: declineSchema,
    initial: noReasonYet,
    save: (body) => decline.mutateAsync({ params: { id }, body }),
    saved: () => {
      tell(t('answer.declined'));
      done();
    },
  });
  return (
    <Form form={form} leaveFreely>
      <Text>{t('answer.declineText')}</Text>
      <DeclineFields form={form} />
      <FormButtons form={form} label={t('answer.declineSend')}>
        <Button variant="default" onClick={done}>
          {t('answer.back')}
        </Button>
      </FormButtons>
    </Form>
  );
}
