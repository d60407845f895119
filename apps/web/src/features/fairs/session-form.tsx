import { SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Fair } from '#contracts/fair-exhibition.js';
import { fairSessionsApi, sessionContent, type FairSession } from '#contracts/fair-sessions.js';
import { clock } from '#contracts/meeting-events.js';
import { day } from '#contracts/shapes.js';
import { useCommand } from '../../api/use-endpoint';
import { DayInput } from '../../forms/day-input';
import { Form, FormButtons } from '../../forms/form';
import { NumberField } from '../../forms/number-field';
import { Rows } from '../../forms/rows';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { dayInJapan } from '../../parts/words';
import { formatClock } from '../meetings/meeting-words';

/** As it is typed: a day and two times of day in Japan. */
const typed = z
  .object({
    ...sessionContent.shape,
    startsAt: z.undefined().optional(),
    endsAt: z.undefined().optional(),
    ...{ on: day, from: clock, until: clock },
  })
  .superRefine(({ from, until, streamUrl }, context) => {
    if (until <= from)
      context.addIssue({ code: 'custom', path: ['until'], message: 'ends-before-start', input: until });
    if (streamUrl !== '' && !/^https:\/\/[^\s/]+/.test(streamUrl))
      context.addIssue({ code: 'custom', path: ['streamUrl'], message: 'https-address', input: streamUrl });
  });
type Typed = z.input<typeof typed>;

const atInJapan = (on: string, time: string): string => new Date(`${on}T${time}:00+09:00`).toISOString();

const initialOf = (fair: Fair, session: FairSession | null): Typed => {
  if (!session)
    return {
      ...{ title: '', titleEn: '', text: '', place: '', speakers: [], streamUrl: '', capacity: 60 },
      ...{ on: fair.content.startsOn, from: '13:00', until: '14:00' },
    };
  const { startsAt, endsAt, ...rest } = session.content;
  return { ...rest, on: dayInJapan(startsAt), from: formatClock(startsAt), until: formatClock(endsAt) };
};

interface SessionFormProps {
  fair: Fair;
  /** Null for a new one. */
  session: FairSession | null;
  done: () => void;
}

export function SessionForm({ fair, session, done }: SessionFormProps) {
  const { t } = useTranslation('fairs');
  const create = useCommand(fairSessionsApi.create);
  const update = useCommand(fairSessionsApi.update);
  const form = useForm({
    schema: typed,
    initial: initialOf(fair, session),
    version: session?.version ?? 0,
    save: ({ on, from, until, startsAt: _, endsAt: __, ...rest }, version) => {
      const body = { ...rest, startsAt: atInJapan(on, from), endsAt: atInJapan(on, until) };
      return session
        ? update.mutateAsync({ params: { id: fair.id, sessionId: session.id }, body, version })
        : create.mutateAsync({ params: { id: fair.id }, body });
    },
    saved: () => {
      tell(t('programme.saved'));
      done();
    },
    valueFrom: (current: FairSession) => initialOf(fair, current),
  });
  const show = {
    label: (field: string) => t(`programme.field.${field as 'title'}`),
    value: (_: string, value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
  };
  return (
    <Form form={form} leaveFreely show={show}>
      <Stack gap="sm">
        <TextInput label={t('programme.field.title')} required {...form.text('title')} />
        <TextInput label={t('programme.field.titleEn')} {...form.text('titleEn')} />
        <SimpleGrid cols={{ base: 1, xs: 3 }}>
          <DayInput label={t('programme.field.on')} required {...form.input('on')} />
          <TextInput type="time" label={t('programme.field.from')} required {...form.text('from')} />
          <TextInput type="time" label={t('programme.field.until')} required {...form.text('until')} />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput label={t('programme.field.place')} {...form.text('place')} />
          <NumberField label={t('programme.field.capacity')} required whole {...form.input('capacity')} />
        </SimpleGrid>
        <Textarea label={t('programme.field.text')} autosize minRows={3} {...form.text('text')} />
        <TextInput
          label={t('programme.field.streamUrl')}
          description={t('programme.streamHint')}
          {...form.text('streamUrl')}
        />
        <Rows
          path="speakers"
          items={(form.value.speakers ?? []) as { name: string; organisation: string }[]}
          onChange={(speakers) => form.set('speakers', speakers)}
          errors={form.errors}
          make={() => ({ name: '', organisation: '' })}
          addLabel={t('programme.addSpeaker')}
          nameOf={({ name }) => name}
          detailOf={({ organisation }) => organisation}
        >
          {({ item, set, error }) => (
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              {(['name', 'organisation'] as const).map((key) => (
                <TextInput
                  key={key}
                  label={t(`programme.field.${key}`)}
                  required={key === 'name'}
                  value={item[key]}
                  onChange={(event) => set({ [key]: event.currentTarget.value })}
                  error={error(key)}
                />
              ))}
            </SimpleGrid>
          )}
        </Rows>
      </Stack>
      <FormButtons form={form} label={t('programme.save')} />
    </Form>
  );
}
