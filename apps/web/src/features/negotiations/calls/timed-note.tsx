import { Alert, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimedMeeting } from '#contracts/calls.js';
import { clock } from './clock';
import { phaseOf } from './timed-phase';
import classes from './call.module.css';

const SECOND = 1_000;
const time = new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit' });

/**
 * The beginning, the warnings and the end of a timed meeting by the server's clock, also for who has not joined its
 * call. `ahead`: what the server's clock is ahead of the device's, in ms.
 */
export function TimedNote({
  timed,
  ahead,
  isCalling,
}: {
  timed: readonly TimedMeeting[];
  ahead: number;
  isCalling: boolean;
}) {
  const { t } = useTranslation('calls');
  const kept = useKept(timed);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (kept.length === 0) return;
    const timer = setInterval(() => setNow(Date.now()), SECOND);
    return () => clearInterval(timer);
  }, [kept.length]);
  const found = phaseOf(kept, now + ahead);
  // In the call its own clock says it.
  if (!found || (isCalling && found.phase === 'on')) return null;
  const { meeting, phase, left, warning } = found;
  const times = [meeting.startsAt, meeting.endsAt].map((at) => time.format(new Date(at))).join('–');
  return (
    <Alert
      mb="sm"
      py="xs"
      color={phase === 'over' ? 'gray' : warning === null ? 'ai' : 'yellow'}
      aria-label={t('timed.label')}
      role="region"
    >
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600}>
          {t('timed.meeting', { title: meeting.title, times })}
        </Text>
        {phase !== 'over' && (
          <Text fw={700} className={classes.timer} role="timer">
            {t(phase === 'on' ? 'clock.left' : 'timed.begins', { time: clock(left) })}
          </Text>
        )}
      </Group>
      <Text size="sm" role="status">
        {warning !== null ? t('timed.warning', { n: warning }) : t(`timed.${phase}`)}
      </Text>
    </Alert>
  );
}

/** What the server tells of, and what it told of before: one that is over is no longer told of, but was just shown. */
function useKept(timed: readonly TimedMeeting[]): readonly TimedMeeting[] {
  const [kept, setKept] = useState<readonly TimedMeeting[]>(timed);
  const [seen, setSeen] = useState(timed);
  if (seen !== timed) {
    setSeen(timed);
    const over = kept.filter(
      (one) =>
        Date.parse(one.endsAt) <= Date.now() && !timed.some((two) => two.appointmentId === one.appointmentId),
    );
    setKept([...over, ...timed].sort((a, b) => a.startsAt.localeCompare(b.startsAt)));
  }
  return kept;
}
