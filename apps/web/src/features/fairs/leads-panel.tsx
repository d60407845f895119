import {
  Box,
  Button,
  Checkbox,
  Group,
  NativeSelect,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Exhibitor } from '#contracts/fair-exhibitors.js';
import { fairLeadsApi, newLead, type Lead } from '#contracts/fair-leads.js';
import { urlOf } from '../../api/client';
import { useCommand, usePages } from '../../api/use-endpoint';
import { Form, FormButtons } from '../../forms/form';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { ConfirmButton } from '../../parts/confirm-button';
import { DateTime } from '../../parts/format';
import { Pager } from '../../parts/pager';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';

const formats = [
  ['csv', 'csv'],
  ['csv-sjis', 'sjis'],
  ['xlsx', 'xlsx'],
] as const;

/** Contacts that the booth takes, each with its owner's consent; for the firm alone. */
export function LeadsPanel({ exhibitor: { id: exhibitorId, fairId, content } }: { exhibitor: Exhibitor }) {
  const { t } = useTranslation('fairs');
  const params = { id: fairId, exhibitorId };
  const pages = usePages(fairLeadsApi.list, { params });
  return (
    <Panel
      title={t('leads.title')}
      lead={t('leads.lead')}
      action={
        pages.items.length > 0 && (
          <Group gap="xs">
            {formats.map(([format, word]) => (
              <Button
                key={format}
                component="a"
                size="xs"
                variant="default"
                href={urlOf(fairLeadsApi.export, { params, query: { format } })}
              >
                {t(`leads.${word}`)}
              </Button>
            ))}
          </Group>
        )
      }
    >
      <NewLead params={params} products={content.products.map(({ name }) => name)} />
      {pages.first && pages.items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('leads.none')}
        </Text>
      )}
      <RecordList>
        {pages.items.map((one) => (
          <Contact key={one.id} params={{ ...params, leadId: one.id }} lead={one} />
        ))}
      </RecordList>
      {(pages.first?.withdrawn ?? 0) > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('leads.withdrawn', { n: pages.first?.withdrawn })}
        </Text>
      )}
      <Pager pages={pages} />
    </Panel>
  );
}

function Contact({
  params,
  lead,
}: {
  params: { id: string; exhibitorId: string; leadId: string };
  lead: Lead;
}) {
  const { t } = useTranslation('fairs');
  const erase = useCommand(fairLeadsApi.erase);
  const { name, organisation, email, inquiries, note, consentAt, takenBy } = lead;
  return (
    <RecordRow
      aside={
        <Group gap="sm">
          <Text size="sm" c="dimmed">
            <DateTime at={consentAt} />
          </Text>
          <ConfirmButton
            size="compact-sm"
            danger
            label={t('leads.erase')}
            aria-label={t('leads.eraseOf', { name })}
            title={t('leads.eraseTitle')}
            text={t('leads.eraseText')}
            onConfirm={() => erase.mutateAsync({ params }).then(() => tell(t('leads.erased')))}
          />
        </Group>
      }
    >
      <Text fw={600}>{[name, organisation].filter(Boolean).join(' / ')}</Text>
      <Text size="sm">{[email, takenBy || t('leads.byVisitor')].filter(Boolean).join(' / ')}</Text>
      {inquiries.map(({ product, text }) => (
        <Text key={product} size="sm">
          {t('leads.inquiry', { product })} {text}
        </Text>
      ))}
      {note && (
        <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-wrap' }}>
          {note}
        </Text>
      )}
    </RecordRow>
  );
}

interface NewLeadProps {
  params: { id: string; exhibitorId: string };
  /** What the booth shows: one of them is what the contact asks about. */
  products: string[];
}

function NewLead({ params, products }: NewLeadProps) {
  const { t } = useTranslation('fairs');
  const scanned: { code?: string } = useSearch({ strict: false });
  const create = useCommand(fairLeadsApi.create);
  const empty: z.input<typeof newLead> = {
    ...{ code: scanned.code ?? '', name: '', organisation: '', email: '', note: '', product: '' },
    hasConsented: false,
  };
  const form = useForm({
    schema: newLead,
    initial: empty,
    save: (body) => create.mutateAsync({ params, body }),
    saved: () => {
      tell(t('leads.saved'));
      form.replace({ ...empty, code: '' });
    },
  });
  const isTyped = (form.value.code ?? '') === '';
  return (
    <Form form={form} leaveFreely>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label={t('leads.code')} autoComplete="off" {...form.text('code')} />
          {isTyped && <TextInput label={t('leads.name')} {...form.text('name')} />}
          {isTyped && <TextInput label={t('leads.organisation')} {...form.text('organisation')} />}
          {isTyped && <TextInput label={t('leads.email')} type="email" {...form.text('email')} />}
          <NativeSelect
            label={t('leads.product')}
            data={[{ value: '', label: t('leads.noProduct') }, ...new Set(products)]}
            name="product"
            value={form.value.product ?? ''}
            onChange={(event) => form.set('product', event.currentTarget.value)}
            error={form.errors['product']}
          />
        </SimpleGrid>
        <Textarea label={t('leads.note')} autosize minRows={2} {...form.text('note')} />
        <Checkbox label={t('leads.consent')} {...form.check('hasConsented')} />
      </Stack>
      <Box mb="lg">
        <FormButtons form={form} label={t('leads.save')} />
      </Box>
    </Form>
  );
}
