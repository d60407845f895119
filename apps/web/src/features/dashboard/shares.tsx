import { Group, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { outcome, declineCode, introductionState } from '#contracts/introductions.js';
import type { Dashboard } from '#contracts/reporting.js';
import { Panel } from '../../parts/panel';
import { useStateText } from '../../parts/state-badge';

/** How the year's introductions stand, how they ended, and why some did not go on. */
export function Shares({ dashboard }: { dashboard: Dashboard }) {
  const { t } = useTranslation('dashboard');
  const stateText = useStateText();
  const states = dashboard.states.map(({ state, count }) => {
    const known = introductionState.safeParse(state);
    return { label: known.success ? stateText('introduction', known.data) : state, count };
  });
  const outcomes = dashboard.outcomes.map((row) => {
    const known = outcome.safeParse(row.outcome);
    return { label: known.success ? stateText('outcome', known.data) : row.outcome, count: row.count };
  });
  const reasons = dashboard.declineCodes.map(({ code, count }) => {
    const known = declineCode.safeParse(code);
    return { label: known.success ? t(`declineCode.${known.data}`) : code, count };
  });
  return (
    <SimpleGrid cols={{ base: 1, lg: 3 }} spacing="lg">
      <Bars title={t('states')} rows={states} />
      <Bars title={t('outcomes')} rows={outcomes} />
      <Bars title={t('declineReasons')} rows={reasons} />
    </SimpleGrid>
  );
}

/** Bars with their words and numbers beside them, so that nothing hangs on colour or length alone. */
function Bars({ title, rows }: { title: string; rows: { label: string; count: number }[] }) {
  const { t } = useTranslation('dashboard');
  const most = Math.max(1, ...rows.map((row) => row.count));
  return (
    <Panel title={title}>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('noRecords')}
        </Text>
      ) : (
        <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
          {rows.map((row) => (
            <li key={row.label}>
              <Group justify="space-between" gap="xs" wrap="nowrap">
                <Text size="sm">{row.label}</Text>
                <Text size="sm" fw={600} style={{ fontVariantNumeric: 'tabular-nums' }}>
                  {t('count', { count: row.count.toLocaleString('ja-JP') as never })}
                </Text>
              </Group>
              <Progress value={(100 * row.count) / most} size="sm" color="ai.6" aria-hidden />
            </li>
          ))}
        </Stack>
      )}
    </Panel>
  );
}
