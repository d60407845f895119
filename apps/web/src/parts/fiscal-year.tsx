import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { shownLanguage } from '../i18n';
import { todayInJapan } from './format';
import { fiscalYearName, fiscalYearOf } from './fiscal-years';

/** The fiscal year that today is in. */
export const currentFiscalYear = (): number => fiscalYearOf(todayInJapan());

interface FiscalYearSelectProps {
  label: string;
  value: number | undefined;
  onChange: (fiscalYear: number | undefined) => void;
  /** Offered where no year need be chosen. */
  any?: string;
}

/** This fiscal year and the nine before it. */
export function FiscalYearSelect({ label, value, onChange, any }: FiscalYearSelectProps) {
  useTranslation();
  const current = currentFiscalYear();
  const years = new Set([...Array.from({ length: 10 }, (_, i) => current - i), ...(value ? [value] : [])]);
  const options = [...years]
    .sort((a, b) => b - a)
    .map((year) => ({ value: String(year), label: fiscalYearName(year, shownLanguage()) }));
  return (
    <NativeSelect
      label={label}
      data={any === undefined ? options : [{ value: '', label: any }, ...options]}
      value={value === undefined ? '' : String(value)}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        onChange(chosen === '' ? undefined : Number(chosen));
      }}
    />
  );
}
