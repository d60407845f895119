import { Anchor, Paper, SimpleGrid, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Dashboard, Figure } from '#contracts/reporting.js';
import { Yen } from '../../parts/format';

/** Each figure with the year before; it opens the records behind it. */
export function FigureCards({ dashboard, bodyId }: { dashboard: Dashboard; bodyId: string | undefined }) {
  const { t } = useTranslation('dashboard');
  const { fiscalYear, amountYen, amountYenBefore } = dashboard;
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 4 }} spacing="sm">
      {dashboard.figures.map(({ figure, count, before }) => (
        <Card
          key={figure}
          label={t(`figure.${figure}`)}
          value={t('count', { count: count.toLocaleString('ja-JP') as never })}
          before={t('before', { value: before.toLocaleString('ja-JP'), change: signed(count - before) })}
          figure={figure}
          fiscalYear={fiscalYear}
          bodyId={bodyId}
        />
      ))}
      <Card
        label={t('amount')}
        value={<Yen value={amountYen} />}
        before={t('before', {
          value: amountYenBefore.toLocaleString('ja-JP'),
          change: signed(amountYen - amountYenBefore),
        })}
        figure="deals"
        fiscalYear={fiscalYear}
        bodyId={bodyId}
      />
    </SimpleGrid>
  );
}

const signed = (n: number): string =>
  `${n > 0 ? '+' : n < 0 ? '−' : '±'}${Math.abs(n).toLocaleString('ja-JP')}`;

interface CardProps {
  label: string;
  value: React.ReactNode;
  before: string;
  figure: Figure;
  fiscalYear: number;
  bodyId: string | undefined;
}

function Card({ label, value, before, figure, fiscalYear, bodyId }: CardProps) {
  return (
    <Paper withBorder p="md" bg="white">
      <Anchor
        component={Link}
        to="/dashboard/records"
        search={{ figure, fiscalYear: String(fiscalYear), bodyId } as never}
        size="sm"
        fw={600}
      >
        {label}
      </Anchor>
      <Text fz={26} fw={700} lh={1.3} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {value}
      </Text>
      <Text size="xs" c="dimmed">
        {before}
      </Text>
    </Paper>
  );
}
