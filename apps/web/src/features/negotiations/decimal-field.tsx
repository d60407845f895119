import { TextInput, type TextInputProps } from '@mantine/core';
import { typedDecimal } from './offer-draft';

interface DecimalFieldProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** As typed; '' is empty. Never a float. */
  value: string;
  onChange: (value: string) => void;
}

/** A number that is kept as it is typed, to the last digit; full-width digits and separators are taken too. */
export function DecimalField({ value, onChange, ...field }: DecimalFieldProps) {
  return (
    <TextInput
      {...field}
      inputMode="decimal"
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(typedDecimal(event.currentTarget.value))}
    />
  );
}
