import { Button, CloseButton, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MAX_TIMES } from '#contracts/appointments.js';
import { instantsOf, zoneName } from '#contracts/time-zones.js';
import { DayInput } from '../../../forms/day-input';
import { shownLanguage } from '../../../i18n';
import { overlapping, spanOf, type Span, type TypedTime } from './times-draft';
import { useBusy } from './use-busy';
import { SpanText, type OtherZone } from './zones';

interface TimesFieldsProps {
  times: TypedTime[];
  minutes: number;
  zone: string;
  others: readonly OtherZone[];
  errors: Record<string, string>;
  onTimes: (times: TypedTime[]) => void;
  onMinutes: (minutes: number) => void;
  /** Not called an overlap: what is being moved. */
  except?: string;
}

const lengths = [15, 20, 30, 45, 60, 90, 120, 180];

/** Days and times to choose from, each with what it means for the others and what it overlaps. */
export function TimesFields(props: TimesFieldsProps) {
  const { times, minutes, zone, errors, onTimes } = props;
  const { t } = useTranslation('appointments');
  const spans = times.map((time) => {
    const [at] = instantsOf(time, zone);
    return at === undefined ? null : spanOf(new Date(at).toISOString(), minutes);
  });
  const busy = useBusy(spans.filter((span) => span !== null)).filter(({ id }) => id !== props.except);
  const set = (i: number, patch: Partial<TypedTime>) =>
    onTimes(times.map((time, n) => (n === i ? { ...time, ...patch } : time)));
  return (
    <Stack gap="sm">
      <Select
        label={t('form.minutes')}
        required
        data={[...new Set([...lengths, minutes])].map((n) => ({
          value: String(n),
          label: t('minutes', { n }),
        }))}
        value={String(minutes)}
        allowDeselect={false}
        error={errors['minutes']}
        onChange={(value) => props.onMinutes(Number(value))}
        maw="12rem"
      />
      <Text size="sm" c="gray.7">
        {t('form.timesHint', {
          n: MAX_TIMES,
          zone: zoneName(new Date().toISOString(), zone, shownLanguage()),
        })}
      </Text>
      {times.map((time, i) => (
        <Stack key={i} gap={4} role="group" aria-label={t('form.time', { n: i + 1 })}>
          <Group gap="xs" align="flex-start">
            <DayInput
              label={t('form.day')}
              required
              flex="1 1 12rem"
              value={time.on}
              error={errors[`times.${i}.on`]}
              onChange={(on) => set(i, { on: on ?? '' })}
            />
            <TextInput
              type="time"
              label={t('form.at')}
              required
              w="8.5rem"
              value={time.at}
              error={errors[`times.${i}.at`] ?? errors[`times.${i}`]}
              onChange={(event) => set(i, { at: event.currentTarget.value })}
            />
            {times.length > 1 && (
              <CloseButton
                mt={26}
                aria-label={t('form.removeTime', { n: i + 1 })}
                onClick={() => onTimes(times.filter((_, n) => n !== i))}
              />
            )}
          </Group>
          <Meaning span={spans[i] ?? null} busy={busy} zone={zone} others={props.others} />
        </Stack>
      ))}
      {errors['times'] && (
        <Text size="sm" c="red.7" role="alert">
          {errors['times']}
        </Text>
      )}
      {times.length < MAX_TIMES && (
        <Button
          variant="default"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onTimes([...times, times.at(-1) ?? { on: '', at: '' }])}
        >
          {t('form.addTime')}
        </Button>
      )}
    </Stack>
  );
}

interface MeaningProps {
  span: Span | null;
  busy: readonly { title: string; startsAt: string; endsAt: string }[];
  zone: string;
  others: readonly OtherZone[];
}

function Meaning({ span, busy, zone, others }: MeaningProps) {
  if (!span) return null;
  return (
    <div>
      {others.some((other) => other.zone !== zone) && <SpanText {...{ span, zone, others }} />}
      <Overlaps span={span} busy={busy} />
    </div>
  );
}

/** What the reader has to do at the same time. */
export function Overlaps({ span, busy }: Pick<MeaningProps, 'busy'> & { span: Span }) {
  const { t } = useTranslation('appointments');
  return overlapping(span, busy).map(({ title, startsAt }) => (
    <Text key={`${title} ${startsAt}`} size="sm" c="orange.9" role="status">
      {t('overlaps', { title })}
    </Text>
  ));
}
