import { Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FairWatch } from '#contracts/fair-watch.js';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';
import { formatSlot } from '../meetings/meeting-words';
import { useTitleOf } from './fair-words';
import classes from './live.module.css';

type Session = NonNullable<FairWatch['session']>;

/** The session that is on, or the next: its most wanted questions and its poll. */
export function LiveSession({ session, now }: { session: Session; now: string }) {
  const { t } = useTranslation('fairs');
  const titleOf = useTitleOf();
  const { startsAt, place, speakers, seats, questions, poll } = session;
  const votes = poll?.options.reduce((sum, option) => sum + option.votes, 0) ?? 0;
  const time = formatSlot(session);
  return (
    <Panel
      title={titleOf(session)}
      lead={[t(startsAt <= now ? 'live.sessionNow' : 'live.sessionNext', { time }), place, ...speakers]
        .filter(Boolean)
        .join(' · ')}
    >
      <Stack gap="md">
        <Text size="sm">{t('live.seats', { n: seats })}</Text>
        {questions.length > 0 && (
          <RecordList>
            {questions.map(({ id, text, votes: wanted, state }) => (
              <RecordRow
                key={id}
                aside={
                  <Text size="sm" c="dimmed">
                    {state === 'answered' ? t('programme.answered') : t('programme.votes', { n: wanted })}
                  </Text>
                }
              >
                <Text size="sm">{text}</Text>
              </RecordRow>
            ))}
          </RecordList>
        )}
        {poll && (
          <Stack gap={6} role="group" aria-label={poll.question}>
            <Group justify="space-between">
              <Text fw={650} size="sm">
                {poll.question}
              </Text>
              {!poll.isOpen && <Text size="sm">{t('programme.closed')}</Text>}
            </Group>
            {poll.options.map((option, i) => (
              <div key={i} className={classes.bar}>
                <Text size="sm">{option.text}</Text>
                <Progress
                  value={votes > 0 ? (option.votes / votes) * 100 : 0}
                  size="lg"
                  aria-label={option.text}
                />
                <Text fw={700} ta="right" size="sm">
                  {option.votes}
                </Text>
              </div>
            ))}
          </Stack>
        )}
      </Stack>
    </Panel>
  );
}
