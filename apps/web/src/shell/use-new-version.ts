import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { followWorker, isOfThisPage, takeOver } from './shell-worker';

/**
 * Has the app kept on this device (service worker), so that it opens without a network. Answers with how to load a new
 * version; null while there is none.
 */
export function useNewVersion(): (() => void) | null {
  const client = useQueryClient();
  const [waiting, setWaiting] = useState<ServiceWorker | 'in charge' | null>(null);
  const asked = useRef(false);
  const onReady = useEffectEvent(async (worker: ServiceWorker) => {
    // A page that was loaded anew by hand is the new version already.
    if (await isOfThisPage(worker)) takeOver(worker);
    else setWaiting(worker);
  });
  const onControl = useEffectEvent(async (worker: ServiceWorker | null, wasControlled: boolean) => {
    if (asked.current) location.reload();
    // Another tab has loaded the new version: this one may still be the old one.
    else if (wasControlled) setWaiting((await isOfThisPage(worker)) ? null : 'in charge');
    // What was read before the first worker was there is read again, so that it is kept.
    else await client.invalidateQueries();
  });
  const onKeptAnew = useEffectEvent(() => void client.invalidateQueries());
  useEffect(() => {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    return followWorker({
      ready: (worker) => void onReady(worker),
      control: (worker, wasControlled) => void onControl(worker, wasControlled),
      keptAnew: () => onKeptAnew(),
    });
  }, []);
  if (waiting === null) return null;
  return () => {
    asked.current = true;
    if (waiting === 'in charge') location.reload();
    else takeOver(waiting);
  };
}
