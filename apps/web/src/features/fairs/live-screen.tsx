import { Box, Button, Grid, Group, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fairsApi } from '#contracts/fair-exhibition.js';
import { fairWatchApi, type FairWatch } from '#contracts/fair-watch.js';
import { useEndpoint } from '../../api/use-endpoint';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Panel } from '../../parts/panel';
import { StateBadge } from '../../parts/state-badge';
import { useServerClock } from '../../parts/use-server-clock';
import { formatNumber } from '../../parts/words';
import { formatClock } from '../meetings/meeting-words';
import { DemoControls } from './demo-day';
import { sendFair, useFairEvent, useFairSocket, useOnConnect } from './fair-socket';
import { useTitleOf } from './fair-words';
import { HallPlan } from './hall-plan';
import { LiveFeed } from './live-feed';
import { LiveMeetings, LiveResults } from './live-meetings';
import { LiveSession } from './live-session';
import { Opens } from './report-charts';
import classes from './live.module.css';

/** A fair's day on a big screen: it moves by itself, by the fair's own clock. */
export default function LiveScreen() {
  const { id } = useParams({ from: '/fairs/$id/live' });
  const query = useEndpoint(fairWatchApi.watch, { params: { id } });
  const [told, setTold] = useState<FairWatch | null>(null);
  const socket = useFairSocket(null, true);
  useOnConnect(socket, id, (connected) => {
    void sendFair<{ watch: FairWatch }>(connected, 'watch:join', { fairId: id }).then((answer) => {
      if (answer.ok) setTold(answer.watch);
    });
  });
  useFairEvent(socket, 'watch:changed', setTold);
  return (
    <Loaded query={query} lines={8}>
      {(first) => <Live watch={told?.fairId === id ? told : first} />}
    </Loaded>
  );
}

function Live({ watch }: { watch: FairWatch }) {
  const { t } = useTranslation('fairs');
  const titleOf = useTitleOf();
  const screen = useRef<HTMLDivElement>(null);
  const now = new Date(useServerClock(watch.now, watch.pace)).toISOString();
  const { fairId, meetings, session } = watch;
  return (
    <div ref={screen} className={classes.screen}>
      <PageHeader
        title={t('live.title', { title: titleOf(watch) })}
        back={{ to: `/fairs/${fairId}`, label: t('toFair') }}
        badges={<StateBadge kind="fair" state={watch.state} />}
        action={
          <>
            <DemoControls fairId={fairId} />
            <Button variant="default" onClick={() => void screen.current?.requestFullscreen()}>
              {t('live.fullScreen')}
            </Button>
          </>
        }
      />
      <Stack gap="lg">
        <DayBar watch={watch} now={now} />
        <Figures watch={watch} />
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, lg: 8 }}>
            <Stack gap="lg">
              {meetings && <LiveMeetings meetings={meetings} now={now} />}
              {meetings && <LiveResults meetings={meetings} />}
              <Halls watch={watch} />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 4 }}>
            <Stack gap="lg">
              {session && <LiveSession session={session} now={now} />}
              <LiveFeed happenings={watch.happenings} />
            </Stack>
          </Grid.Col>
        </Grid>
      </Stack>
    </div>
  );
}

/** The clock, and how much of the day is over. */
function DayBar({ watch, now }: { watch: FairWatch; now: string }) {
  const { t } = useTranslation('fairs');
  const [opens, closes, at] = [watch.opensAt, watch.closesAt, now].map(Date.parse) as [
    number,
    number,
    number,
  ];
  const share = Math.min(Math.max((at - opens) / (closes - opens), 0), 1) * 100;
  return (
    <Group gap="lg" align="center" wrap="nowrap">
      <Text className={classes.clock} role="timer" aria-label={t('live.clock')}>
        {formatClock(now)}
      </Text>
      <Box flex={1}>
        <Progress value={share} size="lg" aria-label={t('live.day')} />
        <Group justify="space-between" mt={4}>
          <Text size="sm">{t('live.opens', { at: formatClock(watch.opensAt) })}</Text>
          {watch.pace > 1 && (
            <Text size="sm" c="dimmed" visibleFrom="xs">
              {t('live.pace', { n: Math.round(watch.pace) })}
            </Text>
          )}
          <Text size="sm">{t('live.closes', { at: formatClock(watch.closesAt) })}</Text>
        </Group>
      </Box>
    </Group>
  );
}

const figureKeys = ['visitors', 'visits', 'talks', 'leads', 'questions', 'votes'] as const;

function Figures({ watch: { fairId, figures, meetings } }: { watch: FairWatch }) {
  const { t } = useTranslation('fairs');
  const all = [
    ...figureKeys.map((key) => ({ key, n: figures[key], figure: key })),
    ...(meetings ? [{ key: 'held' as const, n: meetings.counts.held, figure: 'meetings' as const }] : []),
  ];
  return (
    <Panel
      title={t('live.figures')}
      action={
        <Button component={Link} to={`/fairs/${fairId}?tab=report`} variant="subtle" size="xs">
          {t('live.report')}
        </Button>
      }
    >
      <SimpleGrid cols={{ base: 2, xs: 3, md: all.length }} spacing="md">
        {all.map(({ key, n, figure }) => (
          <div key={key}>
            <Text className={classes.figure}>
              <Opens fairId={fairId} figure={figure}>
                {formatNumber(n)}
              </Opens>
            </Text>
            <Text size="sm" c="dimmed">
              {t(`live.figure.${key}`)}
            </Text>
          </div>
        ))}
      </SimpleGrid>
    </Panel>
  );
}

/** The halls; at each booth how many have looked at it, and where somebody talks now. */
function Halls({ watch }: { watch: FairWatch }) {
  const { t } = useTranslation('fairs');
  const query = useEndpoint(fairsApi.get, { params: { id: watch.fairId } });
  const steps = new Map(
    watch.booths.flatMap(({ no, visits }) => (visits > 0 ? [[no, visits] as const] : [])),
  );
  const busy = new Set(
    watch.booths.flatMap(({ no, talking, waiting }) => (talking + waiting > 0 ? [no] : [])),
  );
  return (
    <Panel title={t('live.halls')} lead={t('live.hallsLead')}>
      <Loaded query={query}>
        {(fair) => (
          <Stack gap="md">
            {fair.content.halls.map((hall) => (
              <HallPlan key={hall.key} fair={fair} hall={hall} steps={steps} busy={busy} />
            ))}
          </Stack>
        )}
      </Loaded>
    </Panel>
  );
}
