import { Button, Group, Text, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Call } from '#contracts/calls.js';
import { CallDevices, MediaProblemNote } from './call-devices';
import type { CallSession, CallState } from './call-session';
import { CallTile, useStreamOf } from './call-tile';
import { canShareScreen } from './local-media';
import { clock } from './clock';
import classes from './call.module.css';

interface CallViewProps {
  session: CallSession;
  state: CallState;
  call: Call;
  /** What the server's clock is ahead, in ms. */
  ahead: number;
}

/** The call: everybody's picture, the clock, and what one lets others see and hear. */
export function CallView({ session, state, call, ahead }: CallViewProps) {
  const { t } = useTranslation('calls');
  const [large, { toggle }] = useDisclosure(false);
  const [devicesShown, devices] = useDisclosure(false);
  const ownStream = useStreamOf(state.picture);
  const own = call.participants.find(({ peerId }) => peerId === state.peerId);
  return (
    <section className={classes.call} aria-label={t('title')} data-large={large || undefined}>
      <div className={classes.tiles}>
        {own && <CallTile participant={{ ...own, media: state.media }} stream={ownStream} own reached />}
        {call.participants
          .filter(({ peerId }) => peerId !== state.peerId)
          .map((participant) => (
            <CallTile
              key={participant.peerId}
              participant={participant}
              stream={session.streamOf(participant.peerId)}
              reached={session.isReached(participant.peerId)}
            />
          ))}
      </div>
      {own?.speaks && state.problem && <MediaProblemNote session={session} state={state} />}
      {devicesShown && (
        <div style={{ background: '#fff', color: '#000', padding: '0.75rem', borderRadius: '0.25rem' }}>
          <CallDevices session={session} state={state} />
        </div>
      )}
      <Group gap="xs" justify="space-between">
        <Clock call={call} ahead={ahead} warning={state.warning} />
        <Group gap="xs">
          {own?.speaks && <OwnControls session={session} state={state} devices={devices.toggle} />}
          <Button size="compact-md" variant="default" onClick={toggle} aria-pressed={large}>
            {t(large ? 'control.smaller' : 'control.larger')}
          </Button>
          <Button size="compact-md" color="red" onClick={() => session.leave()}>
            {t('control.leave')}
          </Button>
        </Group>
      </Group>
    </section>
  );
}

function OwnControls({
  session,
  state,
  devices,
}: Pick<CallViewProps, 'session' | 'state'> & { devices: () => void }) {
  const { t } = useTranslation('calls');
  const { media } = state;
  return (
    <>
      {(['microphone', 'camera'] as const).map((what) => (
        <Button
          key={what}
          size="compact-md"
          variant={media[what] ? 'default' : 'filled'}
          color={media[what] ? undefined : 'gray'}
          onClick={() => session.set(what, !media[what])}
        >
          {t(media[what] ? `control.${what}Off` : `control.${what}On`)}
        </Button>
      ))}
      {canShareScreen() && (
        <Button
          size="compact-md"
          variant="default"
          onClick={() => (media.screen ? session.stopSharing() : void session.shareScreen())}
        >
          {t(media.screen ? 'control.screenOff' : 'control.screenOn')}
        </Button>
      )}
      <Button size="compact-md" variant="default" onClick={devices}>
        {t('control.devices')}
      </Button>
    </>
  );
}

/** How long it has been going on, or what is left until the server ends it, by the server's clock. */
function Clock({ call, ahead, warning }: Pick<CallViewProps, 'call' | 'ahead'> & { warning: number | null }) {
  const { t } = useTranslation('calls');
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const at = now + ahead;
  const left = call.endsAt === null ? null : Date.parse(call.endsAt) - at;
  return (
    <div>
      <Text span className={classes.timer} c={warning === null ? undefined : 'yellow.4'} role="timer">
        {left === null
          ? t('clock.since', { time: clock(at - Date.parse(call.startedAt)) })
          : t('clock.left', { time: clock(left) })}
      </Text>
      <Text size="xs" role="status">
        {warning !== null && t('clock.warning', { n: warning })}
      </Text>
      {left !== null && <VisuallyHidden>{t('clock.hardEnd')}</VisuallyHidden>}
    </div>
  );
}
