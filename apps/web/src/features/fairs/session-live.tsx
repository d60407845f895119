import { Alert, Button, Group, Progress, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Socket } from 'socket.io-client';
import { useTranslation } from 'react-i18next';
import {
  fairSessionsApi,
  type LivePoll,
  type LiveQuestion,
  type SessionRoom,
} from '#contracts/fair-sessions.js';
import { useCommand } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';
import { sendFair } from './fair-socket';

interface LiveProps {
  room: SessionRoom;
  socket: Socket | null;
  mayVote: boolean;
}

/** What visitors ask, the most wanted first. */
export function Questions({ room, socket, mayVote }: LiveProps) {
  const { t } = useTranslation('fairs');
  const [attempt, setAttempt] = useState({ text: '', clientId: crypto.randomUUID() });
  const [failed, setFailed] = useState(false);
  async function ask() {
    if (attempt.text.trim() === '') return;
    const answer = await sendFair(socket, 'question:ask', { sessionId: room.session.id, ...attempt });
    setFailed(!answer.ok);
    if (!answer.ok) return;
    setAttempt({ text: '', clientId: crypto.randomUUID() });
    tell(t('programme.asked'));
  }
  return (
    <Panel title={t('programme.questions')}>
      <Stack gap="sm">
        {room.questions.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('programme.noQuestions')}
          </Text>
        )}
        <RecordList>
          {room.questions.map((one) => (
            <Question
              key={one.id}
              question={one}
              room={room}
              vote={
                mayVote && one.state === 'open'
                  ? (isFor) => void sendFair(socket, 'question:vote', { questionId: one.id, isFor })
                  : null
              }
            />
          ))}
        </RecordList>
        {mayVote && !room.session.isCancelled && (
          <>
            <Textarea
              label={t('programme.question')}
              autosize
              minRows={2}
              maxLength={500}
              value={attempt.text}
              onChange={(event) =>
                setAttempt({ text: event.currentTarget.value, clientId: crypto.randomUUID() })
              }
            />
            {failed && (
              <Alert color="red" role="alert">
                {t('programme.notSent')}
              </Alert>
            )}
            <Group justify="flex-end">
              <Button onClick={() => void ask()}>{t('programme.ask')}</Button>
            </Group>
          </>
        )}
      </Stack>
    </Panel>
  );
}

interface QuestionProps {
  question: LiveQuestion;
  room: SessionRoom;
  vote: ((isFor: boolean) => void) | null;
}

function Question({ question: { id, text, votes, state }, room, vote }: QuestionProps) {
  const { t } = useTranslation('fairs');
  const moderate = useCommand(fairSessionsApi.moderate);
  // The vote shows at once; the count follows within a second.
  const [voted, setVoted] = useState(room.votedFor.includes(id));
  const set = (next: LiveQuestion['state']) =>
    moderate.mutate({ params: { sessionId: room.session.id, questionId: id }, body: { state: next } });
  return (
    <RecordRow
      aside={
        <Group gap="xs">
          {state !== 'open' && <Text size="sm">{t(`programme.${state}`)}</Text>}
          {vote ? (
            <Button
              size="xs"
              variant={voted ? 'light' : 'default'}
              aria-pressed={voted}
              onClick={() => {
                vote(!voted);
                setVoted(!voted);
              }}
            >
              {t('programme.vote', { n: votes })}
            </Button>
          ) : (
            <Text size="sm">{t('programme.votes', { n: votes })}</Text>
          )}
          {room.session.can.edit && (
            <>
              {state === 'open' ? (
                <Button size="xs" variant="subtle" onClick={() => set('answered')}>
                  {t('programme.markAnswered')}
                </Button>
              ) : (
                <Button size="xs" variant="subtle" onClick={() => set('open')}>
                  {t('programme.reopen')}
                </Button>
              )}
              {state !== 'hidden' && (
                <Button size="xs" variant="subtle" onClick={() => set('hidden')}>
                  {t('programme.hide')}
                </Button>
              )}
            </>
          )}
        </Group>
      }
    >
      <Text style={{ whiteSpace: 'pre-wrap' }}>{text}</Text>
    </RecordRow>
  );
}

/** Polls of a session, with their counts. */
export function Polls({ room, socket, mayVote }: LiveProps) {
  const { t } = useTranslation('fairs');
  return (
    <Panel title={t('programme.polls')}>
      <Stack gap="md">
        {room.polls.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('programme.noPolls')}
          </Text>
        )}
        {room.polls.map((poll) => (
          <Poll key={poll.id} poll={poll} room={room} socket={socket} mayVote={mayVote} />
        ))}
        {room.session.can.edit && <NewPoll sessionId={room.session.id} />}
      </Stack>
    </Panel>
  );
}

function Poll({
  poll: { id, question, options, isOpen },
  room,
  socket,
  mayVote,
}: LiveProps & { poll: LivePoll }) {
  const { t } = useTranslation('fairs');
  const close = useCommand(fairSessionsApi.closePoll);
  const [chosen, setChosen] = useState(room.chosen.find(({ pollId }) => pollId === id)?.option);
  const all = options.reduce((sum, { votes }) => sum + votes, 0);
  return (
    <Stack gap={6} role="group" aria-label={question}>
      <Group justify="space-between">
        <Text fw={650}>{question}</Text>
        {!isOpen && <Text size="sm">{t('programme.closed')}</Text>}
        {isOpen && room.session.can.edit && (
          <Button
            size="xs"
            variant="default"
            onClick={() => close.mutate({ params: { sessionId: room.session.id, pollId: id } })}
          >
            {t('programme.closePoll')}
          </Button>
        )}
      </Group>
      {options.map(({ text, votes }, option) => (
        <div key={option}>
          <Group justify="space-between">
            {mayVote && isOpen ? (
              <Button
                size="xs"
                variant={chosen === option ? 'light' : 'default'}
                aria-pressed={chosen === option}
                onClick={() => {
                  setChosen(option);
                  void sendFair(socket, 'poll:vote', { pollId: id, option });
                }}
              >
                {text}
              </Button>
            ) : (
              <Text size="sm">{text}</Text>
            )}
            <Text size="sm">{t('programme.votes', { n: votes })}</Text>
          </Group>
          <Progress value={all > 0 ? (votes / all) * 100 : 0} aria-label={text} mt={2} />
        </div>
      ))}
    </Stack>
  );
}

function NewPoll({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation('fairs');
  const open = useCommand(fairSessionsApi.openPoll);
  const [question, setQuestion] = useState('');
  const [options, setOptions] = useState('');
  const lines = options
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return (
    <Stack gap="xs">
      <TextInput
        label={t('programme.pollQuestion')}
        maxLength={200}
        value={question}
        onChange={(event) => setQuestion(event.currentTarget.value)}
      />
      <Textarea
        label={t('programme.pollOptions')}
        autosize
        minRows={2}
        value={options}
        onChange={(event) => setOptions(event.currentTarget.value)}
        error={open.error?.message}
      />
      <Group justify="flex-end">
        <Button
          variant="default"
          loading={open.isPending}
          disabled={question.trim() === '' || lines.length < 2}
          onClick={() =>
            open.mutate(
              { params: { sessionId }, body: { question, options: lines } },
              {
                onSuccess: () => {
                  setQuestion('');
                  setOptions('');
                },
              },
            )
          }
        >
          {t('programme.openPoll')}
        </Button>
      </Group>
    </Stack>
  );
}
