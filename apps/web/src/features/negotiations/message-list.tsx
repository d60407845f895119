import { Button, Group, Text, VisuallyHidden } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message, Room } from '#contracts/negotiations.js';
import type { Offer } from '#contracts/offers.js';
import { Loading, LoadError } from '../../parts/loaded';
import { readableSeq } from './conversation';
import { EntryItem } from './entry-item';
import { byDay, isContinued } from './message-days';
import type { Glossary } from './glossary';
import { MessageItem } from './message-item';
import { OutgoingItem } from './outgoing-item';
import { type Record, type Said as SaidText } from './said';
import { formatTalkDay } from './talk-times';
import type { ConversationView } from './use-conversation';
import { useReadMarks } from './use-read-marks';
import { useScrollKeeping } from './use-scroll-keeping';
import classes from './talk.module.css';

interface MessageListProps {
  room: Room;
  userId: string;
  offers: Offer[];
  view: ConversationView;
  record: Record;
  glossary: Glossary | null;
  online: boolean;
  /** Who is writing just now, as a sentence; '' for nobody. */
  typing: string;
  /** Where the reader wants to be led; `nth` tells two wishes for the same place apart. */
  sought: { seq: number; nth: number } | null;
  reply: (message: Message) => void;
  jump: (seq: number) => void;
}

/** What was said, by day, with the reader's place kept; at the end it marks as read. */
export function MessageList(props: MessageListProps) {
  const { room, userId, view, record, online, sought, typing } = props;
  const { t } = useTranslation('negotiations');
  const { conversation, loaded, hasEarlier } = view;
  const { messages, outgoing } = conversation;
  // The mark stays where it was when the room was opened; what comes while one looks is not called unread.
  const [opened] = useState({ readSeq: room.viewer.readSeq, lastSeq: room.lastSeq });
  const unread = useRef<HTMLLIElement>(null);
  const last = outgoing.at(-1)?.clientId ?? messages.at(-1)?.clientId ?? '';
  const { scroller, onScroll, atEnd, toEnd } = useScrollKeeping(
    {
      first: messages[0]?.seq ?? 0,
      end: last,
      endsWithOwn: outgoing.length > 0 || messages.at(-1)?.sender?.id === userId,
    },
    unread,
  );
  useSought(sought, messages);
  useReadMarks(room.id, readableSeq(conversation), loaded && atEnd, opened.readSeq);
  const scrolled = () => {
    onScroll();
    if (hasEarlier && (scroller.current?.scrollTop ?? Infinity) < 80) void view.loadEarlier().catch(() => {});
  };
  const firstUnread = record.entries.find(
    ({ seq, sender }) => seq > opened.readSeq && seq <= opened.lastSeq && sender?.id !== userId,
  );
  return (
    <>
      <div
        ref={scroller}
        className={classes.scroller}
        onScroll={scrolled}
        role="log"
        aria-live="off"
        aria-label={t('talk.label')}
        tabIndex={0}
      >
        <div>
          <Beginning view={view} />
          {byDay(record.entries).map(({ day, messages: said }) => (
            <div key={day} role="group" aria-label={formatTalkDay(day)}>
              <div className={classes.day} aria-hidden>
                <span>{formatTalkDay(day)}</span>
              </div>
              <ol className={classes.list}>
                {said.map((message, i) => (
                  <Said
                    key={message.seq}
                    {...props}
                    message={message}
                    before={said[i - 1]}
                    unread={message === firstUnread ? unread : undefined}
                  />
                ))}
              </ol>
            </div>
          ))}
          {outgoing.length > 0 && (
            <ol className={classes.list} aria-label={t('talk.outgoing')}>
              {outgoing.map((each) => (
                <OutgoingItem
                  key={each.clientId}
                  outgoing={each}
                  online={online}
                  tryAgain={() => view.tryAgain(each.clientId)}
                  discard={() => view.discard(each.clientId)}
                />
              ))}
            </ol>
          )}
        </div>
      </div>
      <div className={classes.below}>
        <span className={classes.typing} aria-live="polite">
          {typing}
        </span>
        {!atEnd && (
          <Button size="compact-sm" variant="light" onClick={toEnd}>
            {t('talk.toEnd')}
          </Button>
        )}
      </div>
      <Announcer messages={messages} userId={userId} loaded={loaded} />
    </>
  );
}

