import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoothState } from '#contracts/fair-live.js';
import { fairTalksApi, type BoothTalk } from '#contracts/fair-talks.js';
import { fairVisitorsApi } from '#contracts/fair-visitors.js';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { Panel } from '../../parts/panel';
import { sendFair, useFairEvent, useFairSocket, useOnConnect } from './fair-socket';
import { HandOver } from './hand-over';
import { ownTicket } from './own-ticket';
import { TalkLines } from './talk-lines';

interface TalkPanelProps {
  fairId: string;
  exhibitorId: string;
}

/** A visitor at a booth: favourites, the queue and the talk. */
export function TalkPanel({ fairId, exhibitorId }: TalkPanelProps) {
  const { t } = useTranslation('fairs');
  const token = ownTicket(fairId);
  if (!token)
    return (
      <Panel title={t('talk.title')}>
        <Stack align="flex-start" gap="sm">
          <Text size="sm">{t('talk.needTicket')}</Text>
          <Button component={Link} to={`/fairs/${fairId}?tab=visit`} variant="default" size="sm">
            {t('talk.register')}
          </Button>
        </Stack>
      </Panel>
    );
  return <TicketPanel token={token} exhibitorId={exhibitorId} />;
}

function TicketPanel({ token, exhibitorId }: { token: string; exhibitorId: string }) {
  const { t } = useTranslation('fairs');
  const [state, setState] = useState<BoothState | null>(null);
  const socket = useFairSocket(token, true);
  const ticket = useEndpoint(fairVisitorsApi.ticket, { params: { token } });
  const talkId = ticket.data?.talks.find((one) => one.exhibitorId === exhibitorId)?.id;
  const talk = useEndpoint(
    fairTalksApi.own,
    { params: { token, talkId: talkId ?? '' } },
    { enabled: talkId !== undefined },
  );
  const current = talkId && talk.data?.id === talkId ? talk.data : null;
  const hear = (now: BoothState) => {
    setState(now);
    // Called: the talk is no longer among those that wait.
    if (current?.state === 'waiting' && !now.waiting.includes(current.id)) void talk.refetch();
  };
  useOnConnect(socket, exhibitorId, (connected) => {
    void sendFair<{ state: BoothState }>(connected, 'booth:enter', { exhibitorId }).then((answer) => {
      if (answer.ok) hear(answer.state);
    });
  });
  useFairEvent(socket, 'booth:state', (changed) => {
    if (changed.exhibitorId === exhibitorId) hear(changed);
  });
  useFairEvent(socket, 'talk:changed', () => void talk.refetch());
  return (
    <Panel title={t('talk.title')} action={<Favourite token={token} exhibitorId={exhibitorId} />}>
      <Stack gap="sm">
        <Text size="sm" role="status">
          {state
            ? [
                state.onDuty > 0 ? t('talk.onDuty', { count: state.onDuty }) : t('talk.nobody'),
                state.waiting.length > 0 && t('talk.waiting', { count: state.waiting.length }),
              ]
                .filter(Boolean)
                .join(' / ')
            : t('talk.offline')}
        </Text>
        {current && (
          <OwnTalk
            talk={current}
            token={token}
            state={state}
            lines={
              <TalkLines talk={current} side="visitor" socket={socket} refetch={() => void talk.refetch()} />
            }
          />
        )}
        {(!current || !['waiting', 'talking'].includes(current.state)) && (
          <Queue token={token} exhibitorId={exhibitorId} isAgain={current !== null} />
        )}
      </Stack>
    </Panel>
  );
}

function Favourite({ token, exhibitorId }: { token: string; exhibitorId: string }) {
  const { t } = useTranslation('fairs');
  const ticket = useEndpoint(fairVisitorsApi.ticket, { params: { token } });
  const favourite = useCommand(fairVisitorsApi.favourite);
  const isFavourite = ticket.data?.favourites.some((one) => one.exhibitorId === exhibitorId) ?? false;
  return (
    <Button
      variant={isFavourite ? 'light' : 'default'}
      size="xs"
      aria-pressed={isFavourite}
      onClick={() =>
        favourite.mutate({ params: { token, exhibitorId }, body: { isFavourite: !isFavourite } })
      }
    >
      {isFavourite ? '★ ' : '☆ '}
      {t(isFavourite ? 'talk.unfavourite' : 'talk.favourite')}
    </Button>
  );
}

function OwnTalk({
  talk,
  token,
  state,
  lines,
}: {
  talk: BoothTalk;
  token: string;
  state: BoothState | null;
  lines: React.ReactNode;
}) {
  const { t } = useTranslation('fairs');
  const leave = useCommand(fairTalksApi.leave);
  const ask = useCommand(fairTalksApi.askOwn);
  const params = { token, talkId: talk.id };
  const before = state?.waiting.indexOf(talk.id) ?? -1;
  const isOpen = talk.state === 'waiting' || talk.state === 'talking';
  return (
    <>
      <Text fw={650} role="status" data-urgent={isOpen || undefined}>
        {talk.state === 'waiting' && (before > 0 ? t('talk.before', { n: before }) : t('talk.next'))}
        {talk.state === 'talking' && t('talk.called')}
        {!isOpen && t(`talk.${talk.state as 'ended'}`)}
      </Text>
      {(talk.state === 'talking' || talk.lines.length > 0) && lines}
      {talk.state !== 'waiting' && talk.state !== 'left' && (
        <HandOver talk={talk} side="visitor" ask={(body) => ask.mutateAsync({ params, body })} />
      )}
      {isOpen && (
        <Group>
          <Button
            variant="default"
            size="xs"
            loading={leave.isPending}
            onClick={() => leave.mutate({ params })}
          >
            {t(talk.state === 'waiting' ? 'talk.leave' : 'talk.end')}
          </Button>
        </Group>
      )}
    </>
  );
}

function Queue({ token, exhibitorId, isAgain }: { token: string; exhibitorId: string; isAgain: boolean }) {
  const { t } = useTranslation('fairs');
  const queue = useCommand(fairTalksApi.queue);
  const [topic, setTopic] = useState('');
  return (
    <Stack gap="xs" align="stretch">
      <Textarea
        label={t('talk.topic')}
        description={t('talk.share')}
        autosize
        minRows={2}
        maxLength={300}
        value={topic}
        onChange={(event) => setTopic(event.currentTarget.value)}
        error={queue.error?.message}
      />
      <Group justify="flex-end">
        <Button
          loading={queue.isPending}
          onClick={() => queue.mutate({ params: { token }, body: { exhibitorId, topic } })}
        >
          {t(isAgain ? 'talk.again' : 'talk.queue')}
        </Button>
      </Group>
    </Stack>
  );
}
