import { Button, Modal, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { declineCodes, outcome } from '#contracts/introductions.js';
import type { MeetingEvent } from '#contracts/meeting-events.js';
import { meetingResultsApi, outcomeAnswer, type ResultRecord } from '#contracts/meeting-results.js';
import { useCommand } from '../../api/use-endpoint';
import { Form, FormButtons } from '../../forms/form';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { useStateText } from '../../parts/state-badge';

interface RecordProps {
  event: MeetingEvent;
  record: ResultRecord;
}

/** Writes down what a firm said on the telephone. */
export function RecordAnswer({ event, record }: RecordProps) {
  const { t } = useTranslation(['meetings', 'introductions']);
  const [opened, { open, close }] = useDisclosure(false);
  const pair = `${record.orderer.name} × ${record.supplier.name}`;
  return (
    <>
      <Button size="xs" variant="default" onClick={open} aria-label={t('report.recordOf', { pair })}>
        {t('report.record')}
      </Button>
      <Modal opened={opened} onClose={close} title={pair} centered>
        <RecordForm event={event} record={record} done={close} />
      </Modal>
    </>
  );
}

const schema = z.intersection(outcomeAnswer, z.object({ participantId: z.uuid() }));

function RecordForm({ event, record, done }: RecordProps & { done: () => void }) {
  const { t } = useTranslation(['meetings', 'introductions']);
  const stateText = useStateText();
  const save = useCommand(meetingResultsApi.record);
  const { orderer, supplier, meetingId } = record;
  const form = useForm({
    schema,
    initial: { participantId: supplier.participantId, outcome: 'continuing', code: null, note: '' },
    save: ({ participantId, ...body }) =>
      save.mutateAsync({ params: { id: event.id, meetingId, participantId }, body }),
    saved: () => {
      tell(t('report.recorded'));
      done();
    },
  });
  const { value } = form;
  return (
    <Form form={form} leaveFreely>
      <Stack gap="md">
        <NativeSelect
          label={t('report.who')}
          value={value.participantId}
          onChange={(change) => form.set('participantId', change.currentTarget.value)}
          data={[orderer, supplier].map(({ participantId, name }) => ({ value: participantId, label: name }))}
        />
        <NativeSelect
          label={t('report.result')}
          value={value.outcome}
          onChange={(change) => form.set('outcome', outcome.parse(change.currentTarget.value))}
          data={outcome.options.map((option) => ({ value: option, label: stateText('outcome', option) }))}
        />
        {value.outcome === 'no-deal' && (
          <NativeSelect
            label={t('outcomeLink.code')}
            required
            value={value.code ?? ''}
            onChange={(change) =>
              form.set('code', declineCodes.find((code) => code === change.currentTarget.value) ?? null)
            }
            data={[
              { value: '', label: t('outcomeLink.chooseCode') },
              ...declineCodes.map((code) => ({ value: code, label: t(`introductions:decline.${code}`) })),
            ]}
            error={form.errors['code']}
          />
        )}
        <Textarea
          label={t('outcomeLink.note')}
          maxLength={1_000}
          autosize
          minRows={2}
          {...form.text('note')}
        />
        <FormButtons form={form} label={t('report.save')} />
      </Stack>
    </Form>
  );
}
