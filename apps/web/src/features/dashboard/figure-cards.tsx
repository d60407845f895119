import { Paper, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dashboard, Figure } from '#contracts/reporting.js';
import { formatYen } from '../../parts/format';
import { formatNumber } from '../../parts/words';
import { RecordsLink } from './records-link';
import type { Scope } from './scope';
import classes from './dashboard.module.css';

/** +3, −7, ±0. */
const signed = (difference: number, format: (n: number) => string): string =>
  `${difference > 0 ? '+' : difference < 0 ? '−' : '±'}${format(Math.abs(difference))}`;

/** Each figure with the year before and the difference; it opens the records behind it. */
export function FigureCards({ dashboard, scope }: { dashboard: Dashboard; scope: Scope }) {
  const { t } = useTranslation('dashboard');
  const { amountYen, amountYenBefore } = dashboard;
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 4 }} spacing="sm">
      {dashboard.figures.map(({ figure, count, before }) => (
        <FigureCard
          key={figure}
          {...{ scope, figure }}
          label={t(`figure.${figure}`)}
          value={t('number', { n: formatNumber(count) })}
          before={t('before', { value: formatNumber(before) })}
          difference={t('difference', { value: signed(count - before, formatNumber) })}
        />
      ))}
      <FigureCard
        {...{ scope }}
        figure="deals"
        label={t('amount')}
        value={formatYen(amountYen)}
        before={t('before', { value: formatYen(amountYenBefore) })}
        difference={t('difference', { value: signed(amountYen - amountYenBefore, (n) => formatYen(n)) })}
      />
    </SimpleGrid>
  );
}

interface FigureCardProps {
  scope: Scope;
  figure: Figure;
  label: string;
  value: ReactNode;
  before: string;
  difference: string;
}

function FigureCard({ scope, figure, label, value, before, difference }: FigureCardProps) {
  return (
    <Paper withBorder p="md" bg="white" className={classes.card}>
      <RecordsLink scope={scope} figure={figure} className={classes.cardLink}>
        <Text span display="block" size="sm" fw={600}>
          {label}
        </Text>
        <Text span display="block" className={classes.figure}>
          {value}
        </Text>
      </RecordsLink>
      <Text size="xs" c="gray.7">
        {before}
        <br />
        {difference}
      </Text>
    </Paper>
  );
}
