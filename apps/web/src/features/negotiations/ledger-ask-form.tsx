import { Paper, Select, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { roundings } from '#contracts/exact.js';
import type { Room } from '#contracts/negotiations.js';
import { priceLedgerApi, priceRequest, type PriceIndex, type PriceRequest } from '#contracts/price-ledger.js';
import { useCommand } from '../../api/use-endpoint';
import { DayInput } from '../../forms/day-input';
import { Form, FormButtons } from '../../forms/form';
import type { FormState } from '../../forms/form-state';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { DecimalField } from './decimal-field';
import { computedPrice, emptyPart } from './ledger-draft';
import { LedgerPartFields } from './ledger-part-fields';
import { groupDigits } from './use-offer-words';

interface AskProps {
  room: Room;
  indexes: PriceIndex[];
  onAsked: () => void;
}

/** A request to change a price, with the computed one while it is typed; kept as a draft on this device. */
export function LedgerAskForm({ room, indexes, onAsked }: AskProps) {
  const { t } = useTranslation('ledger');
  const ask = useCommand(priceLedgerApi.ask);
  const form = useForm({
    schema: priceRequest,
    initial: {
      // An event's name is nobody's product.
      item: room.subject.kind === 'meeting' ? '' : room.title.slice(0, 200),
      ...{ unit: '', currentPrice: '', requestedPrice: '', effectiveOn: '' },
      ...{ parts: [emptyPart()], rounding: 'half-up', digits: 0, reason: '' },
    },
    draft: `price-request.${room.id}`,
    save: (body) => ask.mutateAsync({ params: { id: room.id }, body }),
    saved: () => {
      tell(t('ask.sent'));
      onAsked();
    },
  }) as unknown as FormState<PriceRequest>;
  return (
    <Form form={form} leaveFreely>
      <TextInput label={t('ask.item')} required {...form.text('item')} />
      <SimpleGrid cols={{ base: 2 }} spacing="sm">
        <DecimalField
          label={t('ask.currentPrice')}
          required
          value={form.value.currentPrice}
          error={form.errors['currentPrice']}
          onChange={(price) => form.set('currentPrice', price)}
        />
        <TextInput label={t('ask.unit')} required {...form.text('unit')} />
      </SimpleGrid>
      <LedgerPartFields form={form} indexes={indexes} />
      <Rounding form={form} />
      <Computed form={form} indexes={indexes} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <DecimalField
          label={t('ask.requestedPrice')}
          description={t('ask.requestedHint')}
          value={form.value.requestedPrice}
          error={form.errors['requestedPrice']}
          onChange={(price) => form.set('requestedPrice', price)}
        />
        <DayInput
          label={t('ask.effectiveOn')}
          required
          value={form.value.effectiveOn}
          error={form.errors['effectiveOn']}
          onChange={(on) => form.set('effectiveOn', on ?? '')}
        />
      </SimpleGrid>
      <Textarea label={t('ask.reason')} required autosize minRows={3} maxRows={10} {...form.text('reason')} />
      <Text size="sm" c="gray.7">
        {t('ask.sendText')}
      </Text>
      <FormButtons form={form} label={t('ask.send')} />
    </Form>
  );
}

function Rounding({ form }: { form: FormState<PriceRequest> }) {
  const { t } = useTranslation(['ledger', 'offers']);
  return (
    <SimpleGrid cols={2} spacing="sm">
      <Select
        label={t('ask.rounding')}
        data={roundings.map((value) => ({ value, label: t(`offers:rounding.rules.${value}`) }))}
        value={form.value.rounding}
        allowDeselect={false}
        onChange={(value) => form.set('rounding', value as PriceRequest['rounding'])}
      />
      <Select
        label={t('ask.digits')}
        data={([0, 1, 2] as const).map((n) => ({ value: String(n), label: t(`ask.digitsOf.d${n}`) }))}
        value={String(form.value.digits)}
        allowDeselect={false}
        onChange={(value) => form.set('digits', Number(value))}
      />
    </SimpleGrid>
  );
}

function Computed({ form, indexes }: { form: FormState<PriceRequest>; indexes: PriceIndex[] }) {
  const { t } = useTranslation('ledger');
  const computed = computedPrice(form.value, indexes);
  return (
    <Paper withBorder p="sm" bg="gray.0" role="status" aria-label={t('ask.computed')}>
      <Text size="sm" fw={600}>
        {t('ask.computed')}
      </Text>
      {computed ? (
        <>
          <Text fw={650} fz="lg">
            {t('round.effectOf', { effect: groupDigits(computed.price) })}
          </Text>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {computed.formula}
          </Text>
        </>
      ) : (
        <Text size="sm">{t('ask.notYet')}</Text>
      )}
    </Paper>
  );
}
