import { Button, CloseButton, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { costKind, type PriceIndex, type PriceRequest } from '#contracts/price-ledger.js';
import type { FormState } from '../../forms/form-state';
import { DecimalField } from './decimal-field';
import { emptyPart, withIndex, type DraftPart } from './ledger-draft';
import classes from './offer-sheet.module.css';
import { withMore } from '../../parts/words';

interface PartsProps {
  form: FormState<PriceRequest>;
  indexes: PriceIndex[];
}

/** The cost behind a price: shares, and how each moved, by an attached index or typed. */
export function LedgerPartFields({ form, indexes }: PartsProps) {
  const { t } = useTranslation('ledger');
  const { parts } = form.value;
  return (
    <Stack gap="sm" role="group" aria-label={t('ask.parts')}>
      <div>
        <Text size="sm" fw={600}>
          {t('ask.parts')}
        </Text>
        <Text size="xs" c="gray.7">
          {t('ask.partsHint')}
        </Text>
      </div>
      {form.errors['parts'] && (
        <Text size="sm" c="red.7" role="alert">
          {form.errors['parts']}
        </Text>
      )}
      {parts.map((part, index) => (
        <PartFields
          key={index}
          part={part}
          index={index}
          indexes={indexes}
          errors={form.errors}
          isOnly={parts.length === 1}
          set={(next) =>
            form.set(
              'parts',
              parts.map((one, i) => (i === index ? next : one)),
            )
          }
          remove={() =>
            form.set(
              'parts',
              parts.filter((_, i) => i !== index),
            )
          }
        />
      ))}
      <Button
        variant="default"
        size="sm"
        style={{ alignSelf: 'flex-start' }}
        onClick={() => form.set('parts', [...parts, emptyPart()])}
      >
        {t('ask.add')}
      </Button>
    </Stack>
  );
}

interface PartProps {
  part: DraftPart;
  index: number;
  indexes: PriceIndex[];
  errors: Record<string, string>;
  isOnly: boolean;
  set: (part: DraftPart) => void;
  remove: () => void;
}

function PartFields({ part, index, indexes, errors, isOnly, set, remove }: PartProps) {
  const { t } = useTranslation(['ledger', 'parts']);
  const name = t('ask.partNo', { no: index + 1 });
  const error = (field: keyof DraftPart) => errors[`parts.${index}.${field}`];
  return (
    <Stack gap="xs" className={classes.part} role="group" aria-label={name}>
      {!isOnly && (
        <Group justify="space-between" gap="xs">
          <Text size="sm" fw={600}>
            {name}
          </Text>
          <CloseButton aria-label={t('parts:rows.remove', { name })} onClick={remove} />
        </Group>
      )}
      <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="sm">
        <Select
          label={t('ask.kind')}
          data={costKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={part.kind}
          allowDeselect={false}
          onChange={(value) => set({ ...part, kind: value as DraftPart['kind'] })}
        />
        <DecimalField
          label={t('ask.share')}
          required
          value={part.sharePercent}
          error={error('sharePercent')}
          onChange={(sharePercent) => set({ ...part, sharePercent })}
        />
        <Select
          label={t('ask.index')}
          data={[
            { value: '', label: t('ask.typed') },
            ...indexes.map(({ id, name: label }) => ({ value: id, label })),
          ]}
          value={part.indexId ?? ''}
          allowDeselect={false}
          onChange={(id) =>
            set(
              withIndex(
                part,
                indexes.find((one) => one.id === id),
              ),
            )
          }
        />
      </SimpleGrid>
      <TextInput
        label={t('ask.label')}
        required
        value={part.label}
        error={error('label')}
        onChange={(event) => set({ ...part, label: event.currentTarget.value })}
      />
      <Values part={part} indexes={indexes} error={error} set={set} />
    </Stack>
  );
}

interface ValuesProps {
  part: DraftPart;
  indexes: PriceIndex[];
  error: (field: keyof DraftPart) => string | undefined;
  set: (part: DraftPart) => void;
}

function Values({ part, indexes, error, set }: ValuesProps) {
  const { t } = useTranslation('ledger');
  const points = indexes.find(({ id }) => id === part.indexId)?.points ?? [];
  const months = points.map(({ period, value }) => ({ value: period, label: withMore(period, value) }));

  return (
    <SimpleGrid cols={2} spacing="sm">
      {part.indexId === null
        ? (['baseValue', 'value'] as const).map((field) => (
            <DecimalField
              key={field}
              label={t(`ask.${field}`)}
              required
              value={part[field]}
              error={error(field)}
              onChange={(value) => set({ ...part, [field]: value })}
            />
          ))
        : (['basePeriod', 'period'] as const).map((field) => (
            <Select
              key={field}
              label={t(`ask.${field}`)}
              data={months}
              searchable
              value={part[field]}
              error={error(field)}
              allowDeselect={false}
              onChange={(value) => set({ ...part, [field]: value ?? '' })}
            />
          ))}
    </SimpleGrid>
  );
}
