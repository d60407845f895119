import { Checkbox, Radio, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { MeetingEvent, MeetingSide } from '#contracts/meeting-events.js';
import { participation, type MeetingNeed, type Participation } from '#contracts/meeting-participants.js';
import { Form, FormButtons } from '../../forms/form';
import type { FormState } from '../../forms/form-state';
import { Rows } from '../../forms/rows';
import { TermMultiSelect } from '../../forms/term-select';
import { useForm } from '../../forms/use-form';
import { formatDay } from '../../parts/format';
import { Panel } from '../../parts/panel';
import { formatSlot } from './meeting-words';
import classes from './meetings.module.css';

type State = FormState<z.input<typeof participation>>;

export const emptyParticipation = (side: MeetingSide): z.input<typeof participation> => ({
  ...{ side, attends: 'on-site', contact: '', phone: '', headline: '', pitch: '' },
  ...{ needs: [], halves: 'any', forbiddenSlots: [] },
});

interface ParticipationFormProps<R> {
  event: MeetingEvent;
  /** On which sides one may choose to register; one where it is settled. */
  sides: readonly MeetingSide[];
  initial: z.input<typeof participation>;
  version?: number;
  draft: string;
  label: string;
  save: (content: Participation, version: number) => Promise<R>;
  saved: (result: R) => void;
  valueFrom?: (current: R) => z.input<typeof participation>;
}

/** What a firm registers with: contact, its one-page sheet, its needs, and when it can come. */
export function ParticipationForm<R>(props: ParticipationFormProps<R>) {
  const { event, sides, initial, version, draft, label, save, saved, valueFrom } = props;
  const { t } = useTranslation('meetings');
  const form = useForm({ schema: participation, initial, version, draft, save, saved, valueFrom });
  const show = {
    label: (field: keyof Participation) => t(`entry.${field}`),
    value: (_: string, value: unknown) =>
      typeof value === 'string' ? value : JSON.stringify(value, null, 1),
  };
  return (
    <Form form={form} show={show}>
      <Panel title={t('entry.who')}>
        <Who form={form} sides={sides} event={event} />
      </Panel>
      <Panel title={t('entry.sheet')} lead={t('entry.sheetLead')}>
        <Stack gap="md">
          <TextInput
            label={t('entry.headline')}
            description={t('entry.headlineHint')}
            maxLength={120}
            {...form.text('headline')}
          />
          <Textarea
            label={t('entry.pitch')}
            description={t(`entry.pitchHint.${form.value.side}`)}
            autosize
            minRows={4}
            maxRows={14}
            {...form.text('pitch')}
          />
        </Stack>
      </Panel>
      {form.value.side === 'orderer' && (
        <Panel title={t('entry.needs')} lead={t('entry.needsLead')}>
          <Needs form={form} />
        </Panel>
      )}
      <Panel title={t('entry.availability')} lead={t('entry.availabilityLead')}>
        <Availability form={form} event={event} />
      </Panel>
      <FormButtons form={form} label={label} />
    </Form>
  );
}

function Who({ form, sides, event }: { form: State; sides: readonly MeetingSide[]; event: MeetingEvent }) {
  const { t } = useTranslation('meetings');
  return (
    <Stack gap="md">
      {sides.length > 1 && (
        <Radio.Group
          label={t('entry.side')}
          value={form.value.side}
          onChange={(side) => form.set('side', side === 'orderer' ? 'orderer' : 'supplier')}
        >
          <Stack gap="xs" mt={6}>
            {sides.map((side) => (
              <Radio key={side} value={side} label={t(`entry.as.${side}`)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={t('entry.contact')} required maxLength={100} {...form.text('contact')} />
        <TextInput label={t('entry.phone')} type="tel" maxLength={40} {...form.text('phone')} />
      </SimpleGrid>
      {event.content.format === 'hybrid' && (
        <Radio.Group
          label={t('entry.attends')}
          value={form.value.attends ?? 'on-site'}
          onChange={(chosen) => form.set('attends', chosen === 'online' ? 'online' : 'on-site')}
        >
          <Stack gap="xs" mt={6}>
            <Radio value="on-site" label={t('format.on-site')} />
            <Radio value="online" label={t('format.online')} />
          </Stack>
        </Radio.Group>
      )}
    </Stack>
  );
}

function Needs({ form }: { form: State }) {
  const { t } = useTranslation('meetings');
  return (
    <Rows
      path="needs"
      items={(form.value.needs ?? []) as MeetingNeed[]}
      onChange={(needs) => form.set('needs', needs)}
      errors={form.errors}
      make={(): MeetingNeed => ({ title: '', text: '', processes: [], materials: [] })}
      addLabel={t('entry.addNeed')}
      nameOf={({ title }) => title}
      detailOf={({ text }) => text.slice(0, 80)}
    >
      {({ item, set, error }) => (
        <Stack gap="sm">
          <TextInput
            label={t('need.title')}
            required
            maxLength={120}
            value={item.title}
            onChange={(event) => set({ title: event.currentTarget.value })}
            error={error('title')}
          />
          <Textarea
            label={t('need.text')}
            description={t('need.textHint')}
            autosize
            minRows={3}
            value={item.text}
            onChange={(event) => set({ text: event.currentTarget.value })}
            error={error('text')}
          />
          <TermMultiSelect
            list="processes"
            label={t('need.processes')}
            value={item.processes}
            onChange={(processes) => set({ processes })}
            error={error('processes')}
          />
          <TermMultiSelect
            list="materials"
            label={t('need.materials')}
            value={item.materials}
            onChange={(materials) => set({ materials })}
            error={error('materials')}
          />
        </Stack>
      )}
    </Rows>
  );
}

function Availability({ form, event }: { form: State; event: MeetingEvent }) {
  const { t } = useTranslation('meetings');
  const forbidden = new Set(form.value.forbiddenSlots ?? []);
  const shown = event.slots.filter(
    ({ half }) => !form.value.halves || form.value.halves === 'any' || form.value.halves === half,
  );
  const days = [...new Set(shown.map(({ on }) => on))];
  const toggle = (no: number, canCome: boolean) => {
    if (canCome) forbidden.delete(no);
    else forbidden.add(no);
    form.set(
      'forbiddenSlots',
      [...forbidden].sort((a, b) => a - b),
    );
  };
  return (
    <Stack gap="md">
      <Radio.Group
        label={t('entry.halves')}
        value={form.value.halves ?? 'any'}
        onChange={(chosen) =>
          form.set('halves', chosen === 'morning' || chosen === 'afternoon' ? chosen : 'any')
        }
      >
        <Stack gap="xs" mt={6}>
          {(['any', 'morning', 'afternoon'] as const).map((half) => (
            <Radio key={half} value={half} label={t(`half.${half}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {days.map((on) => (
        <div key={on} role="group" aria-label={t('entry.slotsOf', { on: formatDay(on) })}>
          <Text size="sm" fw={600} mb={6}>
            {formatDay(on)}
          </Text>
          <div className={classes.slots}>
            {shown
              .filter((slot) => slot.on === on)
              .map((slot) => (
                <Checkbox
                  key={slot.no}
                  size="sm"
                  label={formatSlot(slot)}
                  checked={!forbidden.has(slot.no)}
                  onChange={(change) => toggle(slot.no, change.currentTarget.checked)}
                />
              ))}
          </div>
        </div>
      ))}
      {form.errors['forbiddenSlots'] && (
        <Text size="sm" c="red.7" role="alert">
          {form.errors['forbiddenSlots']}
        </Text>
      )}
    </Stack>
  );
}
