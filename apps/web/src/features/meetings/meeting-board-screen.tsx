import { Alert, Box, Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { meetingDayApi, type MeetingBoard } from '#contracts/meeting-day.js';
import { ApiError } from '../../api/client';
import { useEndpoint } from '../../api/use-endpoint';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { useServerClock } from '../../parts/use-server-clock';
import { formatClock, formatSlot } from './meeting-words';
import classes from './board.module.css';

const POLL_MS = 15_000;
/** Where a demonstration's clock runs fast, one looks more often. */
const FAST_POLL_MS = 1_000;

/** The screen at the entrance: which table meets whom now and next, by the server's clock, without signing in. */
export default function MeetingBoardScreen() {
  const { t } = useTranslation('meetings');
  const { token = '' } = useSearch({ from: '/meeting-board' });
  const query = useEndpoint(meetingDayApi.board, { params: { token } }, { refetchInterval: POLL_MS });
  const isRefused = query.error instanceof ApiError && query.error.status === 400;
  if (isRefused)
    return (
      <>
        <PageHeader title={t('outcomeLink.invalid')} />
        <Alert color="yellow">{t('board.invalid')}</Alert>
      </>
    );
  return (
    <Loaded query={query}>{(board) => <Board board={board} readAgain={() => void query.refetch()} />}</Loaded>
  );
}

function Board({ board, readAgain }: { board: MeetingBoard; readAgain: () => void }) {
  const { t } = useTranslation('meetings');
  const screen = useRef<HTMLDivElement>(null);
  const now = new Date(useServerClock(board.now, board.pace)).toISOString();
  const isFast = board.pace > 1;
  const again = useEffectEvent(readAgain);
  useEffect(() => {
    if (!isFast) return;
    const timer = setInterval(() => again(), FAST_POLL_MS);
    return () => clearInterval(timer);
  }, [isFast]);
  const current = board.slots.find(({ startsAt, endsAt }) => startsAt <= now && now < endsAt);
  const next = board.slots.find(({ startsAt }) => startsAt > now);
  const left = current ? Math.ceil((Date.parse(current.endsAt) - Date.parse(now)) / 60_000) : 0;
  return (
    <div ref={screen} className={classes.screen}>
      <PageHeader
        title={board.title}
        lead={board.place}
        action={
          <Button variant="default" onClick={() => void screen.current?.requestFullscreen()}>
            {t('board.fullScreen')}
          </Button>
        }
      />
      <Group justify="space-between" mb="lg">
        <Text className={classes.clock} role="timer">
          {formatClock(now)}
        </Text>
        {current && (
          <Text fz={28} fw={700} c={left <= 2 ? 'red.7' : undefined} role="status">
            {t('board.left', { n: left })}
          </Text>
        )}
      </Group>
      <Stack gap="xl">
        {current && (
          <Round board={board} slot={current} title={t('board.now', { time: formatSlot(current) })} />
        )}
        {next && <Round board={board} slot={next} title={t('board.next', { time: formatSlot(next) })} />}
        {!current && !next && <Text fz="xl">{t('board.over')}</Text>}
      </Stack>
    </div>
  );
}

function Round({
  board,
  slot,
  title,
}: {
  board: MeetingBoard;
  slot: MeetingBoard['slots'][number];
  title: string;
}) {
  const { t } = useTranslation('meetings');
  const meetings = board.meetings.filter((one) => one.slot === slot.no);
  const online = meetings.filter(({ isOnline, table }) => isOnline && table === null);
  const tables = Array.from({ length: board.tables }, (_, i) => i + 1);
  return (
    <Box component="section" aria-label={title}>
      <Title order={2} mb="sm">
        {title}
      </Title>
      {meetings.length === 0 && <Text>{t('board.none')}</Text>}
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3, xl: 4 }}>
        {tables.map((table) => {
          const meeting = meetings.find((one) => one.table === table);
          return (
            <div key={table} className={classes.table} data-free={!meeting || undefined}>
              <Text fw={700}>{t('timetable.tableNo', { n: table })}</Text>
              {meeting ? (
                <Pair meeting={meeting} />
              ) : (
                <Text size="sm">{t(board.closedTables.includes(table) ? 'board.closed' : 'board.free')}</Text>
              )}
            </div>
          );
        })}
        {online.map((meeting) => (
          <div key={`${meeting.orderer} ${meeting.supplier}`} className={classes.table}>
            <Text fw={700}>{t('format.online')}</Text>
            <Pair meeting={meeting} />
          </div>
        ))}
      </SimpleGrid>
    </Box>
  );
}

function Pair({ meeting }: { meeting: MeetingBoard['meetings'][number] }) {
  return (
    <>
      <Text fz="lg">{meeting.orderer}</Text>
      <Text fz="lg">{meeting.supplier}</Text>
    </>
  );
}
