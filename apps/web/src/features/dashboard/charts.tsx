import '@mantine/charts/styles.css';
import { BarChart, LineChart } from '@mantine/charts';
import { Collapse, Button, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#contracts/reporting.js';
import { formatYen } from '../../parts/format';
import { Panel } from '../../parts/panel';

/** `2026-04` → 4月 / Apr. */
const monthName = (month: string, language: string): string =>
  new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', { month: 'short', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

export function MonthChart({ dashboard }: { dashboard: Dashboard }) {
  const { t, i18n } = useTranslation('dashboard');
  const series = (['introductions', 'meetings', 'deals'] as const).map((name, i) => ({
    name,
    label: t(`figure.${name}`),
    color: ['ai.3', 'ai.5', 'ai.8'][i] ?? 'ai.5',
  }));
  const data = dashboard.months.map((m) => ({ ...m, month: monthName(m.month, i18n.language) }));
  return (
    <Panel title={t('perMonth')}>
      <div role="img" aria-label={t('perMonth')}>
        <BarChart h={260} data={data} dataKey="month" series={series} withLegend tickLine="none" />
      </div>
      <AsTable
        caption={t('perMonth')}
        head={[t('month'), ...series.map((s) => s.label)]}
        rows={data.map((m) => [m.month, m.introductions, m.meetings, m.deals])}
      />
    </Panel>
  );
}

export function AmountChart({ dashboard }: { dashboard: Dashboard }) {
  const { t, i18n } = useTranslation('dashboard');
  const data = dashboard.months.map((m) => ({
    month: monthName(m.month, i18n.language),
    amountYen: m.amountYen,
  }));
  const short = (yen: number) =>
    new Intl.NumberFormat(i18n.language === 'ja' ? 'ja-JP' : 'en-GB', { notation: 'compact' }).format(yen);
  return (
    <Panel title={t('amountPerMonth')}>
      <div role="img" aria-label={t('amountPerMonth')}>
        <LineChart
          h={260}
          data={data}
          dataKey="month"
          series={[{ name: 'amountYen', label: t('amount'), color: 'ai.7' }]}
          valueFormatter={short}
          curveType="linear"
          tickLine="none"
        />
      </div>
      <AsTable
        caption={t('amountPerMonth')}
        head={[t('month'), t('amount')]}
        rows={data.map((m) => [m.month, formatYen(m.amountYen)])}
      />
    </Panel>
  );
}

/** The same figures for those who would rather read, or cannot see. */
function AsTable({ caption, head, rows }: { caption: string; head: string[]; rows: ReactNode[][] }) {
  const { t } = useTranslation('dashboard');
  const [opened, { toggle }] = useDisclosure(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        mt="xs"
        onClick={toggle}
        aria-expanded={opened}
        className="no-print"
      >
        {t(opened ? 'hideTable' : 'showTable')}
      </Button>
      <Collapse expanded={opened}>
        <Table.ScrollContainer minWidth={280}>
          <Table
            captionSide="top"
            mt="xs"
            style={{ fontVariantNumeric: 'tabular-nums' }}
            aria-label={caption}
          >
            <Table.Thead>
              <Table.Tr>
                {head.map((text) => (
                  <Table.Th key={text}>{text}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row, i) => (
                <Table.Tr key={i}>
                  {row.map((cell, j) => (
                    <Table.Td key={j}>{cell}</Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Collapse>
    </>
  );
}
