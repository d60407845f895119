import { describe, expect, it, jest } from '@jest/globals';
import { FairClock } from './fair-clock.js';

const day = {
  from: new Date('2026-04-01T00:30:00Z'),
  until: new Date('2026-04-01T08:30:00Z'),
  seconds: 120,
};

describe('the clock of a fair', () => {
  it("is the server's where no day runs fast", () => {
    jest.useFakeTimers({ now: Date.parse('2026-01-01T00:00:00Z') });
    const clock = new FairClock();
    expect([clock.now('a'), clock.pace('a')]).toEqual([new Date('2026-01-01T00:00:00Z'), 1]);
    expect([clock.since('a', day.from), clock.progress('a')]).toEqual([day.from, 0]);
    jest.useRealTimers();
  });

  it('runs through the day, stands still when stopped, and never passes its end', () => {
    jest.useFakeTimers({ now: Date.parse('2026-01-01T12:00:00Z') });
    const clock = new FairClock();
    clock.runFast(['a', 'b'], day);
    expect(clock.pace('a')).toBe(240);
    jest.advanceTimersByTime(30_000);
    expect(clock.now('b')).toEqual(new Date('2026-04-01T02:30:00Z'));
    expect(clock.at('a', new Date('2026-01-01T11:00:00Z'))).toEqual(day.from);
    clock.goOn(['a', 'b'], new Date('2026-04-01T02:40:00Z'));
    jest.advanceTimersByTime(5_000);
    expect(clock.now('b')).toEqual(new Date('2026-04-01T02:40:00Z'));
    clock.goOn(['a', 'b'], new Date('2026-04-01T03:30:00Z'));
    expect(clock.now('b')).toEqual(new Date('2026-04-01T02:40:00Z'));
    jest.advanceTimersByTime(5_000);
    expect(clock.now('b')).toEqual(new Date('2026-04-01T03:00:00Z'));
    clock.goOn(['a', 'b'], new Date('2026-04-02T00:00:00Z'));
    // What happened while it waited happened when it waited, and what was before it keeps its time.
    expect(clock.at('b', new Date(Date.now() - 6_000))).toEqual(new Date('2026-04-01T02:40:00Z'));
    expect(clock.at('b', new Date(Date.now() - 25_000))).toEqual(new Date('2026-04-01T01:30:00Z'));
    expect(clock.since('b', new Date('2026-04-01T02:40:00Z'))).toEqual(new Date(Date.now() - 7_500));
    expect(clock.progress('a')).toBe(0.3125);
    const half = new Date('2026-04-01T01:30:00Z');
    const since = clock.since('a', half);
    expect(clock.at('a', since)).toEqual(half);
    expect(clock.at('a', new Date(since.getTime() - 1)).getTime()).toBeLessThan(half.getTime());
    clock.stop(['a']);
    jest.advanceTimersByTime(300_000);
    expect([clock.now('a'), clock.pace('a')]).toEqual([new Date('2026-04-01T03:00:00Z'), 0]);
    clock.forget(['a']);
    expect(clock.now('a')).toEqual(new Date());
    jest.useRealTimers();
  });
});
