import { NumberInput, type NumberInputProps } from '@mantine/core';
import { shownLanguage } from '../i18n';
import { formatQuantity, type Unit } from '../parts/words';
import { takeFullWidth } from './half-width';

interface NumberFieldProps extends Omit<
  NumberInputProps,
  'value' | 'onChange' | 'prefix' | 'suffix' | 'hideControls'
> {
  value: number | null | undefined;
  onChange: (value: number | null) => void;
  /** Shown after the number. */
  unit?: Unit;
  /** Shown before the number, e.g. ±. */
  sign?: string;
  /** Whole yen, with the sign of the currency. */
  yen?: boolean;
  /** A year or another number without separators. */
  plain?: boolean;
  whole?: boolean;
}

/** A number that may be left empty, grouped by thousands, with its unit; full-width digits are taken too. */
export function NumberField({ value, onChange, unit, sign, yen, plain, whole, ...field }: NumberFieldProps) {
  const language = shownLanguage();
  const after = unit ? formatQuantity(2, unit, language).slice(1) : yen && language === 'ja' ? '円' : '';
  const before = sign ?? (yen && language === 'en' ? '¥' : '');
  const isWhole = whole || yen || plain;
  return (
    <div ref={takeFullWidth} style={{ display: 'contents' }}>
      <NumberInput
        {...field}
        value={value ?? ''}
        onChange={(next) => onChange(next === '' ? null : Number(next))}
        hideControls
        inputMode={isWhole ? 'numeric' : 'decimal'}
        allowDecimal={!isWhole}
        allowNegative={false}
        {...(!plain && { thousandSeparator: ',' })}
        {...(after && { suffix: after })}
        {...(before && { prefix: before })}
      />
    </div>
  );
}
