import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Happening } from '#contracts/fair-watch.js';
import { Panel } from '../../parts/panel';
import { formatClock } from '../meetings/meeting-words';
import classes from './live.module.css';

/** What has happened, the latest first, by the fair's clock. */
export function LiveFeed({ happenings }: { happenings: readonly Happening[] }) {
  const { t } = useTranslation('fairs');
  return (
    <Panel title={t('live.feed')}>
      {happenings.length === 0 && <Text c="dimmed">{t('live.noFeed')}</Text>}
      {/* Read out on request alone: it moves faster than anybody listens. */}
      <ol className={classes.feed} tabIndex={0} aria-label={t('live.feed')}>
        {happenings.map(({ id, at, kind, who, what }) => (
          <li key={id} data-kind={kind.split('-')[0]}>
            <time dateTime={at}>{formatClock(at)}</time>
            <span>{t(`live.happening.${kind}`, { who, what })}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
