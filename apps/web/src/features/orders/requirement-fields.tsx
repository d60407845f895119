import { MultiSelect, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Requirement } from '#contracts/orders.js';
import { DayInput } from '../../forms/day-input';
import { NumberField } from '../../forms/number-field';
import { listbox, TermSelect } from '../../forms/term-select';
import { useTaxonomy } from '../../parts/taxonomy';

interface RequirementFieldsProps {
  item: Requirement;
  change: (patch: Partial<Requirement>) => void;
  error: (field: string) => string | undefined;
}

const termLists = { process: 'processes', material: 'materials', theme: 'themes' } as const;

/** What a kind asks for, beside its fields. */
export function useRequirementName(): (kind: Requirement['kind']) => string {
  const { t } = useTranslation('orders');
  return (kind) => (kind === 'lot' || kind === 'quantity' ? t(`form.${kind}`) : t(`kind.${kind}`));
}

/** The values of one requirement, by its kind. */
export function RequirementFields({ item, change, error }: RequirementFieldsProps) {
  const { t } = useTranslation('orders');
  const name = useRequirementName()(item.kind);
  switch (item.kind) {
    case 'process':
    case 'material':
    case 'theme':
      return (
        <TermSelect
          list={termLists[item.kind]}
          aria-label={name}
          value={item.code}
          onChange={(code) => change({ code: code ?? '' })}
          error={error('code')}
        />
      );
    case 'certificate':
      return (
        <TermSelect
          list="certificates"
          aria-label={name}
          value={item.certificate}
          onChange={(certificate) => change({ certificate: certificate ?? '' })}
          error={error('certificate')}
        />
      );
    case 'envelope':
      return (
        <SimpleGrid cols={3} spacing="sm">
          {(['x', 'y', 'z'] as const).map((axis) => (
            <NumberField
              key={axis}
              label={t(`form.${axis}`)}
              unit="mm"
              value={item[axis]}
              onChange={(value) => change({ [axis]: value })}
              error={error(axis)}
            />
          ))}
        </SimpleGrid>
      );
    case 'region':
      return <Region item={item} change={change} error={error} />;
    case 'delivery':
      return (
        <DayInput
          aria-label={name}
          value={item.date}
          onChange={(date) => change({ date: date ?? '' })}
          error={error('date')}
          maw="14rem"
        />
      );
    default:
      return <Measure item={item} change={change} error={error} />;
  }
}

type OfKind<K extends Requirement['kind']> = RequirementFieldsProps & {
  item: Extract<Requirement, { kind: K }>;
};

/** A single number with its unit. */
function Measure({ item, change, error }: OfKind<'mass' | 'tolerance' | 'lot' | 'quantity'>) {
  const name = useRequirementName()(item.kind);
  if (item.kind === 'mass')
    return (
      <NumberField
        aria-label={name}
        unit="kg"
        value={item.kg}
        onChange={(value) => change({ kg: value ?? undefined })}
        error={error('kg')}
        maw="14rem"
      />
    );
  if (item.kind === 'tolerance')
    return (
      <NumberField
        aria-label={name}
        unit="mm"
        sign="±"
        value={item.mm}
        onChange={(value) => change({ mm: value ?? undefined })}
        error={error('mm')}
        maw="14rem"
      />
    );
  return (
    <NumberField
      aria-label={name}
      unit="pieces"
      whole
      value={item.pieces}
      onChange={(value) => change({ pieces: value ?? undefined })}
      error={error('pieces')}
      maw="14rem"
    />
  );
}

function Region({ item, change, error }: OfKind<'region'>) {
  const taxonomy = useTaxonomy();
  const name = useRequirementName()('region');
  return (
    <MultiSelect
      aria-label={name}
      data={taxonomy.options('prefectures')}
      searchable
      clearable
      hidePickedOptions
      {...listbox}
      value={item.prefectures}
      onChange={(prefectures) => change({ prefectures })}
      error={error('prefectures')}
    />
  );
}
