import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Socket } from 'socket.io-client';
import { useTranslation } from 'react-i18next';
import type { Exhibitor } from '#contracts/fair-exhibitors.js';
import { fairTalksApi } from '#contracts/fair-talks.js';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';
import { joinWords } from '../../parts/words';
import { sendFair, useFairEvent, useFairSocket, useOnConnect } from './fair-socket';
import { HandOver } from './hand-over';
import { TalkLines } from './talk-lines';

/** The booth's own people: duty, who waits, who is next, and the talks. */
export function BoothDesk({ exhibitor: { id: exhibitorId, fairId } }: { exhibitor: Exhibitor }) {
  const { t } = useTranslation('fairs');
  const params = { id: fairId, exhibitorId };
  const [opened, setOpened] = useState<string | null>(null);
  const desk = useEndpoint(fairTalksApi.desk, { params });
  const duty = useCommand(fairTalksApi.duty);
  const next = useCommand(fairTalksApi.next);
  const socket = useFairSocket(null, true);
  useOnConnect(socket, exhibitorId, (connected) => {
    void sendFair(connected, 'booth:enter', { exhibitorId }).then(() => desk.refetch());
  });
  useFairEvent(socket, 'booth:state', () => void desk.refetch());
  return (
    <Loaded query={desk}>
      {({ onDuty, isOnDuty, queue, talking }) => (
        <Panel
          title={t('boothDesk.title')}
          lead={t('boothDesk.lead')}
          action={
            <Group gap="xs">
              <Button
                size="xs"
                variant="default"
                loading={duty.isPending}
                onClick={() => duty.mutate({ params, body: { isOnDuty: !isOnDuty } })}
              >
                {t(isOnDuty ? 'boothDesk.stop' : 'boothDesk.start')}
              </Button>
              <Button
                size="xs"
                disabled={queue.length === 0}
                loading={next.isPending}
                onClick={() => next.mutate({ params }, { onSuccess: (talk) => setOpened(talk.id) })}
              >
                {t('boothDesk.next')}
              </Button>
            </Group>
          }
        >
          <Stack gap="sm">
            <Text size="sm" role="status">
              {onDuty.length > 0
                ? t('boothDesk.onDuty', { names: joinWords(onDuty.map(({ name }) => name)) })
                : t('boothDesk.nobody')}
            </Text>
            <Title order={3} size="h5">
              {t('boothDesk.queue')}
            </Title>
            {queue.length === 0 && (
              <Text size="sm" c="dimmed">
                {t('boothDesk.nobodyWaits')}
              </Text>
            )}
            <RecordList>
              {queue.map((one, i) => (
                <RecordRow key={one.id}>
                  {i + 1}. {one.visitor} / {one.organisation}
                  {one.topic && (
                    <Text size="sm" c="dimmed">
                      {one.topic}
                    </Text>
                  )}
                </RecordRow>
              ))}
            </RecordList>
            {talking.length > 0 && (
              <Title order={3} size="h5">
                {t('boothDesk.talking')}
              </Title>
            )}
            <RecordList>
              {talking.map((one) => (
                <RecordRow
                  key={one.id}
                  aside={
                    <Button size="xs" variant="default" onClick={() => setOpened(one.id)}>
                      {t('boothDesk.open')}
                    </Button>
                  }
                >
                  {one.visitor} / {one.organisation}
                  <Text size="sm" c="dimmed">
                    {t('boothDesk.with', { staff: one.staff })}
                  </Text>
                </RecordRow>
              ))}
            </RecordList>
            {opened && <DeskTalk key={opened} params={{ ...params, talkId: opened }} socket={socket} />}
          </Stack>
        </Panel>
      )}
    </Loaded>
  );
}

function DeskTalk({
  params,
  socket,
}: {
  params: { id: string; exhibitorId: string; talkId: string };
  socket: Socket | null;
}) {
  const { t } = useTranslation('fairs');
  const query = useEndpoint(fairTalksApi.get, { params });
  const end = useCommand(fairTalksApi.end);
  const ask = useCommand(fairTalksApi.ask);
  useFairEvent(socket, 'talk:changed', () => void query.refetch());
  return (
    <Loaded query={query}>
      {(talk) => (
        <Stack gap="sm">
          <Title order={3} size="h5">
            {talk.visitor.name} / {talk.visitor.organisation}（{t(`talkState.${talk.state}`)}）
          </Title>
          <TalkLines talk={talk} side="booth" socket={socket} refetch={() => void query.refetch()} />
          <HandOver talk={talk} side="booth" ask={(body) => ask.mutateAsync({ params, body })} />
          {talk.state === 'talking' && (
            <Group>
              <Button variant="default" size="xs" onClick={() => end.mutate({ params, body: {} })}>
                {t('boothDesk.end')}
              </Button>
              <Button
                variant="default"
                size="xs"
                onClick={() => end.mutate({ params, body: { isMissed: true } })}
              >
                {t('boothDesk.missed')}
              </Button>
            </Group>
          )}
        </Stack>
      )}
    </Loaded>
  );
}
