import { BarChart } from '@mantine/charts';
import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Fair } from '#contracts/fair-exhibition.js';
import {
  fairQuestionnairesApi,
  type Questionnaire,
  type QuestionnaireResults as Results,
} from '#contracts/fair-questionnaires.js';
import { SCALE } from '#contracts/fair-questions.js';
import { urlOf } from '../../api/client';
import { useEndpoint } from '../../api/use-endpoint';
import { DataTable } from '../../parts/data-table';
import { DateTime } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';
import { TextLink } from '../../parts/text-link';
import { formatNumber } from '../../parts/words';
import { useTitleOf } from './fair-words';
import { AskedRecords } from './questionnaire-asked';
import { AnswerRecords } from './questionnaire-records';
import { useLabelOf, useUnitOf, useValueName, withUnit } from './question-words';
import classes from './questionnaire.module.css';
import '@mantine/charts/styles.css';

interface PartProps {
  fair: Fair;
  results: Results;
}
type Row = Results['questions'][number];

const downloads = [
  ['answers', 'csv'],
  ['answers', 'csv-sjis'],
  ['answers', 'xlsx'],
  ['comparison', 'xlsx'],
] as const;
const colours = ['ai.7', 'gray.5', 'yellow.6', 'ai.3', 'gray.3'];

/** 4.25; a rate as 62.5. */
const short = (value: number): string => formatNumber(Math.round(value * 10) / 10);
const rateOf = ({ asked, answered }: { asked: number; answered: number }): number | null =>
  asked > 0 ? (answered / asked) * 100 : null;

/** What was answered: counts, averages and shares, beside the fairs before; each number opens its answers. */
export function QuestionnaireResults({
  fair,
  questionnaire: { audience, sentAt },
}: {
  fair: Fair;
  questionnaire: Questionnaire;
}) {
  const { t } = useTranslation('questionnaires');
  const params = { id: fair.id, audience };
  const query = useEndpoint(fairQuestionnairesApi.results, { params });
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          {t('results.sent')} {sentAt && <DateTime at={sentAt} />}
        </Text>
        <Group gap="xs" className="no-print">
          {downloads.map(([table, format]) => (
            <Button
              key={`${table} ${format}`}
              component="a"
              size="xs"
              variant="default"
              href={urlOf(fairQuestionnairesApi.export, { params, query: { table, format } })}
            >
              {t(`results.download.${table}`, { format: t(`results.format.${format}`) })}
            </Button>
          ))}
        </Group>
      </Group>
      <Loaded query={query}>
        {(results) => (
          <>
            <Years results={results} />
            <AskedRecords fair={fair} audience={audience} />
            <AnswerRecords fair={fair} results={results} />
            {results.questions.map((row) => (
              <Question key={row.question.key} results={results} row={row} />
            ))}
          </>
        )}
      </Loaded>
    </Stack>
  );
}

/** A number of one fair of the series; it opens its answers, or who was asked, for those who may. */
function Opens({
  edition,
  audience,
  question,
  value,
  all,
  asked,
  children,
}: {
  edition: Results['editions'][number] | undefined;
  audience: Results['audience'];
  question?: string;
  value?: string;
  all?: '1';
  asked?: '1';
  children: ReactNode;
}) {
  if (!edition?.canOpen) return <>{children}</>;
  return (
    <TextLink
      to="/fairs/$id"
      params={{ id: edition.fairId }}
      search={{ tab: 'questionnaire', audience, key: question, value, all, asked }}
      inherit
      underline="always"
    >
      {children}
    </TextLink>
  );
}

