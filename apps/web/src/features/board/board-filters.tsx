import { Group, NativeSelect, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { introductionQuery } from '#contracts/introductions.js';
import type { TalksKind } from '#contracts/parties.js';
import { FilterPanel, SearchBox, type Filters } from '../../parts/filters';
import { FiscalYearSelect } from '../../parts/fiscal-year';
import { formatDay, todayInJapan } from '../../parts/format';
import { CoordinatorFilter } from '../introductions/introduction-filters';
import { columns } from './columns';
import classes from './board.module.css';

export const boardFilters = introductionQuery
  .pick({ q: true, kind: true, coordinator: true, mine: true, dueBy: true, fiscalYear: true })
  .extend({
    view: z.enum(['board', 'table']).default('board'),
    /** On a narrow screen, the one column that is shown. */
    column: z.enum(columns).default('waiting'),
  });

const unset = {
  q: '',
  mine: false,
  kind: undefined,
  coordinator: undefined,
  dueBy: undefined,
  fiscalYear: undefined,
};

/** Beside each other on a wide screen, folded on a narrow one. */
export function BoardFilters({ filters }: { filters: Filters<typeof boardFilters> }) {
  const { t } = useTranslation('board');
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const search = (
    <SearchBox label={t('search')} value={filters.value.q} onSearch={(q) => filters.set({ q })} />
  );
  const choices = <Choices filters={filters} />;
  // Which view is open is no filter.
  const { view: _view, column: _column, ...chosen } = filters.value;
  const active = Object.values(chosen).filter((value) => Boolean(value)).length;
  const clear = () => filters.set(unset);
  if (wide) {
    return (
      <Group mb="md" gap="md" align="flex-end" className="no-print">
        <div className={classes.search}>{search}</div>
        {choices}
      </Group>
    );
  }
  return (
    <div className={classes.folded}>
      <FilterPanel filters={{ active, clear }}>
        {search}
        {choices}
      </FilterPanel>
    </div>
  );
}

function Choices({ filters: { value, set } }: { filters: Filters<typeof boardFilters> }) {
  const { t } = useTranslation('board');
  return (
    <>
      <SegmentedControl
        styles={{ label: { whiteSpace: 'nowrap' } }}
        aria-label={t('whose')}
        value={value.mine ? 'mine' : 'all'}
        onChange={(chosen) => set({ mine: chosen === 'mine' })}
        data={[
          { value: 'all', label: t('everybodys') },
          { value: 'mine', label: t('mine') },
        ]}
      />
      <NativeSelect
        label={t('kind')}
        value={value.kind ?? ''}
        onChange={(event) => set({ kind: (event.currentTarget.value || undefined) as TalksKind | undefined })}
        data={[
          { value: '', label: t('allKinds') },
          { value: 'order', label: t('order') },
          { value: 'patent', label: t('patent') },
          { value: 'meeting', label: t('meeting') },
        ]}
      />
      <DueFilter value={value.dueBy} onChange={(dueBy) => set({ dueBy })} />
      <CoordinatorFilter value={value.coordinator} onChange={(coordinator) => set({ coordinator })} />
      <FiscalYearSelect
        label={t('fiscalYear')}
        any={t('allYears')}
        value={value.fiscalYear}
        onChange={(fiscalYear) => set({ fiscalYear })}
      />
    </>
  );
}

interface DueFilterProps {
  value: string | undefined;
  onChange: (dueBy: string | undefined) => void;
}

/** Cases whose next action is due by today or within a week; what is overdue is among both. */
function DueFilter({ value, onChange }: DueFilterProps) {
  const { t } = useTranslation('board');
  const today = todayInJapan();
  const nextWeek = new Date(Date.parse(`${today}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10);
  const other = value !== undefined && value !== today && value !== nextWeek;
  return (
    <NativeSelect
      label={t('due')}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
      data={[
        { value: '', label: t('anyDue') },
        { value: today, label: t('dueToday') },
        { value: nextWeek, label: t('dueThisWeek') },
        ...(other ? [{ value, label: t('dueBy', { on: formatDay(value) }) }] : []),
      ]}
    />
  );
}
