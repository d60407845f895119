import { Alert, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSpan } from '#contracts/time-zones.js';
import { shownLanguage } from '../../../i18n';
import { useZone } from '../appointments/zones';
import { clock } from './clock';
import { phaseOf, type TimedPhase } from './timed-phase';
import type { RoomCall } from './use-call';
import classes from './call.module.css';

const SECOND = 1_000;

/**
 * The beginning, the warnings and the end of a timed meeting by the server's clock, also for who has not joined its
 * call.
 */
export function TimedNote({ known, isCalling }: { known: RoomCall; isCalling: boolean }) {
  const { timed, ahead, zone } = known;
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (timed.length === 0) return;
    const timer = setInterval(() => setNow(Date.now()), SECOND);
    return () => clearInterval(timer);
  }, [timed.length]);
  const found = phaseOf(timed, now + ahead);
  // In the call its own clock says it.
  if (!found || (isCalling && found.phase === 'on')) return null;
  return <Note {...found} zone={zone} />;
}

function Note({ meeting, phase, left, warning, zone: known }: TimedPhase & Pick<RoomCall, 'zone'>) {
  const { t } = useTranslation('calls');
  const zone = useZone(known);
  const times = formatSpan(meeting.startsAt, meeting.endsAt, zone, shownLanguage());
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
