import { TextInput, type TextInputProps } from '@mantine/core';

interface DayInputProps extends Omit<TextInputProps, 'type' | 'value' | 'onChange'> {
  /** `YYYY-MM-DD`. */
  value: string | null | undefined;
  onChange: (on: string | null) => void;
}

/** A calendar day, by the picker that the device has. */
export function DayInput({ value, onChange, ...field }: DayInputProps) {
  return (
    <TextInput
      {...field}
      type="date"
      max="2199-12-31"
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}