/** The rate of answers and every average, each fair of the series in a column. */
function Years({ results: { audience, editions, questions } }: Pick<PartProps, 'results'>) {
  const { t } = useTranslation('questionnaires');
  const titleOf = useTitleOf();
  const labelOf = useLabelOf();
  const unitOf = useUnitOf();
  const averaged = questions.filter(({ question }) => ['scale', 'number'].includes(question.kind));
  const rows = [
    {
      key: 'asked',
      label: t('results.asked'),
      cells: editions.map((edition) => (
        <Opens key={edition.fairId} edition={edition} audience={audience} asked="1">
          {formatNumber(edition.asked)}
        </Opens>
      )),
    },
    {
      key: 'answered',
      label: t('results.answered'),
      cells: editions.map((edition) => (
        <Opens key={edition.fairId} edition={edition} audience={audience} all="1">
          {formatNumber(edition.answered)}
        </Opens>
      )),
    },
    {
      key: 'rate',
      label: t('results.rate'),
      cells: editions.map((one) => {
        const rate = rateOf(one);
        return rate === null ? '' : `${short(rate)}%`;
      }),
    },
    ...averaged.map(({ question, byEdition }) => ({
      key: question.key,
      label: t('results.average', { label: labelOf(question) }),
      cells: byEdition.map((one, i) =>
        one && one.average !== null ? (
          <Opens key={question.key} edition={editions[i]} audience={audience} question={question.key}>
            {withUnit(short(one.average), unitOf(question))}
          </Opens>
        ) : (
          ''
        ),
      ),
    })),
  ];
  return (
    <Panel title={t('results.years')} lead={t(editions.length > 1 ? 'results.yearsLead' : 'results.noYears')}>
      <DataTable
        caption={t('results.years')}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'label', header: t('results.measure'), main: true, cell: ({ label }) => label },
          ...editions.map((edition, i) => ({
            key: edition.fairId,
            header: titleOf(edition),
            compact: true,
            cell: (row: (typeof rows)[number]) => row.cells[i] ?? '',
          })),
        ]}
      />
      <Averages results={{ audience, editions, questions }} />
    </Panel>
  );
}

function Averages({ results: { editions, questions } }: Pick<PartProps, 'results'>) {
  const { t } = useTranslation('questionnaires');
  const titleOf = useTitleOf();
  const labelOf = useLabelOf();
  const scales = questions.filter(({ question }) => question.kind === 'scale');
  if (scales.length === 0) return null;
  return (
    <div role="img" aria-label={t('results.chart')} style={{ marginTop: 'var(--mantine-spacing-md)' }}>
      <BarChart
        h={220}
        data={scales.map(({ question, byEdition }) => ({
          label: labelOf(question),
          ...Object.fromEntries(
            byEdition.map((one, i) => [`e${i}`, one?.average ? Number(one.average.toFixed(2)) : null]),
          ),
        }))}
        dataKey="label"
        series={editions.map((edition, i) => ({
          name: `e${i}`,
          label: titleOf(edition),
          color: colours[i] ?? 'gray.3',
        }))}
        withLegend
        legendProps={{ itemSorter: null }}
        tickLine="none"
        yAxisProps={{ domain: [0, SCALE], ticks: [0, 1, 2, 3, 4, 5] }}
        maxBarWidth={48}
      />
    </div>
  );
}

/** One question: how often each value was chosen, now and at the fair before. */
function Question({ results, row: { question, byEdition } }: Pick<PartProps, 'results'> & { row: Row }) {
  const { t } = useTranslation('questionnaires');
  const labelOf = useLabelOf();
  const unitOf = useUnitOf();
  const nameOf = useValueName();
  const [now, before] = byEdition;
  const { audience, editions } = results;
  const opens = (edition: number, text: string, value?: string) => (
    <Opens edition={editions[edition]} {...{ audience, question: question.key, value }}>
      {text}
    </Opens>
  );
  const beforeWas = (n: ReactElement) => <Trans t={t} i18nKey="results.before" components={{ n }} />;
  return (
    <Panel title={labelOf(question)}>
      <Text size="sm" mb="sm">
        {opens(0, t('results.answers', { n: formatNumber(now?.n ?? 0) }))}
        {now && now.average !== null && (
          <>
            {' '}
            {t('results.averageOf', {
              n: withUnit(short(now.average), unitOf(question)),
            })}
          </>
        )}
        {before && before.average !== null && <> {beforeWas(opens(1, short(before.average)))}</>}
      </Text>
      <ul className={classes.counts}>
        {now?.values.map(({ value, n }, i) => {
          const share = now.n > 0 ? (n / now.n) * 100 : 0;
          const earlier = before?.values[i];
          const earlierShare = before && before.n > 0 && earlier ? (earlier.n / before.n) * 100 : null;
          return (
            <li key={value}>
              <span>{nameOf(question, value)}</span>
              <span>
                {opens(0, t('results.count', { n: formatNumber(n) }), value)} {short(share)}%
                {earlierShare !== null && (
                  <Text span size="sm" c="dimmed">
                    {' '}
                    {beforeWas(opens(1, `${short(earlierShare)}%`, value))}
                  </Text>
                )}
              </span>
              <span className={classes.bars} aria-hidden>
                <span className={classes.bar} style={{ width: `${share}%` }} />
                {earlierShare !== null && (
                  <span className={classes.bar} data-before style={{ width: `${earlierShare}%` }} />
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
