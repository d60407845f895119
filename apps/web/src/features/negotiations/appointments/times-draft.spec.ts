import { describe, expect, it } from '@jest/globals';
import { overlapping, spanOf, suggestedTime, timesIn } from './times-draft.js';

const now = Date.parse('2026-11-26T00:00:00Z');
const read = (zone: string, ...times: [string, string][]) => {
  const parsed = timesIn(zone, () => now).safeParse(times.map(([on, at]) => ({ on, at })));
  return parsed.success
    ? parsed.data
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
};

describe('typed times', () => {
  it('are instants of the zone that they are typed in, summer time or not', () => {
    expect(read('Asia/Tokyo', ['2026-12-01', '14:00'])).toEqual(['2026-12-01T05:00:00.000Z']);
    expect(read('Europe/Berlin', ['2027-03-27', '09:00'], ['2027-03-28', '09:00'])).toEqual([
      '2027-03-27T08:00:00.000Z',
      '2027-03-28T07:00:00.000Z',
    ]);
  });

  it('say which of them is wrong, and why', () => {
    const wrong = read('Europe/Berlin', ['2027-03-28', '02:30'], ['2026-11-25', '09:00']);
    expect(wrong).toEqual(['0.at skipped-hour', '1.at time-passed']);
    expect(read('Asia/Tokyo', ['2026-12-01', '14:00'], ['2026-12-01', '14:00'])).toEqual(['1.at repeated']);
    expect(read('Asia/Tokyo', ['2026-12-01', ''])).toEqual([expect.stringContaining('0.at')]);
  });

  it('begin with the next working day', () => {
    expect(suggestedTime('Asia/Tokyo', now)).toEqual({ on: '2026-11-27', at: '10:00' });
    expect(suggestedTime('Asia/Tokyo', Date.parse('2026-11-27T00:00:00Z')).on).toBe('2026-11-30');
  });

  it('overlap where they share time, not where one ends as the other begins', () => {
    const busy = [spanOf('2026-12-01T05:00:00Z', 60)];
    expect(overlapping(spanOf('2026-12-01T05:30:00Z', 60), busy)).toHaveLength(1);
    expect(overlapping(spanOf('2026-12-01T06:00:00Z', 60), busy)).toEqual([]);
    expect(overlapping(spanOf('2026-12-01T04:00:00Z', 60), busy)).toEqual([]);
  });
});
