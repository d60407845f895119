import { BarChart } from '@mantine/charts';
import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { outcome } from '#contracts/introductions.js';
import type { MeetingEvent } from '#contracts/meeting-events.js';
import {
  meetingResult,
  meetingResultsApi,
  resultQuery,
  type MeetingReport,
  type MeetingResult,
  type ResultRecord,
} from '#contracts/meeting-results.js';
import { urlOf } from '../../api/client';
import { useEndpoint, usePages } from '../../api/use-endpoint';
import { ChoiceFilter } from '../../parts/choice-filter';
import { DataTable } from '../../parts/data-table';
import { EmptyState } from '../../parts/empty-state';
import { FilterPanel, useFilters, WithFilters, type Filters } from '../../parts/filters';
import { Loaded } from '../../parts/loaded';
import { Pager } from '../../parts/pager';
import { Panel } from '../../parts/panel';
import { ResultBar } from '../../parts/result-bar';
import { StateBadge, useStateText } from '../../parts/state-badge';
import { TextLink } from '../../parts/text-link';
import { formatNumber } from '../../parts/words';
import { MeetingFrame } from './meeting-frame';
import { useNameOf } from './meeting-words';
import { RecordAnswer } from './record-answer';
import classes from './meetings.module.css';
import '@mantine/charts/styles.css';

const filterSchema = resultQuery.omit({ cursor: true, limit: true });
const colours = {
  deal: 'ai.7',
  likely: 'ai.4',
  continuing: 'yellow.6',
  'no-deal': 'gray.5',
  silent: 'gray.3',
};

/** What became of an event's meetings: figures that open their records, round by round, and each meeting. */
export default function ReportScreen() {
  const { t } = useTranslation(['meetings', 'introductions']);
  return (
    <MeetingFrame
      title={t('parts.report')}
      lead={t('report.lead')}
      action={({ id }) => (
        <Group gap="xs">
          {(['csv', 'xlsx'] as const).map((format) => (
            <Button
              key={format}
              component="a"
              variant="default"
              href={urlOf(meetingResultsApi.export, { params: { id }, query: { format } })}
            >
              {t(`report.${format}`)}
            </Button>
          ))}
        </Group>
      )}
    >
      {(event) => <Report event={event} />}
    </MeetingFrame>
  );
}

function Report({ event }: { event: MeetingEvent }) {
  const query = useEndpoint(meetingResultsApi.report, { params: { id: event.id } });
  return (
    <Stack gap="lg">
      <Loaded query={query}>
        {(report) => (
          <>
            <Figures event={event} report={report} />
            {report.rounds.length > 0 && <Rounds report={report} />}
          </>
        )}
      </Loaded>
      <Results event={event} />
    </Stack>
  );
}

function Figures({ event, report }: { event: MeetingEvent; report: MeetingReport }) {
  const { t } = useTranslation(['meetings', 'introductions']);
  const nameOf = useNameOf();
  return (
    <Panel title={t('report.figures')} lead={t('report.figuresLead')}>
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        {report.figures.map(({ key, total, bodies }) => (
          <div key={key}>
            <Text size="sm" c="dimmed">
              {t(`result.${key as MeetingResult}`)}
            </Text>
            <Text fz={26} fw={700}>
              <TextLink
                to="/meetings/$id/report"
                params={{ id: event.id }}
                search={{ result: key }}
                aria-label={t('figures.open', { figure: t(`result.${key as MeetingResult}`), n: total })}
              >
                {formatNumber(total)}
              </TextLink>
            </Text>
            {bodies.length > 1 && (
              <ul className={classes.bodies}>
                {bodies.map((body) => (
                  <li key={body.bodyId}>
                    <TextLink
                      to="/meetings/$id/report"
                      params={{ id: event.id }}
                      search={{ result: key, bodyId: body.bodyId }}
                    >
                      {nameOf(body)}
                    </TextLink>{' '}
                    {formatNumber(body.n)}
                  </li>
                ))}
              </ul>
            )}
          </div>
        ))}
      </SimpleGrid>
    </Panel>
  );
}

