import { DateInput, type DateInputProps } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { formatDay, todayInJapan } from '../parts/format';
import { parseDay } from './parse-day';

interface DayInputProps extends Omit<DateInputProps, 'value' | 'onChange' | 'valueFormat' | 'dateParser'> {
  /** `YYYY-MM-DD`; '' and null are no day. */
  value: string | null | undefined;
  onChange: (on: string | null) => void;
}

/** A calendar day, typed in any usual way or picked, shown as the reader's language writes it. */
export function DayInput({ value, onChange, ...field }: DayInputProps) {
  const { t } = useTranslation('parts');
  return (
    <DateInput
      {...field}
      value={value || null}
      onChange={(on) => onChange(on)}
      valueFormat={(on) => formatDay(on.slice(0, 10))}
      dateParser={(typed) => parseDay(typed, todayInJapan())}
      clearable
      clearButtonProps={{ 'aria-label': t('day.clear') }}
      placeholder={t('day.example')}
      autoComplete="off"
      // On a phone the calendar is enough; a keyboard would cover it.
      inputMode="none"
      previousLabel={t('day.previous')}
      nextLabel={t('day.next')}
    />
  );
}
