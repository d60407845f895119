import { Button, Group, Text } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { useEffect, useEffectEvent, useMemo, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message, Room } from '#contracts/negotiations.js';
import type { Offer } from '#contracts/offers.js';
import { useLiveState } from '../../live/live';
import { joinWords } from '../../parts/words';
import { isSilent } from './attendance';
import { AttachDialog } from './files/attach-dialog';
import { useBetween } from './use-between';
import { Composer, type Answering } from './composer';
import { GlossaryDrawer } from './glossary-drawer';
import { MessageList } from './message-list';
import { useGlossary } from './rich-text';
import { RoomSearch } from './room-search';
import { readRecord, type Record } from './said';
import { TakeMessage } from './take-message';
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
  /** What is looked for, kept in the address; null: nothing. */
  q: string | null;
  setQ: (q: string | null) => void;
  /** Number of the message to begin at. */
  at: number | undefined;
}

/** The conversation: what was said, who is typing, and where one writes. Files may be dropped anywhere on it. */
export function Talk({ room, userId, offers, view, q, setQ, at }: TalkProps) {
  const { t } = useTranslation('negotiations');
  const record = useMemo(() => readRecord(view.conversation.messages), [view.conversation.messages]);
  const glossary = useGlossary();
  const [glossaryShown, setGlossaryShown] = useState(false);
  const [answering, setAnswering] = useState<Answering | null>(null);
  const { sought, jump } = useJump(view, at);
  const [between, setBetween] = useBetween(room.id);
  const toParties = between && room.can.writeBetween;
  const attachments = useAttachments(room.id, view.change);
  // What the two companies send stands under the steps of disclosure: which one is asked first.
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const send = (files: Iterable<File>) =>
    room.can.writeBetween ? setChosen([...files]) : attachments.add(files);
  const typing = useTyping(room.id, userId);
  const sign = useTypingSign(room.id);
  const { online } = useNetwork();
  const [dropping, setDropping] = useState(false);
  const over = (event: DragEvent) => {
    if (!room.can.write || isSilent(room, userId) || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setDropping(true);
  };
  const drop = (event: DragEvent) => {
    setDropping(false);
    if (!room.can.write || event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    send(event.dataTransfer.files);
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
      <Tools
        searching={q !== null}
        search={() => setQ(q === null ? '' : null)}
        showGlossary={() => setGlossaryShown(true)}
      />
      {q !== null && <RoomSearch roomId={room.id} q={q} setQ={setQ} jump={jump} close={() => setQ(null)} />}
      {glossaryShown && (
        <GlossaryDrawer glossary={glossary} said={record.said} close={() => setGlossaryShown(false)} />
      )}
      {chosen.length > 0 && (
        <AttachDialog room={room} files={chosen} between={toParties} close={() => setChosen([])} />
      )}
      <Connection online={online} waiting={view.conversation.outgoing.some(({ seq }) => seq === null)} />
      <TakeMessage value={(message) => view.change({ type: 'received', messages: [message] })}>
        <MessageList
          {...{ room, userId, offers, view, record, glossary, online, sought, jump }}
          typing={typing.length > 0 ? t('talk.typing', { names: joinWords(typing) }) : ''}
          reply={(message) => setAnswering(answeringOf(message, record))}
        />
      </TakeMessage>
      <div className={classes.foot}>
        <UploadList {...attachments} />
        {room.can.write && !isSilent(room, userId) ? (
          <Composer
            {...{ room, userId, answering }}
            endAnswering={() => setAnswering(null)}
            write={view.write}
            between={toParties}
            setBetween={setBetween}
            addFiles={send}
            onTyping={sign}
          />
        ) : (
          <Text size="sm">
            {t(room.can.write ? 'talk.silent' : room.paused ? 'talk.paused' : 'talk.closed')}
          </Text>
        )}
      </div>
    </section>
  );
}

const answeringOf = (message: Message, { said }: Record): Answering | null => {
  const words = said.get(message.seq);
  return words ? { message, said: words } : null;
};

interface ToolsProps {
  searching: boolean;
  search: () => void;
  showGlossary: () => void;
}

function Tools({ searching, search, showGlossary }: ToolsProps) {
  const { t } = useTranslation('talk');
  return (
    <Group gap="xs" justify="flex-end" className={classes.tools} role="group" aria-label={t('tools.label')}>
      <Button size="compact-sm" variant="subtle" aria-expanded={searching} onClick={search}>
        {t('tools.search')}
      </Button>
      <Button size="compact-sm" variant="subtle" aria-haspopup="dialog" onClick={showGlossary}>
        {t('tools.glossary')}
      </Button>
    </Group>
  );
}

/** Leads to a message, loading it and what is between where it is not there yet. Begins where the address says. */
function useJump(view: ConversationView, at: number | undefined) {
  const [sought, setSought] = useState<{ seq: number; nth: number } | null>(null);
  const jump = (seq: number) => {
    setSought((before) => ({ seq, nth: (before?.nth ?? 0) + 1 }));
    void view.loadAround(seq).catch(() => {});
  };
  const begin = useEffectEvent(() => at !== undefined && jump(at));
  useEffect(() => {
    if (view.loaded) begin();
  }, [view.loaded, at]);
  return { sought, jump };
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
