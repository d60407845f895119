import { Alert, Select, SimpleGrid } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallSession, CallState } from './call-session';

/** Which microphone and camera are used; asked for again where one is plugged in. */
export function CallDevices({ session, state }: { session: CallSession; state: CallState }) {
  const { t } = useTranslation('calls');
  const devices = useDevices(state);
  const field = (kind: 'audio' | 'video', found: MediaDeviceInfo[]) => (
    <Select
      label={t(`devices.${kind}`)}
      data={found.map(({ deviceId, label }, i) => ({
        value: deviceId,
        label: label || t('devices.unnamed', { n: i + 1 }),
      }))}
      value={state.choice[kind] ?? found[0]?.deviceId ?? null}
      allowDeselect={false}
      disabled={found.length === 0}
      placeholder={t('devices.none')}
      onChange={(value) => void session.openDevices({ ...state.choice, [kind]: value ?? undefined })}
      comboboxProps={{ zIndex: 400 }}
    />
  );
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      {field(
        'audio',
        devices.filter(({ kind }) => kind === 'audioinput'),
      )}
      {field(
        'video',
        devices.filter(({ kind }) => kind === 'videoinput'),
      )}
    </SimpleGrid>
  );
}

function useDevices({ problem, picture }: CallState): MediaDeviceInfo[] {
  const [devices, setDevices] = useState<MediaDeviceInfo[]>([]);
  useEffect(() => {
    if (!('mediaDevices' in navigator)) return;
    const { mediaDevices } = navigator;
    // Before the person has allowed it, devices have neither id nor name.
    const look = () =>
      void mediaDevices
        .enumerateDevices()
        .then((all) => setDevices(all.filter(({ deviceId }) => deviceId !== '')));
    look();
    mediaDevices.addEventListener('devicechange', look);
    return () => mediaDevices.removeEventListener('devicechange', look);
  }, [problem, picture]);
  return devices;
}

/** What is in the way of one's own picture or sound, and what to do about it. */
export function MediaProblemNote({ session, state }: { session: CallSession; state: CallState }) {
  const { t } = useTranslation('calls');
  if (!state.problem) return null;
  return (
    <Alert color="yellow" role="alert" title={t(`problem.${state.problem}.title`)}>
      {t(`problem.${state.problem}.text`)}{' '}
      {state.problem !== 'insecure' && (
        <button
          type="button"
          onClick={() => void session.openDevices()}
          style={{
            font: 'inherit',
            textDecoration: 'underline',
            background: 'none',
            border: 0,
            cursor: 'pointer',
            color: 'inherit',
            padding: 0,
          }}
        >
          {t('problem.again')}
        </button>
      )}
    </Alert>
  );
}
