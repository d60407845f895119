import { Text } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { useEffect, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import type { Offer } from '#contracts/offers.js';
import { useLiveState } from '../../live/live';
import { Composer } from './composer';
import { MessageList } from './message-list';
import { UploadList } from './upload-list';
import { useAttachments } from './use-attachments';
import type { ConversationView } from './use-conversation';
import { useTyping, useTypingSign } from './use-presence';
import classes from './talk.module.css';

interface TalkProps {
  room: Room;
  userId: string;
  offers: Offer[];
  view: ConversationView;
}

/** The conversation: what was said, who is typing, and where one writes. Files may be dropped anywhere on it. */
export function Talk({ room, userId, offers, view }: TalkProps) {
  const { t } = useTranslation('negotiations');
  const attachments = useAttachments(room.id, view.change);
  const typing = useTyping(room.id, userId);
  const sign = useTypingSign(room.id);
  const { online } = useNetwork();
  const [dropping, setDropping] = useState(false);
  const over = (event: DragEvent) => {
    if (!room.can.write || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setDropping(true);
  };
  const drop = (event: DragEvent) => {
    setDropping(false);
    if (!room.can.write || event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    attachments.add(event.dataTransfer.files);
  };
  return (
    <section
      className={classes.talk}
      aria-label={t('talk.title')}
      data-dropping={dropping || undefined}
      onDragOver={over}
      onDragLeave={() => setDropping(false)}
      onDrop={drop}
    >
      <Connection online={online} waiting={view.conversation.outgoing.some(({ seq }) => seq === null)} />
      <MessageList {...{ room, userId, offers, view, online }} />
      <div className={classes.foot}>
        <UploadList {...attachments} />
        {room.can.write ? (
          <>
            <div className={classes.typing} aria-live="polite">
              {typing.length > 0 && t('talk.typing', { names: typing.join('、') })}
            </div>
            <Composer roomId={room.id} write={view.write} addFiles={attachments.add} onTyping={sign} />
          </>
        ) : (
          <Text size="sm">{t('talk.closed')}</Text>
        )}
      </div>
    </section>
  );
}

/** What a lost connection means for this room; that there is none, the frame says. */
function Connection({ online, waiting }: { online: boolean; waiting: boolean }) {
  const { t } = useTranslation('negotiations');
  const away = useLasting(useLiveState() !== 'connected', BLINK);
  const text = waiting && (away || !online) ? 'talk.waitingText' : away && online ? 'talk.delayed' : null;
  return <div role="status">{text && <div className={classes.connection}>{t(text)}</div>}</div>;
}

/** So long (ms) a connection may be away unmentioned. */
const BLINK = 2_000;

/** Whether something has been so for a while. */
function useLasting(now: boolean, ms: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!now) return;
    const timer = setTimeout(() => setLasting(true), ms);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [now, ms]);
  return lasting;
}
