import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Fair } from '#contracts/fair-exhibition.js';
import { fairLeadsApi, type FairFigure, type FairFigureKey } from '#contracts/fair-leads.js';
import { useEndpoint, usePages } from '../../api/use-endpoint';
import { DataTable } from '../../parts/data-table';
import { useFilters } from '../../parts/filters';
import { Loaded } from '../../parts/loaded';
import { OpenedRecords } from '../../parts/opened-records';
import { Panel } from '../../parts/panel';
import { formatNumber } from '../../parts/words';
import { useNameOf } from '../meetings/meeting-words';
import { openedRecords, Opens, OpensBefore, ReportCharts, type FiguresProps } from './report-charts';

/** What a fair is reported with, by organising body; each figure opens its records. */
export function ReportTab({ fair }: { fair: Fair }) {
  const filters = useFilters(openedRecords);
  const query = useEndpoint(fairLeadsApi.figures, { params: { id: fair.id } });
  return (
    <Stack gap="md">
      {filters.value.figure && <Records fair={fair} opened={filters.value} close={() => filters.clear()} />}
      <Loaded query={query}>
        {({ items, previous }) => (
          <>
            <ReportCharts fair={fair} figures={items} before={previous} />
            <Figures fair={fair} figures={items} before={previous} />
          </>
        )}
      </Loaded>
    </Stack>
  );
}

/** Every figure in a line: this fair, the fair before, and each organising body. */
function Figures({ fair, figures, before }: FiguresProps) {
  const { t } = useTranslation('fairs');
  const nameOf = useNameOf();
  const bodies = figures[0]?.bodies ?? [];
  const link = (figure: FairFigureKey, n: number, bodyId?: string) => (
    <Opens fairId={fair.id} figure={figure} {...(bodyId && { bodyId })}>
      {formatNumber(n)}
    </Opens>
  );
  return (
    <Panel title={t('report.title')} lead={t('report.lead')}>
      <DataTable
        caption={t('report.title')}
        rows={figures}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'name',
            header: t('report.name'),
            main: true,
            cell: ({ key }) => <FigureName figure={key} />,
          },
          {
            key: 'total',
            header: t('report.now'),
            compact: true,
            cell: ({ key, total }) => (
              <Text inherit fw={650}>
                {link(key, total)}
              </Text>
            ),
          },
          ...(figures.some(({ previous }) => previous !== null)
            ? [
                {
                  key: 'previous',
                  header: t('report.previousShort'),
                  compact: true,
                  cell: ({ key, previous }: FairFigure) =>
                    previous === null ? '' : <OpensBefore before={before} figure={key} n={previous} />,
                },
              ]
            : []),
          ...(bodies.length > 1
            ? bodies.map((body, i) => ({
                key: body.bodyId,
                header: nameOf(body),
                compact: true,
                cell: ({ key, bodies: own }: FairFigure) => link(key, own[i]?.n ?? 0, body.bodyId),
              }))
            : []),
        ]}
      />
    </Panel>
  );
}

function FigureName({ figure }: { figure: FairFigureKey }) {
  const { t } = useTranslation('fairs');
  const hint = t(`report.hint.${figure as 'matches'}`, { defaultValue: '' });
  return (
    <>
      {t(`report.figure.${figure}`)}
      {hint && (
        <Text span display="block" size="xs" c="dimmed" fw={400} maw="26rem">
          {hint}
        </Text>
      )}
    </>
  );
}

function Records({
  fair,
  opened: { figure = 'visitors', ...where },
  close,
}: {
  fair: Fair;
  opened: z.output<typeof openedRecords>;
  close: () => void;
}) {
  const { t } = useTranslation('fairs');
  const query = { figure, ...where };
  const pages = usePages(fairLeadsApi.records, { params: { id: fair.id }, query });
  return (
    <OpenedRecords
      title={t('report.records', { name: t(`report.figure.${figure}`) })}
      lead={pages.first && t('report.count', { n: formatNumber(pages.first.total ?? 0) })}
      none={t('report.none')}
      pages={pages}
      close={close}
    >
      {({ label, detail }) => (
        <>
          <Text fw={600}>{label}</Text>
          {detail && <Text size="sm">{detail}</Text>}
        </>
      )}
    </OpenedRecords>
  );
}
