import { useEffect, useState } from 'react';
import { steadyOffset, type KnownOffset } from './steady-offset';

const SECOND = 1_000;
const FAST_TICK = 200;
const PLACE = 'nakadachi.clock';

/** What was found before, also before a reload without a network. */
function known(): KnownOffset | null {
  try {
    return JSON.parse(localStorage.getItem(PLACE) ?? 'null') as KnownOffset | null;
  } catch {
    return null;
  }
}

function offsetBy(now: string): number {
  const found = steadyOffset(known(), Date.parse(now), Date.now());
  localStorage.setItem(PLACE, JSON.stringify(found));
  return found.offset;
}

/**
 * The server's clock in ms since 1970, carried on by the device between two answers and while the network is away: its
 * own may be wrong. `now`: what the server last said (ISO 8601); `pace`: how many of the clock's
 * seconds pass in one, other than 1 only in a demonstration, whose clock is no measure for the device's.
 */
export function useServerClock(now: string, pace = 1): number {
  const [heard, setHeard] = useState({ at: 0, on: 0 });
  const [, tick] = useState(0);
  const [seen, setSeen] = useState('');
  if (seen !== now) {
    setSeen(now);
    const on = Date.now();
    setHeard({ on, at: pace === 1 ? on + offsetBy(now) : Date.parse(now) });
  }
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), pace > 1 ? FAST_TICK : SECOND);
    return () => clearInterval(timer);
  }, [pace]);
  return heard.at + (Date.now() - heard.on) * pace;
}
