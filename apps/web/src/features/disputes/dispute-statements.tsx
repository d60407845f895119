import { Group, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { disputesApi, type Dispute } from '#contracts/disputes.js';
import { useCommand } from '../../api/use-endpoint';
import { Form, FormButtons } from '../../forms/form';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { ConfirmButton } from '../../parts/confirm-button';
import { DateTime } from '../../parts/format';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';

/** What each side says, in the order in which it was said; nothing of it is ever changed. */
export function DisputeStatements({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  return (
    <Panel title={t('statements.title')} lead={t('statements.lead')}>
      <Stack gap="lg">
        <RecordList>
          {dispute.statements.map(({ side, by, at, text }) => (
            <RecordRow key={at + by}>
              <Text size="sm" fw={650}>
                {side ? t('statements.of', { name: dispute.parties[side] }) : t('statements.ofCoordinator')}
              </Text>
              <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Text>
              <Text size="xs" c="gray.7">
                {by} <DateTime at={at} />
              </Text>
            </RecordRow>
          ))}
        </RecordList>
        {(dispute.can.state || dispute.can.withdraw) && (
          <div id="statements">
            {dispute.can.state && <StatementForm dispute={dispute} />}
            {dispute.can.withdraw && <Withdraw dispute={dispute} />}
          </div>
        )}
      </Stack>
    </Panel>
  );
}

function StatementForm({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const add = useCommand(disputesApi.state);
  const form = useForm({
    schema: disputesApi.state.body,
    initial: { text: '' },
    draft: `dispute-statement.${dispute.id}`,
    save: (body) => add.mutateAsync({ params: { id: dispute.id }, body }),
    saved: () => {
      form.replace({ text: '' });
      tell(t('statements.added'));
    },
  });
  const kind = dispute.can.answer ? 'answer' : 'more';
  return (
    <Form form={form}>
      <Textarea
        label={t(`statements.${kind}`)}
        description={t(`statements.${kind}Hint`)}
        autosize
        minRows={4}
        maxRows={20}
        required
        {...form.text('text')}
      />
      <FormButtons form={form} label={t(`statements.${kind}Send`)} />
    </Form>
  );
}

function Withdraw({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const withdraw = useCommand(disputesApi.withdraw);
  // As the server sees it: a panel was drawn, and none of its seats waits for candidates.
  const bars = dispute.lots.some(({ drawnAt }) => drawnAt) && dispute.lots.every(({ listedAt }) => listedAt);
  return (
    <Group mt="md">
      <ConfirmButton
        danger
        size="sm"
        label={t('withdraw.go')}
        title={t('withdraw.title')}
        text={
          <Stack gap="xs">
            <Text>{t(bars ? 'withdraw.textAfterLot' : 'withdraw.text')}</Text>
            <Text>{t('withdraw.settled')}</Text>
          </Stack>
        }
        reason={{ label: t('withdraw.reason'), needed: true }}
        onConfirm={async (reason) => {
          await withdraw.mutateAsync({ params: { id: dispute.id }, body: { reason } });
          tell(t('withdraw.done'));
        }}
      />
    </Group>
  );
}
