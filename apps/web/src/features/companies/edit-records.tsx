import { SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CompanyProfile } from '#contracts/companies.js';
import { DayInput } from '../../forms/day-input';
import { NumberField } from '../../forms/number-field';
import { Rows, type RowFields } from '../../forms/rows';
import { TermSelect } from '../../forms/term-select';
import { formatDay } from '../../parts/format';
import { useTaxonomy } from '../../parts/taxonomy';
import { Section, type ProfileForm } from './edit-layout';

type Certificate = CompanyProfile['certificates'][number];
type Product = CompanyProfile['products'][number];
type Award = CompanyProfile['awards'][number];

/** Certificates, products and past awards. */
export function EditRecords({ form }: { form: ProfileForm }) {
  const { t } = useTranslation('companies');
  const taxonomy = useTaxonomy();
  return (
    <>
      <Section name="certificates">
        <Rows
          path="certificates"
          items={(form.value.certificates ?? []) as Certificate[]}
          onChange={(items) => form.set('certificates', items)}
          errors={form.errors}
          make={(): Certificate => ({ kind: '', number: '', issuer: '', validUntil: null })}
          addLabel={t('edit.addCertificate')}
          nameOf={({ kind }) => taxonomy.name('certificates', kind)}
          detailOf={({ number, validUntil }) =>
            [number, validUntil && t('certificateField.until', { on: formatDay(validUntil) })]
              .filter(Boolean)
              .join(' / ')
          }
        >
          {(row) => <CertificateFields {...row} />}
        </Rows>
      </Section>
      <Section name="products">
        <Rows
          path="products"
          items={(form.value.products ?? []) as Product[]}
          onChange={(items) => form.set('products', items)}
          errors={form.errors}
          make={(): Product => ({ name: '', summary: '' })}
          addLabel={t('edit.addProduct')}
          nameOf={({ name }) => name}
          detailOf={({ summary }) => summary.slice(0, 80)}
        >
          {({ item, set, error }) => (
            <Stack gap="sm">
              <TextInput
                label={t('productField.name')}
                required
                value={item.name}
                onChange={(event) => set({ name: event.currentTarget.value })}
                error={error('name')}
              />
              <Textarea
                label={t('productField.summary')}
                autosize
                minRows={2}
                value={item.summary}
                onChange={(event) => set({ summary: event.currentTarget.value })}
                error={error('summary')}
              />
            </Stack>
          )}
        </Rows>
      </Section>
      <Section name="awards">
        <Rows
          path="awards"
          items={(form.value.awards ?? []) as Award[]}
          onChange={(items) => form.set('awards', items)}
          errors={form.errors}
          make={(): Award => ({ title: '', year: null, from: '' })}
          addLabel={t('edit.addAward')}
          nameOf={({ title }) => title}
          detailOf={({ year, from }) =>
            [year && t('awardField.yearWords', { year }), from].filter(Boolean).join(' / ')
          }
        >
          {(row) => <AwardFields {...row} />}
        </Rows>
      </Section>
    </>
  );
}

function CertificateFields({ item, set, error }: RowFields<Certificate>) {
  const { t } = useTranslation('companies');
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <TermSelect
        list="certificates"
        label={t('certificateField.kind')}
        required
        value={item.kind}
        onChange={(kind) => set({ kind: kind ?? '' })}
        error={error('kind')}
      />
      <TextInput
        label={t('certificateField.number')}
        value={item.number}
        onChange={(event) => set({ number: event.currentTarget.value })}
        error={error('number')}
      />
      <TextInput
        label={t('certificateField.issuer')}
        value={item.issuer}
        onChange={(event) => set({ issuer: event.currentTarget.value })}
        error={error('issuer')}
      />
      <DayInput
        label={t('certificateField.validUntil')}
        value={item.validUntil}
        onChange={(validUntil) => set({ validUntil })}
        error={error('validUntil')}
      />
    </SimpleGrid>
  );
}

function AwardFields({ item, set, error }: RowFields<Award>) {
  const { t } = useTranslation('companies');
  return (
    <Stack gap="sm">
      <TextInput
        label={t('awardField.title')}
        required
        value={item.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
        error={error('title')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <NumberField
          label={t('awardField.year')}
          plain
          value={item.year}
          onChange={(year) => set({ year })}
          error={error('year')}
        />
        <TextInput
          label={t('awardField.from')}
          value={item.from}
          onChange={(event) => set({ from: event.currentTarget.value })}
          error={error('from')}
        />
      </SimpleGrid>
    </Stack>
  );
}
