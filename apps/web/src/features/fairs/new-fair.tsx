import { Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { fairsApi, fairPhase, type FairTask } from '#contracts/fair-exhibition.js';
import { day, line } from '#contracts/shapes.js';
import { useCommand } from '../../api/use-endpoint';
import { DayInput } from '../../forms/day-input';
import { Form, FormButtons } from '../../forms/form';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import ja from '../../locales/ja/fairs.json';
import en from '../../locales/en/fairs.json';
import { todayInJapan } from '../../parts/format';
import { inDays } from './fair-words';

const start = z.object({ title: line(), startsOn: day });
type Preset = keyof typeof ja.tasksPreset;

/** What exhibitors usually do, so many days from the first day of the fair. */
const usual: readonly [key: Preset, phase: (typeof fairPhase.options)[number], days: number][] = [
  ['catalogue', 'application', -45],
  ['booth', 'preparation', -30],
  ['staff', 'preparation', -10],
  ['setup', 'day', -1],
  ['leads', 'follow-up', 7],
  ['survey', 'follow-up', 14],
];

const usualTasks = (startsOn: string): FairTask[] =>
  usual.map(([key, phase, days]) => ({
    ...{ key, phase, on: inDays(startsOn, days) },
    // Both languages: exhibitors read either, whoever plans the fair.
    ...{ title: ja.tasksPreset[key], titleEn: en.tasksPreset[key] },
  }));

/** Asks for the least that makes a draft; the rest is filled in on its edit screen. */
export function NewFair() {
  const { t } = useTranslation('fairs');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button onClick={open}>{t('new.button')}</Button>
      <Modal opened={opened} onClose={close} title={t('new.title')} centered>
        <NewFairForm />
      </Modal>
    </>
  );
}

function NewFairForm() {
  const { t } = useTranslation('fairs');
  const navigate = useNavigate();
  const create = useCommand(fairsApi.create);
  const form = useForm({
    schema: start,
    initial: { title: '', startsOn: inDays(todayInJapan(), 120) },
    save: ({ title, startsOn }) =>
      create.mutateAsync({
        body: {
          ...{ title, startsOn, endsOn: startsOn, from: '10:00', until: '17:00' },
          ...{ format: 'hybrid' as const, place: '—', summary: '', placeNote: '', privacyNote: '' },
          applicationUntil: inDays(startsOn, -60),
          halls: [{ key: 'A', name: t('plan.hall', { name: 'A', key: 'A' }), rows: 4, perRow: 10 }],
          tasks: usualTasks(startsOn),
        },
      }),
    saved: ({ id }) => {
      tell(t('new.done'));
      void navigate({ to: '/fairs/$id/edit', params: { id } });
    },
  });
  return (
    <Form form={form} leaveFreely>
      <Text size="sm">{t('new.text')}</Text>
      <Stack gap="md">
        <TextInput label={t('field.title')} required maxLength={200} data-autofocus {...form.text('title')} />
        <DayInput label={t('field.startsOn')} required {...form.input('startsOn')} />
      </Stack>
      <FormButtons form={form} label={t('new.create')} />
    </Form>
  );
}
