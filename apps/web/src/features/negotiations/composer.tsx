import {
  Button,
  Checkbox,
  CloseButton,
  FileButton,
  Group,
  NativeSelect,
  Text,
  Textarea,
} from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { messageText, type Message, type MessageNote } from '#contracts/message.js';
import type { Room } from '#contracts/negotiations.js';
import type { Language } from '#contracts/shapes.js';
import { useDraft, useKeptDraft } from '../../forms/use-draft';
import { shownLanguage } from '../../i18n';
import { tellProblem } from '../../forms/tell';
import { begunMention, fittingMembers, MentionList, type Member } from './mention-list';
import { Quote } from './message-item';
import type { Said } from './said';
import { looksJapanese, mentionsIn } from './text-parts';
import classes from './talk.module.css';

export interface Answering {
  message: Message;
  said: Said;
}

interface ComposerProps {
  room: Room;
  userId: string;
  /** What the next text answers. */
  answering: Answering | null;
  endAnswering: () => void;
  /** Whether what is sent is for the two companies alone. */
  between: boolean;
  setBetween: (between: boolean) => void;
  write: (text: string, note: MessageNote) => Promise<void>;
  addFiles: (files: File[]) => void;
  onTyping: () => void;
}

/** Whether a key ends a Japanese conversion rather than a line; Safari tells it only by the old key code. */
const isConverting = (event: KeyboardEvent): boolean =>
  event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229;

const hasCoordinator = (room: Room): boolean =>
  room.members.some(({ role, leftAt }) => role === 'coordinator' && leftAt === null);

const longest = 8_000;

/**
 * Where one writes. With a keyboard Enter sends and Shift+Enter begins a line; on a phone Enter begins a line and the
 * button sends. What is typed is kept on this device. `@` addresses somebody.
 */
export function Composer(props: ComposerProps) {
  const { room, userId, answering, endAnswering, write, addFiles, onTyping } = props;
  const { t } = useTranslation(['negotiations', 'talk']);
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft<string>(`room.${room.id}`);
  const [text, setText] = useState(draft.found?.value ?? '');
  const [chosenLanguage, setChosenLanguage] = useState<Language | null>(null);
  useKeptDraft(draft.place, text, 0, text !== '');
  const hasKeyboard = useMediaQuery('(hover: hover) and (pointer: fine)', true);
  // Nobody is addressed who may not read it.
  const others = room.members.filter(
    ({ userId: id, leftAt, role }) =>
      id !== userId && leftAt === null && !(props.between && role !== 'owner' && role !== 'candidate'),
  );
  const mention = useMention(others, text, (next) => change(next), field);
  const language = chosenLanguage ?? (text.trim() === '' || looksJapanese(text) ? 'ja' : 'en');
  const tooLong = text.length > longest;

  async function send() {
    const parsed = messageText.safeParse(text);
    if (!parsed.success) return;
    const mentions = mentionsIn(parsed.data, others);
    const replyTo = answering?.message.seq;
    try {
      await write(parsed.data, { language, mentions, replyTo, ...(props.between && { between: true }) });
    } catch (error) {
      // The device keeps nothing just now: what was typed stays where it is.
      return tellProblem(error instanceof Error ? error : new Error(String(error)));
    }
    setText('');
    setChosenLanguage(null);
    endAnswering();
    draft.drop();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (isConverting(event) || mention.takesKey(event)) return;
    if (event.key === 'Escape' && answering) return endAnswering();
    if (event.key !== 'Enter') return;
    const sends = event.ctrlKey || event.metaKey || (hasKeyboard && !event.shiftKey);
    if (!sends) return;
    event.preventDefault();
    void send();
  }
  function change(next: string) {
    setText(next);
    if (next === '') draft.drop();
    else onTyping();
  }
  return (
    <form
      className={classes.composer}
      data-between={props.between || undefined}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {answering && <AnsweringLine answering={answering} userId={userId} end={endAnswering} />}
      {mention.list}
      {room.can.writeBetween && hasCoordinator(room) && (
        <Checkbox
          size="xs"
          mb={6}
          label={t('talk:between.send')}
          description={props.between ? t('talk:between.hint') : undefined}
          checked={props.between}
          onChange={(event) => props.setBetween(event.currentTarget.checked)}
        />
      )}
      <Textarea
        ref={field}
        aria-label={t('talk.write')}
        placeholder={t('talk.write')}
        autosize
        minRows={hasKeyboard ? 2 : 1}
        maxRows={8}
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
        onSelect={mention.caretMoved}
        onBlur={mention.end}
        onKeyDown={onKeyDown}
        {...mention.aria}
        error={tooLong ? t('talk.tooLong', { n: longest.toLocaleString('ja-JP') }) : undefined}
      />
      <Group justify="space-between" mt={6} gap="xs" wrap="nowrap">
        <Group gap="xs" wrap="nowrap">
          <FileButton multiple onChange={(files) => addFiles(files)}>
            {(button) => (
              <Button {...button} variant="default" px="xs" style={{ flexShrink: 0 }}>
                {t('talk.attach')}
              </Button>
            )}
          </FileButton>
          <NativeSelect
            aria-label={t('talk:language.label')}
            value={language}
            onChange={(event) => setChosenLanguage(event.currentTarget.value as Language)}
            data={(['ja', 'en'] as const).map((value) => ({ value, label: t(`talk:language.${value}`) }))}
            w={shownLanguage() === 'en' ? '7.6rem' : '6.2rem'}
          />
          {hasKeyboard && (
            <Text size="xs" c="gray.7" lh={1.35} visibleFrom="sm">
              {t('talk.keys')}
              <br />
              {t('talk:mention.hint')}
            </Text>
          )}
        </Group>
        <Button type="submit" px="sm" style={{ flexShrink: 0 }} disabled={text.trim() === '' || tooLong}>
          {t('talk.send')}
        </Button>
      </Group>
    </form>
  );
}

