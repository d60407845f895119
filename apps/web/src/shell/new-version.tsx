import { Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './shell.module.css';

const HOUR = 3_600_000;

/** Offers to load a new version once one is there; nobody loses what they are at for it. */
export function NewVersion() {
  const { t } = useTranslation();
  const load = useNewVersion();
  return (
    <div role="status" className="no-print">
      {load && (
        <Group gap="sm" px="md" py={6} className={classes.offline}>
          <Text size="sm">{t('update.text')}</Text>
          <Button size="compact-sm" variant="default" onClick={load}>
            {t('update.reload')}
          </Button>
        </Group>
      )}
    </div>
  );
}

/**
 * Has the app kept on this device (service worker), so that it opens without a network. Answers with how to load a new
 * version; null while there is none.
 */
function useNewVersion(): (() => void) | null {
  const client = useQueryClient();
  const [waiting, setWaiting] = useState<ServiceWorker | 'in charge' | null>(null);
  const asked = useRef(false);
  const changed = useEffectEvent((wasControlled: boolean) => {
    if (asked.current) location.reload();
    // Another tab has loaded the new version: this one is still the old one.
    else if (wasControlled) setWaiting('in charge');
    // What was read before the first worker was there is read again, so that it is kept.
    else void client.invalidateQueries();
  });
  useEffect(() => {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    const { serviceWorker } = navigator;
    let wasControlled = serviceWorker.controller !== null;
    const onChange = () => {
      changed(wasControlled);
      wasControlled = true;
    };
    serviceWorker.addEventListener('controllerchange', onChange);
    const onMessage = ({ data }: MessageEvent) => {
      if ((data as { type?: string } | null)?.type === 'kept-anew') void client.invalidateQueries();
    };
    serviceWorker.addEventListener('message', onMessage);
    let timer: ReturnType<typeof setInterval> | undefined;
    let left = false;
    const begin = async () => {
      const registration = await serviceWorker.register('/sw.js');
      // Where the browser forbids workers there is none.
      if (left || !registration) return;
      const look = () => {
        if (registration.waiting && serviceWorker.controller) setWaiting(registration.waiting);
      };
      const watch = () => registration.installing?.addEventListener('statechange', look);
      look();
      watch();
      registration.addEventListener('updatefound', watch);
      timer = setInterval(() => void registration.update().catch(() => {}), HOUR);
    };
    void begin().catch(() => {});
    return () => {
      left = true;
      clearInterval(timer);
      serviceWorker.removeEventListener('controllerchange', onChange);
      serviceWorker.removeEventListener('message', onMessage);
    };
  }, [client]);
  if (waiting === null) return null;
  return () => {
    asked.current = true;
    if (waiting === 'in charge') location.reload();
    else waiting.postMessage({ type: 'take-over' });
  };
}
