import { Radio, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { orderContent, type Order, type OrderContent, type Requirement } from '#contracts/orders.js';
import { line } from '#contracts/shapes.js';
import { DayInput } from '../../forms/day-input';
import { Form, FormButtons } from '../../forms/form';
import { NumberField } from '../../forms/number-field';
import { useForm } from '../../forms/use-form';
import { Panel } from '../../parts/panel';
import { useOrderFieldText, useRequirementLine } from './content-lines';
import { RequirementBuilder } from './requirement-builder';

const draftSchema = orderContent.extend({ reason: z.string() });
/** An amendment says why. */
const amendSchema = orderContent.extend({ reason: line(500) });

interface OrderFormProps {
  /** Absent for a new order. */
  order?: Order;
  /** A published order is amended with a reason. */
  amends?: boolean;
  label: string;
  save: (content: OrderContent, version: number, reason: string) => Promise<Order>;
  saved: (order: Order) => void;
}

const emptyOrder: z.input<typeof orderContent> = {
  title: '',
  summary: '',
  requirements: [],
  budgetYen: null,
  answerBy: null,
  visibility: 'anonymous',
};

/** The order editor: for a new order, a draft, and an amendment. */
export function OrderForm({ order, amends = false, label, save, saved }: OrderFormProps) {
  const { t } = useTranslation('orders');
  const show = useShownFields();
  const form = useForm({
    schema: amends ? amendSchema : draftSchema,
    initial: { ...(order?.content ?? emptyOrder), reason: '' },
    version: order?.version,
    draft: order ? `order.${order.id}` : 'order.new',
    fieldPrefix: 'content.',
    save: ({ reason, ...content }, version) => save(content, version, reason),
    saved,
    valueFrom: (current) => ({ ...current.content, reason: '' }),
  });
  return (
    <Form form={form} show={show}>
      <Panel title={t('section.summary')}>
        <Stack gap="md">
          <TextInput
            label={t('field.title')}
            description={t('form.titleHint')}
            required
            maxLength={200}
            {...form.text('title')}
          />
          <Textarea
            label={t('field.summary')}
            description={t('form.summaryHint')}
            autosize
            minRows={5}
            maxRows={20}
            {...form.text('summary')}
          />
        </Stack>
      </Panel>
      <Panel title={t('section.requirements')} lead={t('form.requirementsLead')}>
        <RequirementBuilder
          items={form.value.requirements ?? []}
          onChange={(items) => form.set('requirements', items)}
          errors={form.errors}
        />
      </Panel>
      <Panel title={t('section.facts')}>
        <Stack gap="md">
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <NumberField
              label={t('field.budgetYen')}
              description={t('form.budgetHint')}
              yen
              {...form.input('budgetYen')}
            />
            <DayInput
              label={t('field.answerBy')}
              description={t('form.answerByHint')}
              {...form.input('answerBy')}
            />
          </SimpleGrid>
          <Radio.Group
            label={t('field.visibility')}
            value={form.value.visibility}
            onChange={(chosen) => form.set('visibility', chosen === 'open' ? 'open' : 'anonymous')}
          >
            <Stack gap="sm" mt={6}>
              {(['anonymous', 'open'] as const).map((option) => (
                <Radio
                  key={option}
                  value={option}
                  label={t(`visibility.${option}`)}
                  description={t(`visibility.${option}Text`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          {amends && (
            <Textarea
              label={t('field.reason')}
              description={t('form.reasonHint')}
              required
              autosize
              minRows={2}
              maxLength={500}
              {...form.text('reason')}
            />
          )}
          <FormButtons form={form} label={label} />
        </Stack>
      </Panel>
    </Form>
  );
}

/** How the fields are named and shown where two versions are compared. */
function useShownFields() {
  const { t } = useTranslation('orders');
  const fieldText = useOrderFieldText();
  const requirementLine = useRequirementLine();
  return {
    label: (field: keyof OrderContent | 'reason') => t(`field.${field}`),
    value: (field: string, value: unknown) =>
      (field === 'requirements'
        ? (value as Requirement[]).map(requirementLine).join('\n')
        : fieldText(field, value)) || undefined,
  };
}
