import {
  Button,
  CloseButton,
  Collapse,
  Group,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import { currency, lineKind, taxClass, type OfferLine } from '#contracts/term-sheet.js';
import { lineAmount } from '#contracts/term-totals.js';
import type { FormState } from '../../forms/form-state';
import { DecimalField } from './decimal-field';
import { emptyLine, withoutLine, type DraftSheet } from './offer-draft';
import { OfferDrawingFields, type DrawingFieldsProps } from './offer-drawing-fields';
import { formatMoney } from './use-offer-words';
import classes from './offer-sheet.module.css';

/** The lines of an offer: one to begin with, each with drawing, tax class and currency on demand. */
export function OfferLineFields({ room, form }: { room: Room; form: FormState<DraftSheet> }) {
  const { t } = useTranslation('offers');
  const { lines } = form.value;
  const add = (line: OfferLine) => form.set('lines', [...lines, line]);
  return (
    <Stack gap="sm">
      {lines.map((line, index) => (
        <LineFields key={line.key} {...{ room, form, line, index }} isOnly={lines.length === 1} />
      ))}
      <Group gap="xs">
        <Button variant="default" size="sm" onClick={() => add(emptyLine(t('line.defaultUnit')))}>
          {t('line.add')}
        </Button>
        <Button variant="default" size="sm" onClick={() => add(emptyLine(t('line.setUnit'), 'tooling'))}>
          {t('line.addTooling')}
        </Button>
      </Group>
    </Stack>
  );
}

interface LineFieldsProps {
  room: Room;
  form: FormState<DraftSheet>;
  line: OfferLine;
  index: number;
  isOnly: boolean;
}

function LineFields({ room, form, line, index, isOnly }: LineFieldsProps) {
  const { t } = useTranslation(['offers', 'parts']);
  const put = (next: OfferLine) =>
    form.set(
      'lines',
      form.value.lines.map((one) => (one.key === line.key ? next : one)),
    );
  const set = (patch: Partial<OfferLine>) => put({ ...line, ...patch });
  const error = (field: keyof OfferLine) => form.errors[`lines.${index}.${field}`];
  return (
    <Stack
      gap="xs"
      className={isOnly ? undefined : classes.part}
      role="group"
      aria-label={t('line.one', { no: index + 1 })}
    >
      {!isOnly && (
        <Group justify="space-between" gap="xs">
          <Text size="sm" fw={600}>
            {t('line.one', { no: index + 1 })}
            {line.kind !== 'item' && ` ${t(`line.kinds.${line.kind}`)}`}
          </Text>
          <CloseButton
            aria-label={t('parts:rows.remove', { name: line.item || t('line.one', { no: index + 1 }) })}
            onClick={() => form.replace(withoutLine(form.value, line.key))}
          />
        </Group>
      )}
      <TextInput
        label={t('line.item')}
        required
        value={line.item}
        error={error('item')}
        onChange={(event) => set({ item: event.currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="sm">
        <DecimalField
          label={t('line.quantity')}
          required
          value={line.quantity}
          error={error('quantity')}
          onChange={(quantity) => set({ quantity })}
        />
        <TextInput
          label={t('line.unit')}
          required
          value={line.unit}
          error={error('unit')}
          onChange={(event) => set({ unit: event.currentTarget.value })}
        />
        <DecimalField
          label={t('line.unitPrice')}
          required
          value={line.unitPrice}
          error={error('unitPrice')}
          onChange={(unitPrice) => set({ unitPrice })}
        />
      </SimpleGrid>
      {!isOnly && <Amount form={form} line={line} />}
      <MoreOfLine {...{ room, line, put, set, error }} />
    </Stack>
  );
}

function Amount({ form, line }: { form: FormState<DraftSheet>; line: OfferLine }) {
  const { t } = useTranslation('offers');
  let amount = null;
  try {
    amount = formatMoney(lineAmount(line, form.value.rounding), line.currency);
  } catch {
    // An amount is missing or no number yet.
  }
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm">{t('line.amount')}</Text>
      <Text size="sm" fw={600}>
        {amount ?? t('total.unknown')}
      </Text>
    </Group>
  );
}

interface MoreProps extends DrawingFieldsProps {
  set: (patch: Partial<OfferLine>) => void;
}

/** What most small offers do without. */
function MoreOfLine({ room, line, put, set, error }: MoreProps) {
  const { t } = useTranslation('offers');
  const isUsed =
    line.drawing !== '' ||
    line.document !== undefined ||
    line.currency !== 'JPY' ||
    error('kind') !== undefined;
  const [opened, { toggle }] = useDisclosure(isUsed);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={toggle}
        aria-expanded={opened}
        style={{ alignSelf: 'flex-start' }}
      >
        {t('line.more')}
      </Button>
      <Collapse expanded={opened}>
        {opened && <OfferDrawingFields {...{ room, line, put, error }} />}
        <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="sm" mt="sm">
          <Select
            label={t('line.kind')}
            data={lineKind.options.map((value) => ({ value, label: t(`line.kinds.${value}`) }))}
            value={line.kind}
            error={error('kind')}
            allowDeselect={false}
            onChange={(kind) => set({ kind: kind as OfferLine['kind'] })}
          />
          <Select
            label={t('line.taxClass')}
            data={taxClass.options.map((value) => ({ value, label: t(`tax.${value}`) }))}
            value={line.taxClass}
            allowDeselect={false}
            onChange={(value) => set({ taxClass: value as OfferLine['taxClass'] })}
          />
          <Select
            label={t('line.currency')}
            data={currency.options}
            value={line.currency}
            allowDeselect={false}
            onChange={(value) => set({ currency: value as OfferLine['currency'] })}
          />
        </SimpleGrid>
      </Collapse>
    </>
  );
}
