import { Badge, Group, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FairWatch } from '#contracts/fair-watch.js';
import { Panel } from '../../parts/panel';
import { StateBadge } from '../../parts/state-badge';
import { TextLink } from '../../parts/text-link';
import { formatSlot } from '../meetings/meeting-words';
import { shortName } from './fair-words';
import classes from './live.module.css';

type Meetings = NonNullable<FairWatch['meetings']>;
type Round = NonNullable<Meetings['round']>;

/** So long (min) before its end a round is warned. */
const WARNING = 5;

/** The tables of the meeting event: who meets whom now or next, and how the rounds go. */
export function LiveMeetings({ meetings, now }: { meetings: Meetings; now: string }) {
  const { t } = useTranslation(['fairs', 'meetings']);
  const { eventId, firms, here, counts, round } = meetings;
  return (
    <Panel
      title={t('live.meetings')}
      action={
        <TextLink to="/meetings/$id" params={{ id: eventId }} size="sm">
          {t('live.openMeetings')}
        </TextLink>
      }
    >
      <Stack gap="md">
        <Group gap="lg">
          {firms > 0 && (
            <TextLink to="/meetings/$id/day" params={{ id: eventId }} size="sm">
              {t('live.here', { here, firms })}
            </TextLink>
          )}
          {(['held', 'no-show', 'cancelled', 'planned'] as const).map((state) => (
            <TextLink key={state} to="/meetings/$id/timetable" params={{ id: eventId }} size="sm">
              {t(`live.counted.${state}`, { n: counts[state] })}
            </TextLink>
          ))}
        </Group>
        {round ? <Tables meetings={meetings} round={round} now={now} /> : <Text>{t('live.noRound')}</Text>}
      </Stack>
    </Panel>
  );
}

function Tables({ meetings, round, now }: { meetings: Meetings; round: Round; now: string }) {
  const { t } = useTranslation(['fairs', 'meetings']);
  const [from, until, at] = [round.slot.startsAt, round.slot.endsAt, now].map(Date.parse) as [
    number,
    number,
    number,
  ];
  const isOn = from <= at && at < until;
  const left = Math.max(Math.ceil((until - at) / 60_000), 0);
  const isWarned = isOn && left <= WARNING;
  const time = formatSlot(round.slot);
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text fw={700}>{t(isOn ? 'meetings:board.now' : 'meetings:board.next', { time })}</Text>
        {isOn && (
          <Text fw={700} c={isWarned ? 'red.7' : undefined}>
            {t('meetings:board.left', { n: left })}
          </Text>
        )}
      </Group>
      <Progress
        value={isOn ? ((at - from) / (until - from)) * 100 : 0}
        color={isWarned ? 'red' : 'ai'}
        aria-label={t('live.round')}
      />
      <SimpleGrid cols={{ base: 2, md: 3 }} spacing="sm">
        {Array.from({ length: meetings.tables }, (_, i) => i + 1).map((no) => (
          <Table key={no} no={no} meeting={round.meetings.find(({ table }) => table === no)} isOn={isOn} />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function Table({
  no,
  meeting,
  isOn,
}: {
  no: number;
  meeting: Round['meetings'][number] | undefined;
  isOn: boolean;
}) {
  const { t } = useTranslation(['fairs', 'meetings']);
  const isAdded = meeting?.origin === 'refill' || meeting?.origin === 'walk-in';
  return (
    <div
      className={classes.table}
      data-on={(isOn && meeting?.state === 'planned') || undefined}
      data-free={!meeting || undefined}
    >
      <Group justify="space-between" gap={4} mih={22}>
        <Text size="sm" fw={700}>
          {t('meetings:timetable.tableNo', { n: no })}
        </Text>
        <Group gap={4}>
          {isAdded && (
            <Badge color="yellow" variant="light" radius="sm" tt="none">
              {t(`live.origin.${meeting.origin as 'refill'}`)}
            </Badge>
          )}
          {meeting && meeting.state !== 'planned' && <StateBadge kind="meetingOf" state={meeting.state} />}
        </Group>
      </Group>
      {meeting ? (
        <>
          <Text lineClamp={1}>{shortName(meeting.orderer)}</Text>
          <Text lineClamp={1}>{shortName(meeting.supplier)}</Text>
        </>
      ) : (
        <Text size="sm">{t('meetings:board.free')}</Text>
      )}
    </div>
  );
}

const colours: Partial<Record<Meetings['results'][number]['key'], string>> = {
  deal: 'ai.7',
  likely: 'ai.4',
  continuing: 'yellow.6',
  'no-deal': 'gray.5',
};

/** What became of the meetings, once somebody has answered. */
export function LiveResults({ meetings: { eventId, results } }: { meetings: Meetings }) {
  const { t } = useTranslation(['fairs', 'meetings']);
  const isTold = results.some(({ key, n }) => key !== 'silent' && n > 0);
  if (!isTold) return null;
  const all = results.reduce((sum, { n }) => sum + n, 0);
  return (
    <Panel title={t('live.results')} lead={t('live.resultsLead')}>
      <Stack gap="xs">
        {results.map(({ key, n }) => (
          <div key={key} className={classes.bar}>
            <Text size="sm">{t(`meetings:result.${key}`)}</Text>
            <Progress
              value={all > 0 ? (n / all) * 100 : 0}
              size="xl"
              color={colours[key] ?? 'gray.3'}
              aria-label={t(`meetings:result.${key}`)}
            />
            <TextLink
              to="/meetings/$id/report"
              params={{ id: eventId }}
              search={{ result: key }}
              fw={700}
              ta="right"
              underline="always"
            >
              {n}
            </TextLink>
          </div>
        ))}
      </Stack>
    </Panel>
  );
}
