import { Button, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Fair } from '#contracts/fair-exhibition.js';
import { fairFigureKey, fairLeadsApi, type FairFigure, type FairFigureKey } from '#contracts/fair-leads.js';
import { id } from '#contracts/shapes.js';
import { useEndpoint, usePages } from '../../api/use-endpoint';
import { useFilters } from '../../parts/filters';
import { Loaded } from '../../parts/loaded';
import { Pager } from '../../parts/pager';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';
import { formatNumber } from '../../parts/words';
import { useNameOf } from '../meetings/meeting-words';

const filterSchema = z.object({ figure: fairFigureKey.optional(), bodyId: id.optional() });

/** What a fair is reported with, by organising body; each figure opens its records. */
export function ReportTab({ fair }: { fair: Fair }) {
  const { t } = useTranslation('fairs');
  const filters = useFilters(filterSchema);
  const query = useEndpoint(fairLeadsApi.figures, { params: { id: fair.id } });
  const { figure, bodyId } = filters.value;
  return (
    <>
      <Panel title={t('report.title')} lead={t('report.lead')}>
        <Loaded query={query}>
          {({ items }) => (
            <RecordList>
              {items.map((one) => (
                <Figure
                  key={one.key}
                  figure={one}
                  open={(body) => filters.set({ figure: one.key, bodyId: body })}
                />
              ))}
            </RecordList>
          )}
        </Loaded>
      </Panel>
      {figure && <Records fair={fair} figure={figure} bodyId={bodyId} />}
    </>
  );
}

function Figure({ figure, open }: { figure: FairFigure; open: (bodyId: string | undefined) => void }) {
  const { t } = useTranslation('fairs');
  const nameOf = useNameOf();
  const { key, total, previous, bodies } = figure;
  const word = t(`report.figure.${key}`);
  return (
    <RecordRow
      aside={
        <Button variant="subtle" aria-label={`${word} ${total}`} onClick={() => open(undefined)}>
          {formatNumber(total)}
        </Button>
      }
    >
      <Text fw={600}>{word}</Text>
      {key === 'matches' && (
        <Text size="sm" c="dimmed">
          {t('report.hint.matches')}
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
  figure,
  bodyId,
}: {
  fair: Fair;
  figure: FairFigureKey;
  bodyId: string | undefined;
}) {
  const { t } = useTranslation('fairs');
  const query = { figure, ...(bodyId && { bodyId }) };
  const pages = usePages(fairLeadsApi.records, { params: { id: fair.id }, query });
  return (
    <Panel title={t('report.records', { name: t(`report.figure.${figure}`) })}>
      {pages.first && pages.items.length === 0 && (
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
      <Pager pages={pages} />
    </Panel>
  );
}
