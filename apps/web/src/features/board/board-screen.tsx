import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { introductionsApi } from '#contracts/introductions.js';
import { usePages } from '../../api/use-endpoint';
import { EmptyState } from '../../parts/empty-state';
import { useFilters } from '../../parts/filters';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Pager } from '../../parts/pager';
import { BoardColumns } from './board-columns';
import { BoardFilters, boardFilters } from './board-filters';
import { BoardTable } from './board-table';
import type { Column } from './columns';
import type { BoardQuery } from './use-column-pages';

/** A support body's cases with the next action of each, as a board or as a table. */
export default function BoardScreen() {
  const { t } = useTranslation('board');
  const filters = useFilters(boardFilters, ['column']);
  const { view, column, ...query } = filters.value;
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        action={
          <SegmentedControl
            styles={{ label: { whiteSpace: 'nowrap' } }}
            aria-label={t('view')}
            value={view}
            onChange={(chosen) => filters.set({ view: chosen === 'table' ? 'table' : undefined })}
            data={[
              { value: 'board', label: t('asBoard') },
              { value: 'table', label: t('asTable') },
            ]}
          />
        }
      />
      <BoardFilters filters={filters} />
      {view === 'table' ? (
        <CaseTable query={query} isFiltered={filters.isNarrowed} />
      ) : (
        <BoardColumns
          query={query}
          shown={column}
          onShow={(chosen: Column) => filters.set({ column: chosen })}
        />
      )}
    </>
  );
}

function CaseTable({ query, isFiltered }: { query: BoardQuery; isFiltered: boolean }) {
  const { t } = useTranslation('board');
  const pages = usePages(introductionsApi.list, { query: { ...query, limit: 50 } });
  return (
    <>
      <Loaded query={{ ...pages, data: pages.first }} lines={8}>
        {() =>
          pages.items.length === 0 ? (
            <EmptyState title={t('emptyTitle')} text={t(isFiltered ? 'emptyFiltered' : 'emptyText')} />
          ) : (
            <BoardTable cards={pages.items} />
          )
        }
      </Loaded>
      <Pager pages={pages} />
    </>
  );
}
