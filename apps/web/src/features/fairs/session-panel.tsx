import { Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fair } from '#contracts/fair-exhibition.js';
import { fairSessionsApi, type SessionRoom } from '#contracts/fair-sessions.js';
import { urlOf } from '../../api/client';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { FileUpload } from '../../forms/file-upload';
import { tell } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';
import { formatDateTime } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';
import { joinWords } from '../../parts/words';
import { formatClock } from '../meetings/meeting-words';
import { sendFair, useFairEvent, useFairSocket, useOnConnect } from './fair-socket';
import { useTitleOf } from './fair-words';
import { ownTicket } from './own-ticket';
import { SessionForm } from './session-form';
import { Polls, Questions } from './session-live';

/** A session: its seat, stream and materials, and its live questions and polls. */
export function SessionPanel({ fair, sessionId }: { fair: Fair; sessionId: string }) {
  const ticket = ownTicket(fair.id);
  const query = useEndpoint(fairSessionsApi.room, {
    params: { sessionId },
    query: { ...(ticket && { ticket }) },
  });
  const socket = useFairSocket(ticket, ticket !== null || fair.can.organise);
  useOnConnect(socket, sessionId, (connected) => {
    void sendFair(connected, 'session:join', { sessionId }).then(() => query.refetch());
  });
  const changed = (told: { sessionId: string }) => {
    if (told.sessionId === sessionId) void query.refetch();
  };
  useFairEvent(socket, 'question:changed', changed);
  useFairEvent(socket, 'poll:changed', changed);
  return (
    <Loaded query={query}>
      {(room) => (
        <>
          <Head fair={fair} room={room} ticket={ticket} />
          <Questions room={room} socket={socket} mayVote={ticket !== null} />
          <Polls room={room} socket={socket} mayVote={ticket !== null} />
          <Materials room={room} />
        </>
      )}
    </Loaded>
  );
}

function Head({ fair, room, ticket }: { fair: Fair; room: SessionRoom; ticket: string | null }) {
  const { t } = useTranslation('fairs');
  const titleOf = useTitleOf();
  const [isEditing, setEditing] = useState(false);
  const { session } = room;
  const { content, isCancelled, reason, taken, waiting, can } = session;
  return (
    <Panel
      title={titleOf(content)}
      lead={`${formatDateTime(content.startsAt)}–${formatClock(content.endsAt)} ${content.place}`}
      action={
        can.edit && (
          <Group gap="xs">
            <CancelSession room={room} />
            <Button size="xs" variant="default" onClick={() => setEditing(true)}>
              {t('programme.edit')}
            </Button>
          </Group>
        )
      }
    >
      <Stack gap="sm" align="flex-start">
        {isCancelled && <Text c="red.8">{t('programme.cancelled', { reason })}</Text>}
        {content.speakers.length > 0 && (
          <Text size="sm">
            {t('programme.speakers')}:{' '}
            {joinWords(
              content.speakers.map(({ name, organisation }) =>
                organisation ? `${name}（${organisation}）` : name,
              ),
            )}
          </Text>
        )}
        {content.text && <Text style={{ whiteSpace: 'pre-wrap' }}>{content.text}</Text>}
        <Text size="sm" role="status">
          {t('programme.seats', { taken, capacity: content.capacity })}
          {waiting > 0 && ` / ${t('programme.waitingCount', { n: waiting })}`}
        </Text>
        {!isCancelled && fair.can.visit && <Seat room={room} ticket={ticket} fairId={fair.id} />}
        {content.streamUrl && (
          <Anchor href={content.streamUrl} target="_blank" rel="noreferrer">
            {t('programme.stream')}
          </Anchor>
        )}
        <Anchor component={Link} to={`/fairs/${fair.id}?tab=programme`} size="sm">
          {t('programme.back')}
        </Anchor>
      </Stack>
      <Modal opened={isEditing} onClose={() => setEditing(false)} title={t('programme.edit')} size="lg">
        <SessionForm fair={fair} session={session} done={() => setEditing(false)} />
      </Modal>
    </Panel>
  );
}

function CancelSession({ room: { session } }: { room: SessionRoom }) {
  const { t } = useTranslation('fairs');
  const cancel = useCommand(fairSessionsApi.cancel);
  return (
    <ConfirmButton
      danger
      size="xs"
      label={t('programme.cancel')}
      title={t('programme.cancelTitle')}
      text={t('programme.cancelText')}
      reason={{ label: t('programme.reason'), needed: true }}
      onConfirm={(reason) =>
        cancel
          .mutateAsync({
            params: { id: session.fairId, sessionId: session.id },
            body: { reason },
            version: session.version,
          })
          .then(() => tell(t('programme.cancelDone')))
      }
    />
  );
}

function Seat({ room, ticket, fairId }: { room: SessionRoom; ticket: string | null; fairId: string }) {
  const { t } = useTranslation('fairs');
  const seat = useCommand(fairSessionsApi.seat);
  if (!ticket)
    return (
      <>
        <Text size="sm">{t('programme.needTicket')}</Text>
        <Button component={Link} to={`/fairs/${fairId}?tab=visit`} variant="default" size="xs">
          {t('talk.register')}
        </Button>
      </>
    );
  const isFull = room.session.taken >= room.session.content.capacity;
  const set = (isComing: boolean) =>
    seat.mutate({ params: { token: ticket, sessionId: room.session.id }, body: { isComing } });
  return (
    <>
      {room.seat && (
        <Text fw={650} role="status">
          {room.seat === 'registered'
            ? t('programme.registered')
            : t('programme.before', { n: room.before ?? 0 })}
        </Text>
      )}
      {seat.error && (
        <Text c="red.8" role="alert">
          {seat.error.message}
        </Text>
      )}
      {room.seat ? (
        <Button variant="default" size="sm" loading={seat.isPending} onClick={() => set(false)}>
          {t(room.seat === 'registered' ? 'programme.giveBack' : 'programme.leaveWaiting')}
        </Button>
      ) : (
        <Button size="sm" loading={seat.isPending} onClick={() => set(true)}>
          {t(isFull ? 'programme.wait' : 'programme.take')}
        </Button>
      )}
    </>
  );
}

function Materials({ room: { session, materials } }: { room: SessionRoom }) {
  const { t } = useTranslation('fairs');
  const detach = useCommand(fairSessionsApi.detach);
  const sessionId = session.id;
  return (
    <Panel title={t('programme.materials')}>
      {materials.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('programme.noMaterials')}
        </Text>
      )}
      <RecordList>
        {materials.map(({ id, name }) => (
          <RecordRow
            key={id}
            aside={
              session.can.edit && (
                <ConfirmButton
                  size="xs"
                  label={t('programme.removeMaterial')}
                  title={t('programme.removeTitle')}
                  text={t('programme.removeText')}
                  onConfirm={() => detach.mutateAsync({ params: { sessionId, fileId: id } })}
                />
              )
            }
          >
            <Anchor href={urlOf(fairSessionsApi.material, { params: { sessionId, fileId: id } })}>
              {name}
            </Anchor>
          </RecordRow>
        ))}
      </RecordList>
      {session.can.edit && (
        <FileUpload
          endpoint={fairSessionsApi.attach}
          input={{ params: { sessionId } }}
          label={t('programme.addMaterial')}
          hint={t('programme.materialHint')}
          maxMegabytes={20}
          onUploaded={() => tell(t('programme.saved'))}
        />
      )}
    </Panel>
  );
}
