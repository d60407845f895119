import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import type { Socket } from 'socket.io-client';
import { useTranslation } from 'react-i18next';
import type { BoothTalk, TalkLine } from '#contracts/fair-talks.js';
import { formatClock } from '../meetings/meeting-words';
import { sendFair, useFairEvent, useOnConnect } from './fair-socket';
import classes from './talk-lines.module.css';

interface TalkLinesProps {
  talk: BoothTalk;
  side: 'visitor' | 'booth';
  socket: Socket | null;
  /** Fetches the talk again: what was missed while the connection was away. */
  refetch: () => void;
}

/** What is said in a talk, and where to say more while it lasts. */
export function TalkLines({ talk, side, socket, refetch }: TalkLinesProps) {
  const { t } = useTranslation('fairs');
  const [heard, setHeard] = useState<TalkLine[]>([]);
  useOnConnect(socket, talk.id, (connected) => {
    void sendFair(connected, 'talk:join', { talkId: talk.id }).then(refetch);
  });
  useFairEvent(socket, 'talk:said', (line) => {
    if (line.talkId === talk.id) setHeard((before) => [...before, line]);
  });
  const lines = new Map([...talk.lines, ...heard].map((line) => [line.seq, line]));
  const shown = [...lines.values()].toSorted((a, b) => a.seq - b.seq);
  return (
    <Stack gap="sm">
      <ol className={classes.lines} aria-label={t('talk.log')} aria-live="polite">
        {shown.map((line) => (
          <li key={line.seq} data-own={line.side === side || undefined}>
            <Text size="xs" c="gray.7">
              {line.side === side && side === 'visitor' ? t('talk.you') : line.name} {formatClock(line.at)}
            </Text>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
              {line.text}
            </Text>
          </li>
        ))}
      </ol>
      {talk.state === 'talking' && <Say talkId={talk.id} socket={socket} />}
    </Stack>
  );
}

function Say({ talkId, socket }: { talkId: string; socket: Socket | null }) {
  const { t } = useTranslation('fairs');
  const [attempt, setAttempt] = useState({ text: '', clientId: crypto.randomUUID() });
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  async function send() {
    if (attempt.text.trim() === '' || busy) return;
    setBusy(true);
    const answer = await sendFair(socket, 'talk:say', { talkId, ...attempt });
    setBusy(false);
    setFailed(!answer.ok);
    if (answer.ok) setAttempt({ text: '', clientId: crypto.randomUUID() });
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send();
  };
  return (
    <>
      <Textarea
        label={t('talk.say')}
        autosize
        minRows={2}
        maxLength={2_000}
        value={attempt.text}
        onChange={(event) => setAttempt({ text: event.currentTarget.value, clientId: crypto.randomUUID() })}
        onKeyDown={onKeyDown}
      />
      {failed && (
        <Alert color="red" role="alert">
          {t('talk.notSent')}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button onClick={() => void send()} loading={busy}>
          {t('talk.send')}
        </Button>
      </Group>
    </>
  );
}
