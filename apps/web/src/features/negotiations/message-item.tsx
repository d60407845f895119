import { Anchor, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { negotiationsApi, type Message, type Room } from '#contracts/negotiations.js';
import { urlOf } from '../../api/client';
import { shownLanguage } from '../../i18n';
import { joinWords } from '../../parts/words';
import { EditMessage } from './edit-message';
import { formatFileSize } from './file-size';
import type { Glossary } from './glossary';
import { MessageActions } from './message-actions';
import { MessageHistory } from './message-history';
import { RichText } from './rich-text';
import type { Said } from './said';
import { formatTime } from './talk-times';
import classes from './talk.module.css';

interface MessageItemProps {
  room: Room;
  message: Message;
  said: Said;
  /** What it answers, if that is loaded. */
  answered: { message: Message; said: Said } | null;
  own: boolean;
  /** Goes on where the message before it ended: the sender is not named again. */
  continued: boolean;
  glossary: Glossary | null;
  /** Whether the reader was just led here. */
  sought: boolean;
  reply: () => void;
  jump: (seq: number) => void;
}

/** A text or file: own ones on the right, with whether others have read it. */
export function MessageItem(props: MessageItemProps) {
  const { room, message, said, own, continued } = props;
  const [editing, setEditing] = useState(false);
  const [historyShown, setHistoryShown] = useState(false);
  return (
    <li
      id={`message-${message.seq}`}
      className={classes.message}
      data-own={own || undefined}
      data-continued={continued || undefined}
      data-sought={props.sought || undefined}
    >
      {!continued && <Sender message={message} own={own} />}
      <Answered {...props} />
      {editing ? (
        <EditMessage room={room} message={message} said={said} close={() => setEditing(false)} />
      ) : (
        <div className={classes.line}>
          <div
            className={classes.bubble}
            lang={said.note.language}
            data-between={message.data['between'] === true || undefined}
            data-withdrawn={said.withdrawnAt !== null || undefined}
          >
            <Content {...props} />
          </div>
          <Meta {...props} />
          <MessageActions
            {...{ room, message, said, own }}
            reply={props.reply}
            edit={() => setEditing(true)}
          />
        </div>
      )}
      <History {...props} shown={historyShown} toggle={() => setHistoryShown(!historyShown)} />
    </li>
  );
}

function Sender({ message: { sender }, own }: { message: Message; own: boolean }) {
  const { t } = useTranslation('negotiations');
  if (!sender) return null;
  return (
    <span className={classes.sender}>
      <Text span inherit fw={650}>
        {own ? t('talk.you') : sender.name}
      </Text>{' '}
      {sender.organisation}
      {sender.role === 'coordinator' && ` (${t('role.coordinator')})`}
    </span>
  );
}

/** The beginning of what a text answers; it leads there. */
function Answered({ said, answered, jump, room }: MessageItemProps) {
  const { t } = useTranslation('talk');
  const { replyTo } = said.note;
  if (replyTo === undefined || replyTo < room.viewer.joinedSeq) return null;
  return (
    <button type="button" className={classes.answered} title={t('reply.show')} onClick={() => jump(replyTo)}>
      {answered ? <Quote {...answered} /> : t('reply.earlier')}
    </button>
  );
}

export function Quote({ message, said }: { message: Message; said: Said }) {
  const { t } = useTranslation('talk');
  return (
    <>
      <b>{message.sender?.name}</b>{' '}
      {said.withdrawnAt ? t('reply.withdrawn') : said.text || message.file?.name}
    </>
  );
}

function Content({ room, message, said, own, glossary }: MessageItemProps) {
  const { t } = useTranslation('talk');
  const { file } = message;
  if (said.withdrawnAt) return <i>{t(file ? 'history.withdrawnFile' : 'history.withdrawn')}</i>;
  if (file) return <SentFile roomId={room.id} file={file} />;
  const mentioned = room.members.filter(({ userId }) => said.note.mentions?.includes(userId));
  // A person reads their own words as they wrote them.
  return <RichText text={said.text} mentioned={mentioned} glossary={own ? null : glossary} />;
}

function Meta({ room, message, said, own }: MessageItemProps) {
  const { t } = useTranslation('talk');
  const readers = room.members.filter(
    ({ userId, leftAt, readSeq }) =>
      userId !== message.sender?.id && leftAt === null && readSeq >= message.seq,
  );
  const { language } = said.note;
  return (
    <span className={classes.meta}>
      {said.decided && <b>{t('actions.isDecided')}</b>}
      {message.data['between'] === true && <span title={t('between.hint')}>{t('between.mark')}</span>}
      {language && language !== shownLanguage() && (
        <span title={t(language === 'ja' ? 'language.isJa' : 'language.isEn')}>{language.toUpperCase()}</span>
      )}
      {own && (
        <span title={joinWords(readers.map(({ name }) => name)) || undefined}>
          {readers.length > 0 ? t('state.seen', { n: readers.length }) : t('state.stored')}
        </span>
      )}
      <time dateTime={message.createdAt}>{formatTime(message.createdAt)}</time>
    </span>
  );
}

/** The way to earlier wordings, and these themselves. */
function History({
  message,
  said,
  shown,
  toggle,
}: MessageItemProps & { shown: boolean; toggle: () => void }) {
  const { t } = useTranslation('talk');
  if (said.versions.length === 1 && !said.withdrawnAt) return null;
  if (message.file) return null;
  return (
    <>
      <button type="button" className={classes.edited} aria-expanded={shown} onClick={toggle}>
        {t(shown ? 'history.hide' : said.withdrawnAt ? 'history.showOriginal' : 'history.edited')}
      </button>
      {shown && <MessageHistory said={said} />}
    </>
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
