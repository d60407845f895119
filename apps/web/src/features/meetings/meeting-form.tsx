import { Radio, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import {
  meetingEventContent,
  meetingEventFormat,
  meetingEventKind,
  rulePresets,
  type MeetingEvent,
  type MeetingEventContent,
} from '#contracts/meeting-events.js';
import { DayInput } from '../../forms/day-input';
import { Form, FormButtons } from '../../forms/form';
import type { FormState } from '../../forms/form-state';
import { NumberField } from '../../forms/number-field';
import { useForm } from '../../forms/use-form';
import { formatDay, todayInJapan } from '../../parts/format';
import { Panel } from '../../parts/panel';
import { BodiesField, DaysField, EligibilityFields, HostField } from './meeting-form-fields';
import { RulesFields } from './meeting-rules-fields';

export type MeetingFormState = FormState<z.input<typeof meetingEventContent>>;

const inDays = (n: number): string =>
  new Date(Date.parse(todayInJapan()) + n * 86_400_000).toISOString().slice(0, 10);

/** A new event two months ahead, with time for each step before it. */
export const newMeeting = (): z.input<typeof meetingEventContent> => ({
  ...{ title: '', summary: '', kind: 'general', format: 'on-site', hostCompanyId: null },
  ...{ place: '', placeNote: '', coOrganiserIds: [], rules: rulePresets['20'] },
  days: [{ on: inDays(60), from: '10:00', until: '16:00', breakFrom: '12:00', breakUntil: '13:00' }],
  ...{ tables: 20, ordererSeats: 20, supplierSeats: 80 },
  ...{ registrationUntil: inDays(30), needsOn: inDays(31), wishesUntil: inDays(45) },
  eligibility: { supplierPrefectures: [], sheetNeeded: true, note: '' },
});

interface MeetingFormProps {
  initial: z.input<typeof meetingEventContent>;
  version?: number;
  draft: string;
  label: string;
  save: (content: MeetingEventContent, version: number) => Promise<MeetingEvent>;
  saved: (event: MeetingEvent) => void;
}

/** What organisers lay down of an event. */
export function MeetingForm({ initial, version, draft, label, save, saved }: MeetingFormProps) {
  const { t } = useTranslation('meetings');
  const form = useForm({
    schema: meetingEventContent,
    ...{ initial, version, draft, save, saved },
    valueFrom: (current) => current.content,
  });
  const show = {
    label: (field: keyof MeetingEventContent) => t(`field.${field}`),
    value: (_: string, value: unknown) =>
      typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value, null, 1),
  };
  return (
    <Form form={form} show={show}>
      <Panel title={t('form.what')}>
        <What form={form} />
      </Panel>
      <Panel title={t('form.when')}>
        <Stack gap="md">
          <DaysField form={form} />
          <Deadlines form={form} />
        </Stack>
      </Panel>
      <Panel title={t('section.rules')} lead={t('form.rulesLead')}>
        <RulesFields form={form} />
      </Panel>
      <Panel title={t('form.whoMay')}>
        <EligibilityFields form={form} />
      </Panel>
      <FormButtons form={form} label={label} />
    </Form>
  );
}

function What({ form }: { form: MeetingFormState }) {
  const { t } = useTranslation('meetings');
  const { kind, format } = form.value;
  return (
    <Stack gap="md">
      <TextInput label={t('field.title')} required maxLength={200} {...form.text('title')} />
      <Textarea label={t('field.summary')} autosize minRows={3} maxRows={16} {...form.text('summary')} />
      <Radio.Group
        label={t('field.kind')}
        value={kind}
        onChange={(chosen) => form.set('kind', meetingEventKind.parse(chosen))}
      >
        <Stack gap="sm" mt={6}>
          {meetingEventKind.options.map((option) => (
            <Radio
              key={option}
              value={option}
              label={t(`kind.${option}`)}
              description={t(`kindText.${option}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {kind === 'made-to-order' && <HostField form={form} />}
      <BodiesField form={form} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={t('field.format')}
          data={meetingEventFormat.options.map((value) => ({ value, label: t(`format.${value}`) }))}
          allowDeselect={false}
          value={format}
          onChange={(chosen) => form.set('format', meetingEventFormat.parse(chosen))}
        />
        {format !== 'online' && (
          <TextInput label={t('field.place')} required maxLength={200} {...form.text('place')} />
        )}
      </SimpleGrid>
      {format !== 'online' && (
        <Textarea label={t('field.placeNote')} autosize minRows={2} {...form.text('placeNote')} />
      )}
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <NumberField
          label={t('field.ordererSeats')}
          unit="companies"
          whole
          required
          {...form.input('ordererSeats')}
        />
        <NumberField
          label={t('field.supplierSeats')}
          unit="companies"
          whole
          required
          {...form.input('supplierSeats')}
        />
        {format !== 'online' && (
          <NumberField label={t('field.tables')} whole required {...form.input('tables')} />
        )}
      </SimpleGrid>
    </Stack>
  );
}

function Deadlines({ form }: { form: MeetingFormState }) {
  const { t } = useTranslation('meetings');
  const first = form.value.days[0]?.on;
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      <DayInput
        label={t('field.registrationUntil')}
        description={first ? t('form.beforeDay', { on: formatDay(first) }) : t('form.registrationHint')}
        required
        {...form.input('registrationUntil')}
      />
      <DayInput
        label={t('field.needsOn')}
        description={t('form.needsHint')}
        required
        {...form.input('needsOn')}
      />
      <DayInput
        label={t('field.wishesUntil')}
        description={t('form.wishesHint')}
        required
        {...form.input('wishesUntil')}
      />
    </SimpleGrid>
  );
}
