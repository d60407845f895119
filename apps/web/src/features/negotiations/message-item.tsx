import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { negotiationsApi, type Message, type Room } from '#contracts/negotiations.js';
import { urlOf } from '../../api/client';
import type { Outgoing } from './conversation';
import { formatFileSize } from './file-size';
import { LinkedText } from './linked-text';
import { formatTime } from './talk-times';
import classes from './talk.module.css';

interface MessageItemProps {
  room: Room;
  message: Message;
  own: boolean;
  /** Goes on where the message before it ended: the sender is not named again. */
  continued: boolean;
}

/** A text or file: own ones on the right, with how many others have read it. */
export function MessageItem({ room, message, own, continued }: MessageItemProps) {
  const { t } = useTranslation('negotiations');
  const { sender, file } = message;
  const readers = room.members.filter(
    (member) => member.userId !== sender?.id && member.leftAt === null && member.readSeq >= message.seq,
  );
  return (
    <li className={classes.message} data-own={own || undefined} data-continued={continued || undefined}>
      {!continued && sender && (
        <span className={classes.sender}>
          <Text span inherit fw={650}>
            {own ? t('talk.you') : sender.name}
          </Text>{' '}
          {sender.organisation}
          {sender.role === 'coordinator' && ` (${t('role.coordinator')})`}
        </span>
      )}
      <div className={classes.line}>
        <div className={classes.bubble}>
          {file ? <SentFile roomId={room.id} file={file} /> : <LinkedText text={message.text} />}
        </div>
        <span className={classes.meta}>
          {own && (
            <span title={readers.map(({ name }) => name).join('、') || undefined}>
              {readers.length > 0 ? t('talk.read', { n: readers.length }) : t('talk.sent')}
            </span>
          )}
          <time dateTime={message.createdAt}>{formatTime(message.createdAt)}</time>
        </span>
      </div>
    </li>
  );
}

function SentFile({ roomId, file }: { roomId: string; file: NonNullable<Message['file']> }) {
  const { t } = useTranslation('negotiations');
  const href = urlOf(negotiationsApi.file, { params: { id: roomId, fileId: file.id } });
  return (
    <Stack gap={2}>
      <Anchor href={href} download={file.name} underline="always">
        {file.name}
      </Anchor>
      <Text size="xs" c="gray.7">
        {t('talk.file', { size: formatFileSize(file.size) })}
      </Text>
    </Stack>
  );
}

interface OutgoingItemProps {
  outgoing: Outgoing;
  /** Whether there is a connection to send it by. */
  online: boolean;
  tryAgain: () => void;
  discard: () => void;
}

/** A text on its way, or one that the server refused. */
export function OutgoingItem({ outgoing, online, tryAgain, discard }: OutgoingItemProps) {
  const { t } = useTranslation(['negotiations', 'common']);
  const { text, at, seq, problem } = outgoing;
  const state =
    seq !== null ? 'talk.sent' : problem ? 'talk.refused' : online ? 'talk.sending' : 'talk.waiting';
  return (
    <li className={classes.message} data-own>
      <div className={classes.line}>
        <div
          className={classes.bubble}
          data-waiting={seq === null && !problem ? true : undefined}
          data-refused={problem ? true : undefined}
        >
          {text}
        </div>
        <span className={classes.meta}>
          <span>{t(state)}</span>
          <time dateTime={at}>{formatTime(at)}</time>
        </span>
      </div>
      {problem && (
        <Group gap="xs" mt={4} justify="flex-end">
          <Text size="sm" c="red.7" role="alert">
            {problem}
          </Text>
          <Button size="compact-sm" variant="default" onClick={tryAgain}>
            {t('talk.again')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={discard}>
            {t('talk.discard')}
          </Button>
        </Group>
      )}
    </li>
  );
}
