import { Button, Group, NativeSelect, SegmentedControl, Stack, Switch } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { introductionQuery, introductionsApi } from '#contracts/introductions.js';
import { usePages } from '../../api/use-endpoint';
import { EmptyState } from '../../parts/empty-state';
import { SearchBox, useFilters } from '../../parts/filters';
import { todayInJapan } from '../../parts/format';
import { LoadError, Loading } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Pager } from '../../parts/pager';
import { fiscalYearName, fiscalYears } from '../dashboard/fiscal-year';
import { BoardColumns } from './board-columns';
import { BoardTable } from './board-table';

const boardFilters = introductionQuery
  .pick({ q: true, kind: true, coordinator: true, mine: true, dueBy: true, fiscalYear: true })
  .extend({ view: z.enum(['board', 'table']).optional(), column: z.string().optional() });
/** The board shows what moves: the newest hundred, with more on demand. */
const SHOWN = 100;

/** A coordinator's cases with the next action of each. */
export default function BoardScreen() {
  const { t, i18n } = useTranslation('board');
  const filters = useFilters(boardFilters);
  const { view = 'board', column, ...query } = filters.value;
  const pages = usePages(introductionsApi.list, { query: { ...query, limit: SHOWN } });
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        action={
          <Button component={Link} to="/orders">
            {t('findCandidates')}
          </Button>
        }
      />
      <Stack gap="md">
        <SearchBox label={t('search')} value={filters.value.q} onSearch={(q) => filters.set({ q })} />
        <Group gap="md" align="flex-end" className="no-print">
          <SegmentedControl
            aria-label={t('view')}
            value={view}
            onChange={(value) => filters.set({ view: value === 'table' ? 'table' : undefined })}
            data={[
              { value: 'board', label: t('asBoard') },
              { value: 'table', label: t('asTable') },
            ]}
          />
          <NativeSelect
            label={t('kind')}
            value={query.kind ?? ''}
            onChange={(event) =>
              filters.set({
                kind: (event.currentTarget.value || undefined) as 'order' | 'patent' | undefined,
              })
            }
            data={[
              { value: '', label: t('allKinds') },
              { value: 'order', label: t('order') },
              { value: 'patent', label: t('patent') },
            ]}
          />
          <NativeSelect
            label={t('fiscalYear')}
            value={query.fiscalYear === undefined ? '' : String(query.fiscalYear)}
            onChange={(event) =>
              filters.set({
                fiscalYear: event.currentTarget.value ? Number(event.currentTarget.value) : undefined,
              })
            }
            data={[
              { value: '', label: t('allYears') },
              ...fiscalYears().map((year) => ({
                value: String(year),
                label: fiscalYearName(year, i18n.language),
              })),
            ]}
          />
          <Switch
            label={t('mine')}
            checked={query.mine}
            onChange={(event) => filters.set({ mine: event.currentTarget.checked })}
          />
          <Switch
            label={t('due')}
            checked={query.dueBy !== undefined}
            onChange={(event) =>
              filters.set({ dueBy: event.currentTarget.checked ? todayInJapan() : undefined })
            }
          />
        </Group>
        {pages.error && <LoadError error={pages.error} retry={pages.refetch} />}
        {pages.isPending && <Loading lines={6} />}
        {pages.first && pages.items.length === 0 && (
          <EmptyState title={t('emptyTitle')} text={t(filters.active > 0 ? 'emptyFiltered' : 'emptyText')} />
        )}
        {pages.items.length > 0 &&
          (view === 'table' ? (
            <BoardTable cards={pages.items} />
          ) : (
            <BoardColumns
              cards={pages.items}
              shown={column}
              onShow={(shown) => filters.set({ column: shown })}
            />
          ))}
        <Pager pages={pages} />
      </Stack>
    </>
  );
}
