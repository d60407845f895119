import { Alert, Button, Group, Modal, Text, type ButtonProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import { CallLobby } from './call-lobby';
import { CallView } from './call-view';
import { useCallSession, useRoomCall, type RoomCall } from './use-call';

interface CallAreaProps {
  room: Room;
  userId: string;
  known: RoomCall;
  opened: boolean;
  close: () => void;
}

/** The way into a call: for the room's header. */
export function CallButton({
  room,
  known,
  open,
  size,
}: Pick<ButtonProps, 'size'> & { room: Room; known: RoomCall; open: () => void }) {
  const { t } = useTranslation('calls');
  if (!room.can.write) return null;
  const count = known.call?.participants.length ?? 0;
  return (
    <Button variant={count > 0 ? 'light' : 'default'} {...(size && { size })} onClick={open}>
      {count > 0 ? t('button.join', { n: count }) : t('button.begin')}
    </Button>
  );
}

/** Whether the viewer has opened the call, and what is known of it. */
export function useCallArea(roomId: string) {
  const known = useRoomCall(roomId);
  const [opened, setOpened] = useState(false);
  return { known, opened, open: () => setOpened(true), close: () => setOpened(false) };
}

export function CallArea(props: CallAreaProps) {
  return props.opened ? <OpenCall {...props} /> : null;
}

function OpenCall({ room, userId, known, close }: CallAreaProps) {
  const { t } = useTranslation('calls');
  const me = room.members.find((member) => member.userId === userId && member.leftAt === null);
  const speaks = me?.speaks ?? false;
  const { session, state } = useCallSession(room.id, userId, speaks, known.call);
  if (state.phase === 'in' && known.call)
    return <CallView session={session} state={state} call={known.call} ahead={known.ahead} />;
  if (state.phase === 'over')
    return (
      <Alert
        color="gray"
        mb="sm"
        role="status"
        withCloseButton
        closeButtonLabel={t('over.close')}
        onClose={close}
      >
        <Group justify="space-between" gap="xs">
          <Text size="sm">{t(`over.${state.end ?? 'own'}`)}</Text>
          <Button size="compact-sm" variant="default" onClick={close}>
            {t('over.close')}
          </Button>
        </Group>
      </Alert>
    );
  return (
    <Modal opened onClose={close} title={t('lobby.title')} size="lg">
      <CallLobby {...{ session, state, speaks, call: known.call, cancel: close }} />
    </Modal>
  );
}
