import { Progress, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { declineCode, introductionState, outcome } from '#contracts/introductions.js';
import { roleHolds } from '#contracts/permissions.js';
import type { Dashboard } from '#contracts/reporting.js';
import { useMe } from '../../api/session';
import { Panel } from '../../parts/panel';
import { useStateText } from '../../parts/state-badge';
import { TextLink } from '../../parts/text-link';
import { formatNumber } from '../../parts/words';
import { RecordsLink } from './records-link';
import type { Scope } from './scope';
import classes from './dashboard.module.css';

interface Row {
  label: string;
  count: number;
  /** Filters of the introductions behind it, where the reader may open them. */
  search?: Record<string, string>;
}

/** How the year's introductions stand, how they ended, and why some did not go on. */
export function Shares({ dashboard, scope }: { dashboard: Dashboard; scope: Scope }) {
  const { t } = useTranslation(['dashboard', 'introductions']);
  const stateText = useStateText();
  const mayOpen = roleHolds(useMe().role, 'introduction:read');
  const listOf = (filter: 'state' | 'outcome', value: string) =>
    mayOpen ? { search: { [filter]: value, fiscalYear: String(scope.fiscalYear) } } : {};
  const states = dashboard.states.map(({ state, count }): Row => {
    const known = introductionState.safeParse(state);
    const label = known.success ? stateText('introduction', known.data) : state;
    return { label, count, ...listOf('state', state) };
  });
  const outcomes = dashboard.outcomes.map(({ outcome: name, count }): Row => {
    const known = outcome.safeParse(name);
    return {
      label: known.success ? stateText('outcome', known.data) : name,
      count,
      ...listOf('outcome', name),
    };
  });
  const reasons = dashboard.declineCodes.map(({ code, count }): Row => {
    const known = declineCode.safeParse(code);
    return { label: known.success ? t(`introductions:decline.${known.data}`) : code, count };
  });
  return (
    <SimpleGrid cols={{ base: 1, lg: 3 }} spacing="lg">
      <Bars title={t('states')} rows={states} />
      <Bars title={t('outcomes')} rows={outcomes} />
      <Bars
        title={t('declineReasons')}
        rows={reasons}
        action={
          <RecordsLink scope={scope} figure="declined" size="sm">
            {t('toRecords')}
          </RecordsLink>
        }
      />
    </SimpleGrid>
  );
}

interface BarsProps {
  title: string;
  rows: Row[];
  action?: ReactNode;
}

/** Bars with their words and numbers beside them, so that nothing hangs on colour or length alone. */
function Bars({ title, rows, action }: BarsProps) {
  const { t } = useTranslation('dashboard');
  const most = Math.max(1, ...rows.map((row) => row.count));
  return (
    <Panel title={title} action={action}>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('noRecords')}
        </Text>
      ) : (
        <ul className={classes.bars}>
          {rows.map(({ label, count, search }) => (
            <li key={label}>
              <div className={classes.bar}>
                {search ? (
                  <TextLink to="/introductions" search={search} inherit>
                    {label}
                  </TextLink>
                ) : (
                  <span>{label}</span>
                )}
                <Text span inherit fw={600} className={classes.numbers}>
                  {t('number', { n: formatNumber(count) })}
                </Text>
              </div>
              <Progress value={(100 * count) / most} size="sm" color="ai.5" aria-hidden />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
