import { Button, Group, Menu, SimpleGrid, Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import {
  learningApi,
  weightFeatures,
  type LearningExample,
  type LearningReport,
} from '#contracts/learning.js';
import type { SubjectKind } from '#contracts/parties.js';
import { urlOf } from '../../api/client';
import { useEndpoint } from '../../api/use-endpoint';
import { DataTable } from '../../parts/data-table';
import { Facts } from '../../parts/facts';
import { formatDateTime } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Panel } from '../../parts/panel';
import { TextLink } from '../../parts/text-link';
import { formatNumber } from '../../parts/words';
import { changeOf } from './current-weights';
import { formatWeight, RunResult, shareOf } from './run-words';

const POLL_MS = 1_000;

/** What one run changed: figures, weights, and orders of which the first ten became others. */
export default function ReportScreen() {
  const { id } = useParams({ from: '/ranking/learning/$id' });
  const input = { params: { id } };
  const first = useEndpoint(learningApi.report, input);
  const isOpen = first.data?.state === 'waiting' || first.data?.state === 'running';
  const query = useEndpoint(learningApi.report, input, { refetchInterval: isOpen && POLL_MS });
  return <Loaded query={query}>{(report) => <Report report={report} />}</Loaded>;
}

function Report({ report }: { report: LearningReport }) {
  const { t } = useTranslation('learning');
  const { kind, examples } = report;
  return (
    <>
      <PageHeader
        title={t('report.title', { at: formatDateTime(report.createdAt) })}
        lead={`${t(`kind.${kind}`)} / ${report.requestedBy ?? t('runs.night')}`}
        back={{ to: `/ranking/learning?kind=${kind}`, label: t('report.back') }}
        badges={<RunResult run={report} />}
        action={<ExportMenu id={report.id} />}
      />
      <Stack gap="lg">
        <Panel title={t('report.figures')} lead={t('report.figuresLead')}>
          <Facts
            facts={[
              {
                label: t('report.outcomes'),
                value: t('report.of', {
                  n: formatNumber(report.outcomes),
                  needed: formatNumber(report.outcomesNeeded),
                }),
              },
              { label: t('report.subjects'), value: formatNumber(report.subjects) },
              { label: t('report.heldOut'), value: formatNumber(report.heldOut) },
              { label: t('report.pairs'), value: formatNumber(report.pairs) },
              { label: t('report.heldOutPairs'), value: formatNumber(report.heldOutPairs) },
              {
                label: t('report.metric'),
                value: report.before !== null && `${shareOf(report.before)} → ${shareOf(report.after)}`,
              },
            ]}
          />
        </Panel>
        <Weights report={report} />
        <Panel title={t('report.examples')} lead={t('report.examplesLead')}>
          {examples.length === 0 ? (
            <Text size="sm">{t('report.noExamples')}</Text>
          ) : (
            <Stack gap="lg">
              {examples.map((example) => (
                <Example key={example.subjectId} kind={kind} example={example} />
              ))}
            </Stack>
          )}
        </Panel>
      </Stack>
    </>
  );
}

function Weights({ report: { weightsBefore, weightsAfter, result } }: { report: LearningReport }) {
  const { t } = useTranslation('learning');
  return (
    <Panel title={t('report.weights')} lead={result === 'adopted' ? undefined : t('report.notAdopted')}>
      <DataTable
        caption={t('report.weights')}
        rows={weightFeatures}
        rowKey={(feature) => feature}
        columns={[
          { key: 'feature', header: t('weight.feature'), main: true, cell: (one) => t(`feature.${one}`) },
          {
            key: 'before',
            header: t('weight.before'),
            compact: true,
            cell: (one) => formatWeight(weightsBefore[one]),
          },
          {
            key: 'after',
            header: t('weight.after'),
            compact: true,
            cell: (one) => formatWeight(weightsAfter[one]),
          },
          {
            key: 'change',
            header: t('weight.change'),
            compact: true,
            cell: (one) => changeOf(weightsBefore[one], weightsAfter[one]),
          },
        ]}
      />
    </Panel>
  );
}

function Example({ kind, example }: { kind: SubjectKind; example: LearningExample }) {
  const { t } = useTranslation('learning');
  const to = kind === 'order' ? '/orders/$id/candidates' : '/patents/$id/candidates';
  return (
    <section aria-label={example.title}>
      <TextLink to={to} params={{ id: example.subjectId }}>
        {example.title}
      </TextLink>
      <SimpleGrid cols={{ base: 1, sm: 2 }} mt="xs">
        {(['before', 'after'] as const).map((side) => (
          <div key={side}>
            <Text size="sm" fw={600}>
              {t(`weight.${side}`)}
            </Text>
            <ol style={{ margin: 0, paddingInlineStart: '1.5rem' }}>
              {example[side].map(({ companyId, name }, i) => (
                <li key={companyId}>
                  <Text
                    span
                    size="sm"
                    fw={example.before[i]?.companyId === example.after[i]?.companyId ? 400 : 650}
                  >
                    {name}
                  </Text>
                </li>
              ))}
            </ol>
          </div>
        ))}
      </SimpleGrid>
    </section>
  );
}

const formats = ['csv', 'csv-sjis', 'xlsx'] as const;

function ExportMenu({ id }: { id: string }) {
  const { t } = useTranslation('learning');
  return (
    <Group>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default">{t('export.button')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {formats.map((format) => (
            <Menu.Item
              key={format}
              component="a"
              href={urlOf(learningApi.export, { params: { id }, query: { format } })}
              download
            >
              {t(`export.${format}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
