import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Outgoing } from './conversation';
import { formatTime } from './talk-times';
import classes from './talk.module.css';

interface OutgoingItemProps {
  outgoing: Outgoing;
  /** Whether there is a connection to send it by. */
  online: boolean;
  tryAgain: () => void;
  discard: () => void;
}

/** A text on its way, or one that the server refused. Only what the server has numbered is called stored. */
export function OutgoingItem({ outgoing, online, tryAgain, discard }: OutgoingItemProps) {
  const { t } = useTranslation(['talk', 'negotiations']);
  const { text, note, at, seq, problem } = outgoing;
  const state = seq !== null ? 'stored' : problem ? 'refused' : online ? 'sending' : 'waiting';
  return (
    <li className={classes.message} data-own>
      <div className={classes.line}>
        <div
          className={classes.bubble}
          lang={note.language}
          data-waiting={seq === null && !problem ? true : undefined}
          data-refused={problem ? true : undefined}
        >
          {text}
        </div>
        <span className={classes.meta}>
          {note.between && <span>{t('between.mark')}</span>}
          <span>{t(`state.${state}`)}</span>
          <time dateTime={at}>{formatTime(at)}</time>
        </span>
      </div>
      {problem && (
        <Group gap="xs" mt={4} justify="flex-end">
          <Text size="sm" c="red.7" role="alert">
            {problem}
          </Text>
          <Button size="compact-sm" variant="default" onClick={tryAgain}>
            {t('negotiations:talk.again')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={discard}>
            {t('negotiations:talk.discard')}
          </Button>
        </Group>
      )}
    </li>
  );
}
