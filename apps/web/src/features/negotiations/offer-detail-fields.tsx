import { Accordion, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { roundings } from '#contracts/exact.js';
import { incoterms, type TermSheet } from '#contracts/term-sheet.js';
import type { FormState } from '../../forms/form-state';
import { NumberField } from '../../forms/number-field';
import type { DraftSheet } from './offer-draft';

const inspectionKinds = ['unstated', 'none', 'by-orderer'] as const;

/** What a small offer may leave as it is: inspection, warranty, rounding, Incoterms. Opens by itself where it is wrong. */
export function OfferDetailFields({ form }: { form: FormState<DraftSheet> }) {
  const { t } = useTranslation('offers');
  const [opened, setOpened] = useState<string | null>(null);
  const isWrong = Object.keys(form.errors).some((path) =>
    /^(inspection|warranty|rounding|incoterm)/.test(path),
  );
  return (
    <Accordion variant="separated" value={isWrong ? 'details' : opened} onChange={setOpened} order={3}>
      <Accordion.Item value="details">
        <Accordion.Control>
          <Text size="sm" fw={600}>
            {t('form.details')}
          </Text>
          <Text size="xs" c="gray.7">
            {t('form.detailsHint')}
          </Text>
        </Accordion.Control>
        <Accordion.Panel>
          <Stack gap="sm">
            <Inspection form={form} />
            <Warranty form={form} />
            <Rounding form={form} />
            <Select
              label={t('place.incoterm')}
              data={[
                { value: '', label: t('place.none') },
                ...incoterms.map((value) => ({ value, label: value })),
              ]}
              value={form.value.incoterm}
              allowDeselect={false}
              onChange={(value) => form.set('incoterm', value ?? '')}
            />
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

function Inspection({ form }: { form: FormState<DraftSheet> }) {
  const { t } = useTranslation('offers');
  const { inspection } = form.value;
  const set = (patch: Partial<TermSheet['inspection']>) =>
    form.set('inspection', { ...inspection, ...patch });
  const isDone = inspection.kind === 'by-orderer';
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          label={t('inspection.kind')}
          data={inspectionKinds.map((value) => ({ value, label: t(`inspection.kinds.${value}`) }))}
          value={inspection.kind}
          allowDeselect={false}
          onChange={(value) =>
            set({
              kind: value as TermSheet['inspection']['kind'],
              withinDays: value === 'by-orderer' ? (inspection.withinDays ?? 7) : null,
            })
          }
        />
        {isDone && (
          <NumberField
            label={t('inspection.withinDays')}
            required
            whole
            unit="days"
            value={inspection.withinDays}
            error={form.errors['inspection.withinDays']}
            onChange={(n) => set({ withinDays: n })}
          />
        )}
      </SimpleGrid>
      {isDone && (
        <TextInput
          label={t('inspection.standard')}
          value={inspection.standard}
          onChange={(event) => set({ standard: event.currentTarget.value })}
        />
      )}
    </>
  );
}

function Warranty({ form }: { form: FormState<DraftSheet> }) {
  const { t } = useTranslation('offers');
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <NumberField
        label={t('warranty.months')}
        whole
        {...form.input('warrantyMonths')}
        onChange={(n) => form.set('warrantyMonths', n)}
      />
      <TextInput label={t('warranty.text')} {...form.text('warranty')} />
    </SimpleGrid>
  );
}

function Rounding({ form }: { form: FormState<DraftSheet> }) {
  const { t } = useTranslation('offers');
  const { rounding } = form.value;
  const data = roundings.map((value) => ({ value, label: t(`rounding.rules.${value}`) }));
  return (
    <div>
      <SimpleGrid cols={2} spacing="sm">
        {(['line', 'tax'] as const).map((what) => (
          <Select
            key={what}
            label={t(`rounding.${what}`)}
            data={data}
            value={rounding[what]}
            allowDeselect={false}
            onChange={(value) =>
              form.set('rounding', { ...rounding, [what]: value as TermSheet['rounding']['line'] })
            }
          />
        ))}
      </SimpleGrid>
      <Text size="xs" c="gray.7" mt={4}>
        {t('rounding.hint')}
      </Text>
    </div>
  );
}
