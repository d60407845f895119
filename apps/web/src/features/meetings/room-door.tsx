import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OwnMeeting } from '#contracts/meeting-timetable.js';
import { ButtonLink } from '../../parts/button-link';
import { TextLink } from '../../parts/text-link';
import { doorPhase, opensAt } from './door-phase';
import { formatClock } from './meeting-words';

/** The way into an online meeting's room. `at`: the server's clock in ms. */
export function RoomDoor({ meeting, at }: { meeting: OwnMeeting; at: number }) {
  const { t } = useTranslation('meetings');
  const phase = doorPhase(meeting, at);
  const { room, startsAt, other } = meeting;
  if (phase === 'none') return null;
  if (phase === 'open' && room)
    return (
      <ButtonLink
        to="/rooms/$id"
        params={{ id: room.id }}
        size="sm"
        className="no-print"
        aria-label={t('room.enterOf', { company: other.name })}
      >
        {t('room.enter')}
      </ButtonLink>
    );
  if (phase === 'over' && room)
    return (
      <TextLink to="/rooms/$id" params={{ id: room.id }} size="sm">
        {t('room.read')}
      </TextLink>
    );
  const from = formatClock(new Date(opensAt(startsAt)).toISOString());
  return (
    <Text size="sm" c="dimmed">
      {phase === 'early'
        ? t('room.early', { from })
        : t(phase === 'unseated' ? 'room.unseated' : 'room.making')}
    </Text>
  );
}
