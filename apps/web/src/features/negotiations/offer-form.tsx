import { Paper, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import { offersApi, type Offer } from '#contracts/offers.js';
import { daysLater } from '#contracts/payment-days.js';
import { termSheet } from '#contracts/term-sheet.js';
import { useCommand } from '../../api/use-endpoint';
import { DayInput } from '../../forms/day-input';
import { Form, FormButtons } from '../../forms/form';
import type { FormState } from '../../forms/form-state';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { todayInJapan } from '../../parts/format';
import { OfferDetailFields } from './offer-detail-fields';
import { draftTotals, firstSheet, type DraftSheet } from './offer-draft';
import { OfferLineFields } from './offer-line-fields';
import { OfferLotFields } from './offer-lot-fields';
import { OfferPaymentFields } from './offer-payment-fields';
import { OfferTotals } from './offer-totals';
import { StatutoryCheck } from './statutory-check';
import { useOfferWords } from './use-offer-words';

const validForDays = 14;

interface OfferFormProps {
  room: Room;
  last: Offer | undefined;
  onMade: () => void;
}

/** An offer or counter-offer: one line to begin with, more on demand; what is typed is kept on this device. */
export function OfferForm({ room, last, onMade }: OfferFormProps) {
  const { t } = useTranslation(['negotiations', 'offers']);
  const make = useCommand(offersApi.make);
  const validUntil = daysLater(todayInJapan(), validForDays);
  const form = useForm({
    schema: termSheet,
    // An event's name is nobody's product.
    initial: firstSheet(
      room.subject.kind === 'meeting' ? '' : room.title,
      last,
      t('offers:line.defaultUnit'),
      validUntil,
    ),
    draft: `offer-sheet.${room.id}`,
    save: (body) => make.mutateAsync({ params: { id: room.id }, body }),
    saved: () => {
      tell(t('offer.made'));
      onMade();
    },
  }) as unknown as FormState<DraftSheet>;
  return (
    <Form form={form} leaveFreely>
      <OfferLineFields room={room} form={form} />
      <Totals form={form} last={last} />
      <SimpleGrid cols={{ base: 1, xs: form.value.lots.length === 1 ? 2 : 1 }}>
        <OfferLotFields form={form} />
        <TextInput label={t('offers:part.place')} required {...form.text('place')} />
      </SimpleGrid>
      <OfferPaymentFields form={form} />
      <DayInput
        label={t('offers:part.validUntil')}
        description={t('offer.validUntilHint')}
        required
        minDate={todayInJapan()}
        {...form.input('validUntil')}
        onChange={(on) => form.set('validUntil', on ?? '')}
      />
      <OfferDetailFields form={form} />
      <Textarea label={t('offers:part.note')} autosize minRows={2} maxRows={8} {...form.text('note')} />
      <StatutoryCheck roomId={room.id} terms={form.value} />
      <Text size="sm" c="dimmed">
        {t(last?.state === 'open' ? 'offer.replacesText' : 'offer.makeText')}
      </Text>
      <FormButtons form={form} label={t('offer.send')} />
    </Form>
  );
}

/** The totals while one types, and the last round's to compare. */
function Totals({ form, last }: { form: FormState<DraftSheet>; last: Offer | undefined }) {
  const { t } = useTranslation('offers');
  const words = useOfferWords();
  const totals = draftTotals(form.value);
  const before = last ? words.net(last.terms) : '';
  return (
    <Paper withBorder p="sm" bg="gray.0" role="status" aria-label={t('total.title')}>
      {totals ? <OfferTotals terms={form.value} /> : <Text size="sm">{t('total.unknown')}</Text>}
      {last && totals && before !== words.net(form.value) && (
        <Text size="sm" c="gray.7" mt={4}>
          {t('total.before', { no: last.no, amount: before })}
        </Text>
      )}
    </Paper>
  );
}
