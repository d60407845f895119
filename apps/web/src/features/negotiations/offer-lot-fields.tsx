import { Button, CloseButton, Group, SimpleGrid, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OfferLot } from '#contracts/term-sheet.js';
import { DayInput } from '../../forms/day-input';
import type { FormState } from '../../forms/form-state';
import { todayInJapan } from '../../parts/format';
import { DecimalField } from './decimal-field';
import { isOneLot, joinLots, newLot, splitLots, withQuantity, type DraftSheet } from './offer-draft';
import { groupDigits, leftOf } from './use-offer-words';
import classes from './offer-sheet.module.css';

/** When it is delivered: one day, or several lots with what each of them holds. */
export function OfferLotFields({ form }: { form: FormState<DraftSheet> }) {
  const { t } = useTranslation('offers');
  const { lots } = form.value;
  const set = (key: string, patch: Partial<OfferLot>) =>
    form.set(
      'lots',
      lots.map((lot) => (lot.key === key ? { ...lot, ...patch } : lot)),
    );
  const [only] = lots;
  if (only && isOneLot(lots))
    return (
      <Stack gap={4}>
        <DayInput
          label={t('lot.deliverOn')}
          required
          minDate={todayInJapan()}
          value={only.deliverOn}
          error={form.errors['lots.0.deliverOn']}
          onChange={(on) => set(only.key, { deliverOn: on ?? '' })}
        />
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => form.set('lots', splitLots(form.value))}
        >
          {t('lot.split')}
        </Button>
      </Stack>
    );
  return (
    <Stack gap="sm" role="group" aria-label={t('lot.title')}>
      {lots.map((lot, index) => (
        <LotFields key={lot.key} form={form} lot={lot} index={index} set={(patch) => set(lot.key, patch)} />
      ))}
      <LeftOver form={form} />
      <Group gap="xs">
        <Button variant="default" size="sm" onClick={() => form.set('lots', [...lots, newLot()])}>
          {t('lot.add')}
        </Button>
        <Button
          variant="subtle"
          size="sm"
          onClick={() => form.replace({ ...form.value, lots: joinLots(lots), separable: false })}
        >
          {t('lot.join')}
        </Button>
      </Group>
      <Switch label={t('lot.separable')} description={t('lot.separableHint')} {...form.check('separable')} />
    </Stack>
  );
}

interface LotFieldsProps {
  form: FormState<DraftSheet>;
  lot: OfferLot;
  index: number;
  set: (patch: Partial<OfferLot>) => void;
}

function LotFields({ form, lot, index, set }: LotFieldsProps) {
  const { t } = useTranslation(['offers', 'parts']);
  const name = t('lot.one', { no: index + 1 });
  const items = form.value.lines.filter(({ kind }) => kind === 'item');
  return (
    <Stack gap="xs" className={classes.part} role="group" aria-label={name}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600}>
          {name}
        </Text>
        {form.value.lots.length > 1 && (
          <CloseButton
            aria-label={t('parts:rows.remove', { name })}
            onClick={() =>
              form.set(
                'lots',
                form.value.lots.filter(({ key }) => key !== lot.key),
              )
            }
          />
        )}
      </Group>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <DayInput
          label={t('lot.deliverOn')}
          required
          minDate={todayInJapan()}
          value={lot.deliverOn}
          error={form.errors[`lots.${index}.deliverOn`]}
          onChange={(on) => set({ deliverOn: on ?? '' })}
        />
        <TextInput
          label={t('lot.name')}
          value={lot.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        {items.map((line, i) => (
          <DecimalField
            key={line.key}
            label={t('lot.quantityOf', { item: line.item || t('line.one', { no: i + 1 }) })}
            value={lot.quantities.find(({ lineKey }) => lineKey === line.key)?.quantity ?? ''}
            error={form.errors[`lots.${index}.quantities`]}
            onChange={(quantity) => set(withQuantity(lot, line.key, quantity))}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

/** What the lots do not hold yet. */
function LeftOver({ form }: { form: FormState<DraftSheet> }) {
  const { t } = useTranslation('offers');
  const { lines, lots } = form.value;
  const open = lines.flatMap((line) => {
    const left = line.kind === 'item' ? leftOf(line, lots) : null;
    return left === null || left === '0' ? [] : [{ line, left }];
  });
  return (
    <div role="status">
      {open.map(({ line, left }) => (
        <Text key={line.key} size="sm" c="yellow.9">
          {t('lot.left', {
            ...{ item: line.item, quantity: groupDigits(line.quantity), unit: line.unit },
            left: groupDigits(left),
          })}
        </Text>
      ))}
    </div>
  );
}