/** The answers of each round, as bars and in numbers. */
function Rounds({ report: { rounds } }: { report: MeetingReport }) {
  const { t } = useTranslation(['meetings', 'introductions']);
  const stateText = useStateText();
  const roundName = (months: number) =>
    months === 0 ? t('report.atEnd') : t('report.months', { n: months });
  const series = [
    ...outcome.options.map((name) => ({ name, label: stateText('outcome', name), color: colours[name] })),
    { name: 'silent', label: t('result.silent'), color: colours.silent },
  ];
  return (
    <Panel title={t('report.rounds')} lead={t('report.roundsLead')}>
      <div role="img" aria-label={t('report.chart')}>
        <BarChart
          h={240}
          data={rounds.map((round) => ({ ...round, round: roundName(round.months) }))}
          dataKey="round"
          type="stacked"
          series={series}
          withLegend
          tickLine="none"
          maxBarWidth={96}
          yAxisProps={{ allowDecimals: false }}
        />
      </div>
      <DataTable
        caption={t('report.rounds')}
        rows={rounds}
        rowKey={({ months }) => months}
        columns={[
          { key: 'months', header: t('report.round'), main: true, cell: ({ months }) => roundName(months) },
          { key: 'asked', header: t('report.asked'), compact: true, cell: ({ asked }) => String(asked) },
          ...series.map(({ name, label }) => ({
            key: name,
            header: label,
            compact: true,
            cell: (round: MeetingReport['rounds'][number]) => String(round[name as 'deal']),
          })),
        ]}
      />
    </Panel>
  );
}

function Results({ event }: { event: MeetingEvent }) {
  const { t } = useTranslation(['meetings', 'introductions']);
  const filters = useFilters(filterSchema);
  const pages = usePages(meetingResultsApi.list, { params: { id: event.id }, query: filters.value });
  return (
    <WithFilters filters={<ResultFilters event={event} filters={filters} />}>
      <ResultBar total={pages.first?.total} />
      <Loaded query={{ ...pages, data: pages.first }}>
        {() =>
          pages.items.length > 0 ? (
            <Panel title={t('report.meetings')}>
              <ResultTable event={event} items={pages.items} />
            </Panel>
          ) : (
            <EmptyState title={t('report.none')} text={t('report.noneText')} />
          )
        }
      </Loaded>
      <Pager pages={pages} />
    </WithFilters>
  );
}

function ResultTable({ event, items }: { event: MeetingEvent; items: ResultRecord[] }) {
  const { t } = useTranslation(['meetings', 'introductions']);
  const says = ({ answer }: ResultRecord['orderer']) =>
    answer ? (
      <Stack gap={2} align="flex-start">
        <StateBadge kind="outcome" state={answer.outcome} />
        {answer.code && <Text size="xs">{t(`introductions:decline.${answer.code}`)}</Text>}
        {answer.note && <Text size="xs">{answer.note}</Text>}
      </Stack>
    ) : (
      t('result.silent')
    );
  return (
    <DataTable
      caption={t('report.meetings')}
      rows={items}
      rowKey={({ meetingId }) => meetingId}
      columns={[
        {
          key: 'pair',
          header: t('report.pair'),
          main: true,
          cell: ({ orderer, supplier }) => `${orderer.name} × ${supplier.name}`,
        },
        { key: 'orderer', header: t('report.ordererSays'), cell: ({ orderer }) => says(orderer) },
        { key: 'supplier', header: t('report.supplierSays'), cell: ({ supplier }) => says(supplier) },
        {
          key: 'result',
          header: t('report.result'),
          compact: true,
          cell: ({ result }) => (
            <Text inherit fw={600} c={result === 'differs' ? 'red.7' : undefined}>
              {t(`result.${result}`)}
            </Text>
          ),
        },
        {
          key: 'record',
          header: t('report.record'),
          action: true,
          cell: (record) => <RecordAnswer event={event} record={record} />,
        },
      ]}
    />
  );
}

function ResultFilters({ event, filters }: { event: MeetingEvent; filters: Filters<typeof filterSchema> }) {
  const { t } = useTranslation(['meetings', 'introductions']);
  const nameOf = useNameOf();
  const { value, set } = filters;
  return (
    <FilterPanel filters={filters}>
      <ChoiceFilter
        label={t('report.result')}
        value={value.result[0]}
        onChange={(result) => set({ result: result ? [result] : [] })}
        options={meetingResult.options.map((key) => ({ value: key, label: t(`result.${key}`) }))}
      />
      {event.organisers.length > 1 && (
        <ChoiceFilter
          label={t('participants.body')}
          value={value.bodyId}
          onChange={(bodyId) => set({ bodyId })}
          options={event.organisers.map((body) => ({ value: body.id, label: nameOf(body) }))}
        />
      )}
    </FilterPanel>
  );
}
