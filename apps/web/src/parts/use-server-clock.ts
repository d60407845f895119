import { useEffect, useState } from 'react';

const SECOND = 1_000;

/**
 * The server's clock in ms since 1970, carried on by the device between two answers: its own may be wrong. `now`: what
 * the server last said (ISO 8601).
 */
export function useServerClock(now: string): number {
  const [offset, setOffset] = useState(0);
  const [, tick] = useState(0);
  const [seen, setSeen] = useState('');
  if (seen !== now) {
    setSeen(now);
    setOffset(Date.parse(now) - Date.now());
  }
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), SECOND);
    return () => clearInterval(timer);
  }, []);
  return Date.now() + offset;
}
