import { Alert, Button, Group, Stack, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CALL_SEATS, type Call } from '#contracts/calls.js';
import { joinWords } from '../../../parts/words';
import { CallDevices, MediaProblemNote } from './call-devices';
import type { CallSession, CallState } from './call-session';
import { Picture, useStreamOf } from './call-tile';
import classes from './call.module.css';

interface CallLobbyProps {
  session: CallSession;
  state: CallState;
  speaks: boolean;
  call: Call | null;
  cancel: () => void;
}

/** Before one is seen: one's own picture, devices, who is there already. */
export function CallLobby({ session, state, speaks, call, cancel }: CallLobbyProps) {
  const { t } = useTranslation(['calls', 'common']);
  const stream = useStreamOf(state.picture);
  const names = joinWords((call?.participants ?? []).map(({ name }) => name));
  return (
    <Stack gap="md">
      {speaks ? (
        <>
          <div className={classes.preview}>
            <Picture stream={stream} muted mirrored shown={state.picture !== null} />
            {!state.picture && <span className={classes.initial}>{t('lobby.noPicture')}</span>}
          </div>
          <MediaProblemNote session={session} state={state} />
          <Group gap="lg">
            {(['microphone', 'camera'] as const).map((what) => (
              <Switch
                key={what}
                label={t(`lobby.${what}`)}
                checked={state.media[what]}
                onChange={(event) => session.set(what, event.currentTarget.checked)}
              />
            ))}
          </Group>
          <CallDevices session={session} state={state} />
        </>
      ) : (
        <Alert color="gray">{t('lobby.silent')}</Alert>
      )}
      <Text size="sm">{names ? t('lobby.there', { names }) : t('lobby.nobody', { n: CALL_SEATS })}</Text>
      {state.refused && (
        <Alert color="red" role="alert">
          {state.refused}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={cancel}>
          {t('common:cancel')}
        </Button>
        <Button loading={state.phase === 'joining'} onClick={() => void session.join()}>
          {t(!call ? 'lobby.begin' : speaks && !state.problem ? 'lobby.join' : 'lobby.listen')}
        </Button>
      </Group>
    </Stack>
  );
}
