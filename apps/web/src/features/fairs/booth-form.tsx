import { Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Fair } from '#contracts/fair-exhibition.js';
import {
  boothApplication,
  productKind,
  type BoothApplication,
  type Exhibitor,
  type FairProduct,
} from '#contracts/fair-exhibitors.js';
import { Form, FormButtons } from '../../forms/form';
import type { FormState } from '../../forms/form-state';
import { NumberField } from '../../forms/number-field';
import { Rows } from '../../forms/rows';
import { useForm } from '../../forms/use-form';
import { Panel } from '../../parts/panel';
import { useNameOf } from '../meetings/meeting-words';

type Entry = z.input<typeof boothApplication>;

interface BoothFormProps {
  fair: Fair;
  initial: Entry;
  version?: number;
  draft: string;
  label: string;
  save: (content: BoothApplication, version: number) => Promise<Exhibitor>;
  saved: (exhibitor: Exhibitor) => void;
  /** Before the page's fields, with what is wrong with the company. */
  children?: (error: string | undefined) => ReactNode;
}

/** What an exhibitor applies with and shows on its page. */
export function BoothForm({ fair, initial, version, draft, label, save, saved, children }: BoothFormProps) {
  const { t } = useTranslation('fairs');
  const form = useForm({
    schema: boothApplication,
    ...{ initial, version, draft, save, saved },
    valueFrom: (current: Exhibitor) => current.content,
  });
  const show = {
    label: (field: keyof BoothApplication) => t(`field.${field}`),
    value: (_: string, value: unknown) =>
      typeof value === 'string' ? value : JSON.stringify(value, null, 1),
  };
  return (
    <Form form={form} show={show}>
      {children?.(form.errors['companyId'])}
      <Panel title={t('apply.page')}>
        <Page form={form} fair={fair} />
      </Panel>
      <Panel title={t('field.products')} lead={t('apply.productsHint')}>
        <Products form={form} />
      </Panel>
      <Panel title={t('field.contact')} lead={t('apply.contactHint')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label={t('field.contact')} required maxLength={100} {...form.text('contact')} />
          <TextInput label={t('field.phone')} maxLength={40} type="tel" {...form.text('phone')} />
        </SimpleGrid>
      </Panel>
      <FormButtons form={form} label={label} />
    </Form>
  );
}

function Page({ form, fair }: { form: FormState<Entry>; fair: Fair }) {
  const { t } = useTranslation('fairs');
  const nameOf = useNameOf();
  const { pavilions } = fair.content;
  return (
    <Stack gap="md">
      <TextInput label={t('field.headline')} required maxLength={120} {...form.text('headline')} />
      <Textarea label={t('field.text')} autosize minRows={4} maxRows={16} {...form.text('text')} />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <Select
          label={t('field.attends')}
          data={(['both', 'on-site', 'online'] as const).map((value) => ({
            value,
            label: t(`attends.${value}`),
          }))}
          allowDeselect={false}
          value={form.value.attends ?? 'both'}
          onChange={(chosen) => form.set('attends', chosen ?? 'both')}
        />
        <NumberField
          label={t('field.booths')}
          required
          whole
          value={form.value.booths ?? 1}
          onChange={(booths) => form.set('booths', booths ?? 0)}
          error={form.errors['booths']}
        />
        {pavilions.length > 0 && (
          <Select
            label={t('field.pavilionKey')}
            data={[
              { value: '', label: t('apply.noPavilion') },
              ...pavilions.map((one) => ({ value: one.key, label: nameOf(one) })),
            ]}
            allowDeselect={false}
            value={form.value.pavilionKey ?? ''}
            onChange={(chosen) => form.set('pavilionKey', chosen || null)}
            error={form.errors['pavilionKey']}
          />
        )}
      </SimpleGrid>
    </Stack>
  );
}

function Products({ form }: { form: FormState<Entry> }) {
  const { t } = useTranslation('fairs');
  return (
    <Rows
      path="products"
      items={(form.value.products ?? []) as FairProduct[]}
      onChange={(products) => form.set('products', products)}
      errors={form.errors}
      make={(): FairProduct => ({ kind: 'product', name: '', text: '', mark: '' })}
      addLabel={t('apply.addProduct')}
      nameOf={({ name }) => name}
      detailOf={({ kind, mark }) => [t(`kind.${kind}`), mark].filter(Boolean).join(' / ')}
    >
      {({ item, set, error }) => (
        <Stack gap="sm">
          <Select
            label={t('field.kind')}
            data={productKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
            allowDeselect={false}
            value={item.kind}
            onChange={(chosen) => set({ kind: productKind.parse(chosen) })}
          />
          <TextInput
            label={t('field.productName')}
            required
            maxLength={120}
            value={item.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
            error={error('name')}
          />
          {item.kind !== 'product' && (
            <TextInput
              label={t('field.mark')}
              description={t('apply.markHint')}
              required
              maxLength={160}
              value={item.mark}
              onChange={(event) => set({ mark: event.currentTarget.value })}
              error={error('mark')}
            />
          )}
          <Textarea
            label={t('field.productText')}
            autosize
            minRows={2}
            maxLength={1_000}
            value={item.text}
            onChange={(event) => set({ text: event.currentTarget.value })}
            error={error('text')}
          />
        </Stack>
      )}
    </Rows>
  );
}