/** The way to earlier messages, or that there are none. */
function Beginning({ view }: { view: ConversationView }) {
  const { t } = useTranslation('negotiations');
  if (view.error && !view.loaded) return <LoadError error={view.error} retry={view.retry} />;
  if (!view.loaded) return <Loading lines={5} />;
  if (!view.hasEarlier) {
    return (
      <Text size="sm" c="gray.7" ta="center">
        {t('talk.beginning')}
      </Text>
    );
  }
  return (
    <Group justify="center">
      <Button size="compact-sm" variant="subtle" onClick={() => void view.loadEarlier().catch(() => {})}>
        {t('talk.earlier')}
      </Button>
    </Group>
  );
}

interface SaidProps extends MessageListProps {
  message: Message;
  before: Message | undefined;
  /** Set for the first unread message: where its mark is to be found. */
  unread: RefObject<HTMLLIElement | null> | undefined;
}

function Said(props: SaidProps) {
  const { t } = useTranslation('negotiations');
  const { room, userId, offers, record, message, before, unread, reply } = props;
  const said = record.said.get(message.seq);
  return (
    <>
      {unread && (
        <li ref={unread} className={classes.unread}>
          <span>{t('talk.unread')}</span>
        </li>
      )}
      {said ? (
        <MessageItem
          {...{ room, message, said }}
          answered={answeredBy(said, record)}
          own={message.sender?.id === userId}
          continued={!unread && said.note.replyTo === undefined && isContinued(before, message)}
          glossary={props.glossary}
          sought={props.sought?.seq === message.seq}
          reply={() => reply(message)}
          jump={props.jump}
        />
      ) : (
        <EntryItem room={room} message={message} offers={offers} />
      )}
    </>
  );
}

function answeredBy({ note }: SaidText, { entries, said }: Record) {
  const found = note.replyTo === undefined ? undefined : said.get(note.replyTo);
  const message = found && entries.find(({ seq }) => seq === note.replyTo);
  return message ? { message, said: found } : null;
}

/** Brings the sought message into view as soon as it is there, once per wish. */
function useSought(sought: MessageListProps['sought'], messages: readonly Message[]): void {
  const shown = useRef(0);
  const isThere = sought !== null && messages.some(({ seq }) => seq === sought.seq);
  useEffect(() => {
    if (!isThere || shown.current === sought.nth) return;
    shown.current = sought.nth;
    document.getElementById(`message-${sought.seq}`)?.scrollIntoView({ block: 'center' });
  }, [isThere, sought]);
}

/** Says new messages of others to a screen reader, and none of those that were there before. */
function Announcer({
  messages,
  userId,
  loaded,
}: {
  messages: readonly Message[];
  userId: string;
  loaded: boolean;
}) {
  const { t } = useTranslation('negotiations');
  const [said, setSaid] = useState('');
  const heard = useRef<number | null>(null);
  const last = messages.at(-1);
  const announce = useEffectEvent(() => {
    if (!loaded || !last) return;
    const isNew = heard.current !== null && last.seq > heard.current;
    heard.current = last.seq;
    if (!isNew || last.sender?.id === userId) return;
    const text = last.file?.name ?? (last.kind === 'text' ? last.text : t('talk.somethingHappened'));
    setSaid(t('talk.announce', { name: last.sender?.name ?? t('talk.theRoom'), text }));
  });
  useEffect(() => announce(), [loaded, last?.seq]);
  return (
    <VisuallyHidden aria-live="polite" role="status">
      {said}
    </VisuallyHidden>
  );
}
