import { Fieldset, NativeSelect, Select, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session';
import { NumberField } from '../../forms/number-field';
import { listbox } from '../../forms/term-select';
import { useTaxonomy } from '../../parts/taxonomy';
import { formatQuantity, type Unit } from '../../parts/words';
import type { SearchFilters } from './search-schema';

/** A number in the address, taken over half a second after typing. */
function RangeField(props: {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  unit?: Unit;
  sign?: string;
  whole?: boolean;
}) {
  const { value, onChange, ...field } = props;
  const [typed, setTyped] = useState<number | null>(value ?? null);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setTyped(value ?? null);
  }
  useEffect(() => {
    const next = typed !== null && typed > 0 ? typed : undefined;
    if (next === value) return;
    const timer = setTimeout(() => onChange(next), 500);
    return () => clearTimeout(timer);
  });
  const hint = props.unit && formatQuantity(2, props.unit).slice(1).trim();
  return (
    <NumberField
      {...field}
      placeholder={`${props.sign ?? ''}${hint ?? ''}`}
      value={typed}
      onChange={setTyped}
    />
  );
}

/** The size of a part, what it must keep to, how many: what the firm can do, or the order asks for. */
export function RangeFilters({ filters }: { filters: SearchFilters }) {
  const { t } = useTranslation('search');
  const { value, set } = filters;
  return (
    <Fieldset
      legend={
        <Text fw={650} size="sm">
          {t('range.title')}
        </Text>
      }
      variant="unstyled"
    >
      <Stack gap={6} mt={6}>
        {(['x', 'y', 'z'] as const).map((side) => (
          <RangeField
            key={side}
            label={t(`range.${side}`)}
            unit="mm"
            value={value[side]}
            onChange={(next) => set({ [side]: next })}
          />
        ))}
        <RangeField
          label={t('range.tolerance')}
          unit="mm"
          sign="±"
          value={value.tolerance}
          onChange={(tolerance) => set({ tolerance })}
        />
        <RangeField
          label={t('range.lot')}
          unit="pieces"
          whole
          value={value.lot}
          onChange={(lot) => set({ lot })}
        />
      </Stack>
    </Fieldset>
  );
}

const DISTANCES = [10, 30, 50, 100, 200, 500];

/** Where distances are measured from, and how far. Choosing a place sorts by distance. */
export function NearFilter({ filters }: { filters: SearchFilters }) {
  const { t } = useTranslation('search');
  const me = useMe();
  const taxonomy = useTaxonomy();
  const { value, set } = filters;
  const places = [
    ...(me.company ? [{ value: 'own', label: t('near.own') }] : []),
    ...taxonomy.options('prefectures'),
    ...taxonomy.options('municipalities').map(({ value: code, label }) => ({
      value: code,
      label: `${taxonomy.name('prefectures', code.slice(0, 2))} ${label}`,
    })),
  ];
  return (
    <Stack gap={6}>
      <Select
        label={t('near.label')}
        placeholder={t('near.none')}
        data={places}
        value={value.near ?? null}
        onChange={(near) =>
          set(
            near === null
              ? { near: undefined, km: undefined, sort: value.sort === 'distance' ? 'relevance' : value.sort }
              : { near, sort: 'distance' },
          )
        }
        searchable
        clearable
        limit={60}
        {...listbox}
      />
      {value.near && (
        <NativeSelect
          label={t('near.within')}
          value={String(value.km ?? '')}
          onChange={(event) => {
            const km = Number(event.currentTarget.value);
            set({ km: km > 0 ? km : undefined });
          }}
          data={[
            { value: '', label: t('near.anywhere') },
            ...DISTANCES.map((km) => ({ value: String(km), label: `${km} km` })),
          ]}
        />
      )}
    </Stack>
  );
}
