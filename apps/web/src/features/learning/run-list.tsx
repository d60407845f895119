import { useTranslation } from 'react-i18next';
import { learningApi, type LearningRun } from '#contracts/learning.js';
import type { SubjectKind } from '#contracts/parties.js';
import { usePages } from '../../api/use-endpoint';
import { DataTable } from '../../parts/data-table';
import { EmptyState } from '../../parts/empty-state';
import { formatDateTime } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { Pager } from '../../parts/pager';
import { Panel } from '../../parts/panel';
import { TextLink } from '../../parts/text-link';
import { formatNumber } from '../../parts/words';
import { RunResult, shareOf } from './run-words';

/** Every night, and what came of it. */
export function RunList({ kind }: { kind: SubjectKind }) {
  const { t } = useTranslation('learning');
  const pages = usePages(learningApi.runs, { params: { kind }, query: { limit: 10 } });
  return (
    <Panel title={t('runs.title')}>
      <Loaded query={{ ...pages, data: pages.first }} lines={5}>
        {() =>
          pages.items.length === 0 ? (
            <EmptyState title={t('runs.none')} text={t('runs.noneText')} />
          ) : (
            <DataTable
              caption={t('runs.title')}
              rows={pages.items}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'at',
                  header: t('runs.at'),
                  main: true,
                  cell: ({ id, createdAt }: LearningRun) => (
                    <TextLink to="/ranking/learning/$id" params={{ id }}>
                      {formatDateTime(createdAt)}
                    </TextLink>
                  ),
                },
                {
                  key: 'result',
                  header: t('runs.result'),
                  cell: (run: LearningRun) => <RunResult run={run} />,
                },
                {
                  key: 'outcomes',
                  header: t('runs.outcomes'),
                  compact: true,
                  cell: ({ outcomes }: LearningRun) => formatNumber(outcomes),
                },
                {
                  key: 'metric',
                  header: t('runs.metric'),
                  compact: true,
                  cell: ({ before, after }: LearningRun) =>
                    before === null ? null : `${shareOf(before)} → ${shareOf(after)}`,
                },
                {
                  key: 'by',
                  header: t('runs.by'),
                  cell: ({ requestedBy }: LearningRun) => requestedBy ?? t('runs.night'),
                },
              ]}
            />
          )
        }
      </Loaded>
      <Pager pages={pages} />
    </Panel>
  );
}
