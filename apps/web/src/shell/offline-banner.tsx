import { Text } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveState } from '../live/live';
import classes from './shell.module.css';

/** Whether the live connection has been away for longer than a blink. */
function useLiveLost(): boolean {
  const connecting = useLiveState() === 'connecting';
  const [lost, setLost] = useState(false);
  useEffect(() => {
    if (!connecting) return;
    const timer = setTimeout(() => setLost(true), 4_000);
    return () => {
      clearTimeout(timer);
      setLost(false);
    };
  }, [connecting]);
  return lost;
}

/** Tells that there is no connection, that nothing typed is lost, and that it comes back by itself. */
export function OfflineBanner() {
  const { t } = useTranslation();
  const { online } = useNetwork();
  const lost = useLiveLost();
  const text = !online ? t('offline.banner') : lost ? t('offline.reconnecting') : null;
  return (
    <div role="status" className="no-print">
      {text && (
        <Text size="sm" px="md" py={6} className={classes.offline}>
          {text}
        </Text>
      )}
    </div>
  );
}
