import { Checkbox, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { appointmentMeans, appointmentRequest, appointmentsApi } from '#contracts/appointments.js';
import { line, prose } from '#contracts/shapes.js';
import { useCommand } from '../../../api/use-endpoint';
import { Form, FormButtons } from '../../../forms/form';
import { tell } from '../../../forms/tell';
import { useForm } from '../../../forms/use-form';
import { suggestedTime, timesIn } from './times-draft';
import { TimesFields } from './times-fields';
import type { OtherZone } from './zones';

interface AppointmentFormProps {
  roomId: string;
  zone: string;
  others: readonly OtherZone[];
  done: () => void;
}

/** What is typed: times are those of the reader's wall. */
const typedRequest = (zone: string) =>
  z
    .object({
      ...{ title: line(120), note: prose(2_000), minutes: z.number(), hardEnd: z.boolean() },
      ...{ means: appointmentMeans, address: z.string().trim().max(2_000), times: timesIn(zone) },
    })
    .superRefine(({ means, address }, context) => {
      const parsed = appointmentRequest.safeParse({
        ...{ title: 'x', note: '', minutes: 60, times: ['2099-01-01T00:00:00Z'], means },
        address: means === 'call' ? '' : address,
      });
      for (const issue of parsed.error?.issues ?? [])
        context.addIssue({
          code: 'custom',
          message: address === '' ? 'needed' : means === 'link' ? 'https-address' : 'needed',
          path: issue.path,
          input: address,
        });
    });

/** Proposes an appointment: what for, where, and some times. */
export function AppointmentForm({ roomId, zone, others, done }: AppointmentFormProps) {
  const { t } = useTranslation('appointments');
  const propose = useCommand(appointmentsApi.propose);
  const form = useForm({
    schema: typedRequest(zone),
    initial: {
      ...{ title: '', note: '', minutes: 60, hardEnd: false, means: 'call', address: '' },
      times: [suggestedTime(zone, Date.now())],
    },
    draft: `appointment.${roomId}`,
    save: ({ means, address, ...request }) => {
      const place = means === 'call' ? ({ means, address: '' } as const) : { means, address };
      return propose.mutateAsync({ params: { id: roomId }, body: { ...request, ...place } });
    },
    saved: () => {
      tell(t('form.sent'));
      done();
    },
  });
  const { means } = form.value;
  const narrow = useMediaQuery('(max-width: 36em)', false, { getInitialValueInEffect: false });
  return (
    <Form form={form} leaveFreely>
      <TextInput
        label={t('form.title')}
        placeholder={t('form.titleExample')}
        required
        data-autofocus
        {...form.text('title')}
      />
      <TimesFields
        times={form.value.times}
        minutes={form.value.minutes}
        {...{ zone, others }}
        errors={form.errors}
        onTimes={(times) => form.set('times', times)}
        onMinutes={(minutes) => form.set('minutes', minutes)}
      />
      <Stack gap={6}>
        <Text size="sm" fw={500} component="span">
          {t('form.means')}
        </Text>
        <SegmentedControl
          orientation={narrow ? 'vertical' : 'horizontal'}
          aria-label={t('form.means')}
          data={appointmentMeans.options.map((value) => ({ value, label: t(`means.${value}`) }))}
          value={means}
          onChange={(value) => form.set('means', value)}
        />
        <Text size="sm" c="gray.7">
          {t(`form.meansHint.${means}`)}
        </Text>
      </Stack>
      {means !== 'call' && (
        <TextInput
          label={t(means === 'link' ? 'form.link' : 'form.place')}
          required
          inputMode={means === 'link' ? 'url' : 'text'}
          {...form.text('address')}
        />
      )}
      {means === 'call' && (
        <Checkbox label={t('form.hardEnd')} description={t('form.hardEndHint')} {...form.check('hardEnd')} />
      )}
      <Textarea label={t('form.note')} autosize minRows={2} maxRows={8} {...form.text('note')} />
      <FormButtons form={form} label={t('form.send')} />
    </Form>
  );
}