function AnsweringLine({
  answering,
  userId,
  end,
}: {
  answering: Answering;
  userId: string;
  end: () => void;
}) {
  const { t } = useTranslation('talk');
  const { sender } = answering.message;
  const own = sender?.id === userId;
  return (
    <Group gap="xs" wrap="nowrap" mb={4} className={classes.answering}>
      <Text
        size="sm"
        truncate
        flex={1}
        title={own ? t('reply.toOwn') : t('reply.to', { name: sender?.name ?? '' })}
      >
        ↩ <Quote {...answering} />
      </Text>
      <CloseButton size="sm" aria-label={t('reply.cancel')} onClick={end} />
    </Group>
  );
}

/** Suggests names after an `@`; arrow keys choose, Enter or Tab takes, Escape leaves. */
function useMention(
  others: readonly Member[],
  text: string,
  change: (text: string) => void,
  field: RefObject<HTMLTextAreaElement | null>,
) {
  const id = useId();
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const begun = caret === null ? null : begunMention(text, caret);
  const fitting = begun ? fittingMembers(others, begun.name) : [];
  const isOpen = begun !== null && fitting.length > 0;
  const at = Math.min(active, fitting.length - 1);

  function choose({ name }: Member) {
    if (!begun || caret === null) return;
    const head = `${text.slice(0, begun.from)}@${name} `;
    // At once: a letter typed before the next frame would stand behind the caret.
    flushSync(() => {
      change(head + text.slice(caret));
      setCaret(null);
    });
    field.current?.setSelectionRange(head.length, head.length);
  }
  return {
    caretMoved: () => {
      const { selectionStart, selectionEnd } = field.current ?? {};
      setCaret(selectionStart === selectionEnd ? (selectionStart ?? null) : null);
    },
    end: () => setCaret(null),
    /** Answers whether the key was meant for the list. */
    takesKey: (event: KeyboardEvent): boolean => {
      const keys = ['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape'];
      if (!isOpen || !keys.includes(event.key) || event.shiftKey) return false;
      event.preventDefault();
      if (event.key === 'Escape') setCaret(null);
      else if (event.key === 'ArrowDown') setActive((at + 1) % fitting.length);
      else if (event.key === 'ArrowUp') setActive((at + fitting.length - 1) % fitting.length);
      else choose(fitting[at] as Member);
      return true;
    },
    aria: isOpen
      ? { 'aria-controls': id, 'aria-activedescendant': `${id}-${at}`, 'aria-autocomplete': 'list' as const }
      : {},
    list: isOpen && <MentionList id={id} members={fitting} active={at} choose={choose} />,
  };
}
