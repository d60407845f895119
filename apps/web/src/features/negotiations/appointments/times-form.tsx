import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { appointmentsApi, type Appointment } from '#contracts/appointments.js';
import { optionalLine, line } from '#contracts/shapes.js';
import { wallTimeOf } from '#contracts/time-zones.js';
import { useCommand } from '../../../api/use-endpoint';
import { Form, FormButtons } from '../../../forms/form';
import { tell } from '../../../forms/tell';
import { useForm } from '../../../forms/use-form';
import { suggestedTime, timesIn } from './times-draft';
import { TimesFields } from './times-fields';
import type { OtherZone } from './zones';

interface TimesFormProps {
  appointment: Appointment;
  zone: string;
  others: readonly OtherZone[];
  done: () => void;
}

/** Other times instead of those proposed, or a wish to move what is agreed, which must give its reason. */
export function TimesForm({ appointment, zone, others, done }: TimesFormProps) {
  const { t } = useTranslation('appointments');
  const propose = useCommand(appointmentsApi.proposeTimes);
  const isMove = appointment.state === 'confirmed';
  const from = appointment.startsAt ?? appointment.proposal?.times[0]?.startsAt;
  const minutes = appointment.startsAt
    ? (Date.parse(appointment.endsAt ?? '') - Date.parse(appointment.startsAt)) / 60_000
    : (appointment.proposal?.minutes ?? 60);
  const form = useForm({
    schema: z.object({
      times: timesIn(zone),
      minutes: z.number(),
      reason: isMove ? line(500) : optionalLine(500),
    }),
    initial: {
      times: [from ? wallTimeOf(Date.parse(from), zone) : suggestedTime(zone, Date.now())],
      ...{ minutes, reason: '' },
    },
    save: (body) =>
      propose.mutateAsync({
        params: { id: appointment.roomId, appointmentId: appointment.id },
        ...{ version: appointment.version, body },
      }),
    saved: () => {
      tell(t(isMove ? 'move.sent' : 'counter.sent'));
      done();
    },
  });
  return (
    <Form form={form} leaveFreely>
      <Text size="sm">{t(isMove ? 'move.text' : 'counter.text')}</Text>
      <TimesFields
        times={form.value.times}
        minutes={form.value.minutes}
        {...{ zone, others, except: appointment.id }}
        errors={form.errors}
        onTimes={(times) => form.set('times', times)}
        onMinutes={(next) => form.set('minutes', next)}
      />
      <Textarea label={t('form.reason')} required={isMove} autosize minRows={2} {...form.text('reason')} />
      <FormButtons form={form} label={t(isMove ? 'move.send' : 'counter.send')} />
    </Form>
  );
}
