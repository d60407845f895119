import { Checkbox, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { paymentMethod, type Payment } from '#contracts/term-sheet.js';
import { DayInput } from '../../forms/day-input';
import type { FormState } from '../../forms/form-state';
import { NumberField } from '../../forms/number-field';
import type { DraftSheet } from './offer-draft';
import { monthWords } from './use-offer-words';

const timings = ['monthly', 'days', 'date', 'text'] as const;
const feeBy = ['payer', 'payee', 'unstated'] as const;
const days = Array.from({ length: 31 }, (_, i) => i + 1);

type PaymentField = keyof Payment | `reentrusted.${keyof NonNullable<Payment['reentrusted']>}`;

interface Parts {
  payment: Payment;
  set: (patch: Partial<Payment>) => void;
  error: (field: PaymentField) => string | undefined;
}

/** Method, closing day and due day, and who bears the charge. */
export function OfferPaymentFields({ form }: { form: FormState<DraftSheet> }) {
  const { t } = useTranslation('offers');
  const { payment } = form.value;
  const set = (patch: Partial<Payment>) => form.set('payment', { ...payment, ...patch });
  const error = (field: PaymentField) => form.errors[`payment.${field}`];
  const isText = payment.timing === 'text';
  return (
    <Stack gap="sm" role="group" aria-label={t('part.payment')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          label={t('payment.timing')}
          data={timings.map((value) => ({ value, label: t(`payment.timings.${value}`) }))}
          value={payment.timing}
          allowDeselect={false}
          onChange={(value) => set({ timing: value as Payment['timing'] })}
        />
        <Select
          label={t('payment.method')}
          data={paymentMethod.options.map((value) => ({ value, label: t(`payment.methods.${value}`) }))}
          value={payment.method}
          allowDeselect={false}
          onChange={(value) => set({ method: value as Payment['method'] })}
        />
      </SimpleGrid>
      <When payment={payment} set={set} error={error} />
      <TextInput
        label={t(isText ? 'payment.words' : 'payment.note')}
        placeholder={isText ? t('payment.example') : undefined}
        required={isText}
        value={payment.note}
        error={error('note')}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      <Select
        label={t('payment.feeBy')}
        data={feeBy.map((value) => ({ value, label: t(`payment.fees.${value}`) }))}
        value={payment.feeBy}
        allowDeselect={false}
        onChange={(value) => set({ feeBy: value as Payment['feeBy'] })}
      />
      <Reentrusted payment={payment} set={set} error={error} />
    </Stack>
  );
}

/** 再委託: what is to be stated where the orderer passes on what another has entrusted to it. */
function Reentrusted({ payment: { reentrusted }, set, error }: Parts) {
  const { t } = useTranslation('offers');
  const say = (patch: Partial<NonNullable<Payment['reentrusted']>>) =>
    set({ reentrusted: { originalOrderer: '', originalDueOn: null, ...reentrusted, ...patch } });
  return (
    <>
      <Checkbox
        label={t('payment.reentrusted.is')}
        description={t('payment.reentrusted.hint')}
        checked={reentrusted !== undefined}
        onChange={(event) => (event.currentTarget.checked ? say({}) : set({ reentrusted: undefined }))}
      />
      {reentrusted && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput
            label={t('payment.reentrusted.orderer')}
            maxLength={200}
            value={reentrusted.originalOrderer}
            error={error('reentrusted.originalOrderer')}
            onChange={(event) => say({ originalOrderer: event.currentTarget.value })}
          />
          <DayInput
            label={t('payment.reentrusted.on')}
            value={reentrusted.originalDueOn}
            error={error('reentrusted.originalDueOn')}
            onChange={(on) => say({ originalDueOn: on })}
          />
        </SimpleGrid>
      )}
    </>
  );
}

function When({ payment, set, error }: Parts) {
  const { t } = useTranslation('offers');
  if (payment.timing === 'days')
    return (
      <NumberField
        label={t('payment.days')}
        required
        whole
        unit="days"
        value={payment.days}
        error={error('days')}
        onChange={(n) => set({ days: n })}
      />
    );
  if (payment.timing === 'date')
    return (
      <DayInput
        label={t('payment.on')}
        required
        value={payment.on}
        error={error('on')}
        onChange={(on) => set({ on })}
      />
    );
  return payment.timing === 'monthly' ? <Monthly payment={payment} set={set} error={error} /> : null;
}

function Monthly({ payment, set, error }: Parts) {
  const { t } = useTranslation('offers');
  const dayData = days.map((day) => ({
    value: String(day),
    label: day === 31 ? t('payment.lastDay') : t('payment.day', { day }),
  }));
  const numberOf = (value: string | null) => (value === null ? null : Number(value));
  const textOf = (value: number | null) => (value === null ? null : String(value));
  return (
    <SimpleGrid cols={3} spacing="sm">
      <Select
        label={t('payment.closingDay')}
        data={dayData}
        value={textOf(payment.closingDay)}
        error={error('closingDay')}
        allowDeselect={false}
        onChange={(value) => set({ closingDay: numberOf(value) })}
      />
      <Select
        label={t('payment.monthsAfter')}
        data={[0, 1, 2, 3, 4, 5, 6].map((n) => ({ value: String(n), label: monthWords(t, n) }))}
        value={textOf(payment.monthsAfter)}
        error={error('monthsAfter')}
        allowDeselect={false}
        onChange={(value) => set({ monthsAfter: numberOf(value) })}
      />
      <Select
        label={t('payment.dueDay')}
        data={dayData}
        value={textOf(payment.dueDay)}
        error={error('dueDay')}
        allowDeselect={false}
        onChange={(value) => set({ dueDay: numberOf(value) })}
      />
    </SimpleGrid>
  );
}
