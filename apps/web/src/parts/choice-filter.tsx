import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface ChoiceFilterProps<T extends string> {
  label: string;
  value: T | undefined;
  onChange: (value: T | undefined) => void;
  options: { value: T; label: string }[];
}

/** A filter with at most one value. */
export function ChoiceFilter<T extends string>({ label, value, onChange, options }: ChoiceFilterProps<T>) {
  const { t } = useTranslation('parts');
  return (
    <Radio.Group
      label={label}
      value={value ?? ''}
      onChange={(chosen) => onChange(chosen === '' ? undefined : chosen)}
    >
      <Stack gap={6} mt={6}>
        <Radio value="" size="sm" label={t('anyChoice')} />
        {options.map((option) => (
          <Radio key={option.value} value={option.value} size="sm" label={option.label} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
