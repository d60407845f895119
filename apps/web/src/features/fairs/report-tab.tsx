import { Button, CloseButton, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Fair } from '#contracts/fair-exhibition.js';
import { fairLeadsApi, type FairFigure } from '#contracts/fair-leads.js';
import { useEndpoint, usePages } from '../../api/use-endpoint';
import { useFilters } from '../../parts/filters';
import { Loaded } from '../../parts/loaded';
import { Pager } from '../../parts/pager';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';
import { formatNumber } from '../../parts/words';
import { useNameOf } from '../meetings/meeting-words';
import { openedRecords, ReportCharts } from './report-charts';

/** What a fair is reported with, by organising body; each figure opens its records. */
export function ReportTab({ fair }: { fair: Fair }) {
  const { t } = useTranslation('fairs');
  const filters = useFilters(openedRecords);
  const query = useEndpoint(fairLeadsApi.figures, { params: { id: fair.id } });
  const open = (figure: FairFigure, bodyId: string | undefined) =>
    filters.set({ figure: figure.key, bodyId, exhibitorId: undefined, hour: undefined });
  return (
    <Stack gap="md">
      {filters.value.figure && <Records fair={fair} opened={filters.value} close={filters.clear} />}
      <Loaded query={query}>
        {({ items }) => (
          <>
            <ReportCharts fair={fair} figures={items} />
            <Panel title={t('report.title')} lead={t('report.lead')}>
              <RecordList>
                {items.map((one) => (
                  <Figure key={one.key} figure={one} open={(body) => open(one, body)} />
                ))}
              </RecordList>
            </Panel>
          </>
        )}
      </Loaded>
    </Stack>
  );
}

function Figure({ figure, open }: { figure: FairFigure; open: (bodyId: string | undefined) => void }) {
  const { t } = useTranslation('fairs');
  const nameOf = useNameOf();
  const { key, total, previous, bodies } = figure;
  const word = t(`report.figure.${key}`);
  const hint = t(`report.hint.${key as 'matches'}`, { defaultValue: '' });
  return (
    <RecordRow
      aside={
        <Button variant="subtle" aria-label={`${word} ${total}`} onClick={() => open(undefined)}>
          {formatNumber(total)}
        </Button>
      }
    >
      <Text fw={600}>{word}</Text>
      {hint && (
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      )}
      {previous !== null && <Text size="sm">{t('report.previous', { n: formatNumber(previous) })}</Text>}
      {bodies.length > 1 && (
        <Stack gap={4} mt={4}>
          {bodies.map((body) => (
            <div key={body.bodyId}>
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={`${word} ${nameOf(body)} ${body.n}`}
                onClick={() => open(body.bodyId)}
              >
                {nameOf(body)} {formatNumber(body.n)}
              </Button>
              <Progress
                value={total > 0 ? (body.n / total) * 100 : 0}
                aria-label={`${word} ${nameOf(body)}`}
              />
            </div>
          ))}
        </Stack>
      )}
    </RecordRow>
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
    <Panel
      title={t('report.records', { name: t(`report.figure.${figure}`) })}
      lead={pages.first && t('report.count', { n: formatNumber(pages.first.total ?? 0) })}
      action={<CloseButton aria-label={t('report.close')} onClick={close} />}
    >
      <Loaded query={{ ...pages, data: pages.first }}>
        {() => (
          <>
            {pages.items.length === 0 && (
              <Text size="sm" c="dimmed">
                {t('report.none')}
              </Text>
            )}
            <RecordList>
              {pages.items.map((one) => (
                <RecordRow key={one.id}>
                  <Text fw={600}>{one.label}</Text>
                  {one.detail && <Text size="sm">{one.detail}</Text>}
                </RecordRow>
              ))}
            </RecordList>
          </>
        )}
      </Loaded>
      <Pager pages={pages} />
    </Panel>
  );
}
