import { Box, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import {
  fairContent,
  fairFormat,
  fairsApi,
  type Fair,
  type FairContent,
} from '#contracts/fair-exhibition.js';
import { meetingEventsApi } from '#contracts/meeting-events.js';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { DayInput } from '../../forms/day-input';
import { Form, FormButtons } from '../../forms/form';
import type { FormState } from '../../forms/form-state';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { EmptyState } from '../../parts/empty-state';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Panel } from '../../parts/panel';
import { BodiesField, HallsField, PavilionsField, TasksField } from './fair-form-fields';
import { useTitleOf } from './fair-words';

export type FairFormState = FormState<z.input<typeof fairContent>>;

/** What organisers lay down of a fair. */
export default function FairEditScreen() {
  const { id } = useParams({ from: '/fairs/$id/edit' });
  const query = useEndpoint(fairsApi.get, { params: { id } });
  return (
    <Box maw="56rem">
      <Loaded query={query}>{(fair) => <Editor fair={fair} />}</Loaded>
    </Box>
  );
}

function Editor({ fair }: { fair: Fair }) {
  const { t } = useTranslation('fairs');
  const titleOf = useTitleOf();
  return (
    <>
      <PageHeader
        title={t('form.editTitle', { title: titleOf(fair.content) })}
        back={{ to: `/fairs/${fair.id}`, label: t('toFair') }}
      />
      {fair.can.edit ? (
        <FairForm fair={fair} />
      ) : (
        <EmptyState title={t('form.notEditable')} text={t('form.notEditableText')} />
      )}
    </>
  );
}

function FairForm({ fair: { id, content, version } }: { fair: Fair }) {
  const { t } = useTranslation('fairs');
  const navigate = useNavigate();
  const update = useCommand(fairsApi.update);
  const form = useForm({
    ...{ schema: fairContent, version, draft: `fair.${id}` },
    initial: content,
    save: (body: FairContent, edited: number) =>
      update.mutateAsync({ params: { id }, body, version: edited }),
    saved: () => {
      tell(t('form.saved'));
      void navigate({ to: '/fairs/$id', params: { id } });
    },
    valueFrom: (current: Fair) => current.content as z.input<typeof fairContent>,
  });
  const show = {
    label: (field: keyof FairContent) => t(`field.${field}`),
    value: (_: string, value: unknown) =>
      typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value, null, 1),
  };
  return (
    <Form form={form} show={show}>
      <Panel title={t('form.what')}>
        <What form={form} />
      </Panel>
      <Panel title={t('form.plan')} lead={t('form.planHint')}>
        <HallsField form={form} />
      </Panel>
      <Panel title={t('field.pavilions')} lead={t('form.pavilionsHint')}>
        <PavilionsField form={form} />
      </Panel>
      <Panel title={t('field.tasks')} lead={t('form.tasksHint')}>
        <TasksField form={form} />
      </Panel>
      <FormButtons form={form} label={t('form.save')} />
    </Form>
  );
}

function What({ form }: { form: FairFormState }) {
  const { t } = useTranslation('fairs');
  return (
    <Stack gap="md">
      <TextInput label={t('field.title')} required maxLength={200} {...form.text('title')} />
      <TextInput label={t('field.titleEn')} maxLength={200} {...form.text('titleEn')} />
      <Textarea label={t('field.summary')} autosize minRows={3} maxRows={16} {...form.text('summary')} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={t('field.format')}
          data={fairFormat.options.map((value) => ({ value, label: t(`format.${value}`) }))}
          allowDeselect={false}
          value={form.value.format}
          onChange={(chosen) => form.set('format', fairFormat.parse(chosen))}
        />
        {form.value.format !== 'online' && (
          <TextInput label={t('field.place')} required maxLength={200} {...form.text('place')} />
        )}
      </SimpleGrid>
      <Textarea label={t('field.placeNote')} autosize minRows={2} {...form.text('placeNote')} />
      <Times form={form} />
      <BodiesField form={form} />
      <Related form={form} />
      <Textarea
        label={t('field.privacyNote')}
        description={t('form.privacyHint')}
        autosize
        minRows={2}
        {...form.text('privacyNote')}
      />
    </Stack>
  );
}

function Times({ form }: { form: FairFormState }) {
  const { t } = useTranslation('fairs');
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <DayInput label={t('field.startsOn')} required {...form.input('startsOn')} />
        <DayInput label={t('field.endsOn')} required {...form.input('endsOn')} />
        <DayInput label={t('field.applicationUntil')} required {...form.input('applicationUntil')} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        <TextInput type="time" label={t('field.from')} required {...form.text('from')} />
        <TextInput type="time" label={t('field.until')} required {...form.text('until')} />
      </SimpleGrid>
    </>
  );
}

/** The meeting event held with it, and the fair before. */
function Related({ form }: { form: FairFormState }) {
  const { t } = useTranslation('fairs');
  const events = useEndpoint(meetingEventsApi.list, { query: { mine: true, limit: 100 } });
  const fairs = useEndpoint(fairsApi.list, { query: { mine: true, limit: 100 } });
  const { id } = useParams({ from: '/fairs/$id/edit' });
  const titleOf = useTitleOf();
  const none = { value: '', label: t('form.noneChosen') };
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <Select
        label={t('field.meetingEventId')}
        data={[none, ...(events.data?.items.map((one) => ({ value: one.id, label: one.title })) ?? [])]}
        allowDeselect={false}
        value={form.value.meetingEventId ?? ''}
        onChange={(chosen) => form.set('meetingEventId', chosen || null)}
        error={form.errors['meetingEventId']}
      />
      <Select
        label={t('field.previousId')}
        description={t('form.previousHint')}
        data={[
          none,
          ...(fairs.data?.items
            .filter((one) => one.id !== id)
            .map((one) => ({ value: one.id, label: titleOf(one) })) ?? []),
        ]}
        allowDeselect={false}
        value={form.value.previousId ?? ''}
        onChange={(chosen) => form.set('previousId', chosen || null)}
        error={form.errors['previousId']}
      />
    </SimpleGrid>
  );
}
