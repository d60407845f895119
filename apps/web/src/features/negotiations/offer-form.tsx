import { Group, Paper, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  negotiationsApi,
  offerTerms,
  offerTotalYen,
  type Offer,
  type OfferTerms,
  type Room,
} from '#contracts/negotiations.js';
import { useCommand } from '../../api/use-endpoint';
import { DayInput } from '../../forms/day-input';
import { Form, FormButtons } from '../../forms/form';
import { NumberField } from '../../forms/number-field';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { formatYen, todayInJapan } from '../../parts/format';
import { changedTerms } from './offer-terms';
import { useOfferWords } from './use-offer-words';

/** While it is being filled in, an amount may be missing; the schema refuses that. */
type Typed = Omit<OfferTerms, 'quantity' | 'unitPriceYen'> & {
  quantity: number | null;
  unitPriceYen: number | null;
};

const validForDays = 14;

function inDays(days: number): string {
  const day = new Date(`${todayInJapan()}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** The last round to change what one wants changed, or an empty offer over the subject's title. */
function firstTerms(room: Room, last: Offer | undefined, unit: string): Typed {
  const validUntil = inDays(validForDays);
  if (last) return { ...last.terms, validUntil };
  return {
    ...{ item: room.title.slice(0, 200), quantity: null, unit, unitPriceYen: null },
    ...{ deliveryOn: '', deliveryPlace: '', payment: '', validUntil, note: '' },
  };
}

interface OfferFormProps {
  room: Room;
  last: Offer | undefined;
  onMade: () => void;
}

/** An offer or counter-offer; what is typed is kept on this device. */
export function OfferForm({ room, last, onMade }: OfferFormProps) {
  const { t } = useTranslation('negotiations');
  const make = useCommand(negotiationsApi.makeOffer);
  const form = useForm({
    schema: offerTerms,
    initial: firstTerms(room, last, t('offer.defaultUnit')) as OfferTerms,
    draft: `offer.${room.id}`,
    save: (body) => make.mutateAsync({ params: { id: room.id }, body }),
    saved: () => {
      tell(t('offer.made'));
      onMade();
    },
  });
  // An emptied amount is missing, which the schema refuses.
  const setNumber = (key: 'quantity' | 'unitPriceYen') => (n: number | null) => form.set(key, n as number);
  return (
    <Form form={form} leaveFreely>
      <TextInput label={t('offer.term.item')} required {...form.text('item')} />
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <NumberField
          label={t('offer.term.quantity')}
          required
          {...form.input('quantity')}
          onChange={setNumber('quantity')}
        />
        <TextInput label={t('offer.unit')} required {...form.text('unit')} />
        <NumberField
          label={t('offer.unitPriceInput')}
          required
          yen
          {...form.input('unitPriceYen')}
          onChange={setNumber('unitPriceYen')}
        />
      </SimpleGrid>
      <Total typed={form.value as Typed} last={last} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DayInput
          label={t('offer.term.deliveryOn')}
          required
          minDate={todayInJapan()}
          {...form.input('deliveryOn')}
          onChange={(on) => form.set('deliveryOn', on ?? '')}
        />
        <TextInput label={t('offer.term.deliveryPlace')} required {...form.text('deliveryPlace')} />
      </SimpleGrid>
      <TextInput
        label={t('offer.term.payment')}
        placeholder={t('offer.paymentExample')}
        required
        {...form.text('payment')}
      />
      <DayInput
        label={t('offer.term.validUntil')}
        description={t('offer.validUntilHint')}
        required
        minDate={todayInJapan()}
        {...form.input('validUntil')}
        onChange={(on) => form.set('validUntil', on ?? '')}
      />
      <Textarea label={t('offer.term.note')} autosize minRows={2} maxRows={8} {...form.text('note')} />
      <Text size="sm" c="dimmed">
        {t(last?.state === 'open' ? 'offer.replacesText' : 'offer.makeText')}
      </Text>
      <FormButtons form={form} label={t('offer.send')} />
    </Form>
  );
}

/** The total while one types, and what would change against the last round. */
function Total({ typed, last }: { typed: Typed; last: Offer | undefined }) {
  const { t } = useTranslation('negotiations');
  const words = useOfferWords();
  const { quantity, unitPriceYen } = typed;
  const total = quantity === null || unitPriceYen === null ? null : offerTotalYen({ quantity, unitPriceYen });
  const changed = last && total !== null ? changedTerms(last.terms, typed as OfferTerms) : [];
  return (
    <Paper withBorder p="sm" bg="gray.0" role="status">
      <Group justify="space-between" gap="xs">
        <Text size="sm">{t('offer.term.totalYen')}</Text>
        <Text fw={650} fz="lg">
          {total === null ? t('offer.totalUnknown') : formatYen(total)}
        </Text>
      </Group>
      {last && changed.includes('totalYen') && (
        <Text size="sm" c="dimmed">
          {t('offer.totalBefore', { no: last.no, yen: words.value('totalYen', last.terms) })}
        </Text>
      )}
    </Paper>
  );
}
