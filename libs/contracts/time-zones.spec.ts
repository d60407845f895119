import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatSpan, instantsOf, isTimeZone, JAPAN, wallTimeOf } from './time-zones.js';

const iso = (on: string, at: string, zone: string) =>
  instantsOf({ on, at }, zone).map((ms) => new Date(ms).toISOString());

describe('time zones', () => {
  it('are names of the IANA database', () => {
    for (const zone of [JAPAN, 'Europe/Berlin', 'America/New_York', 'UTC', 'Asia/Kolkata'])
      expect(isTimeZone(zone)).toBe(true);
    for (const wrong of ['', 'Mars/Olympus', '+09:00', '日本']) expect(isTimeZone(wrong)).toBe(false);
  });

  it('read the same wall time before and after the clocks change', () => {
    // Europe ends summer time on 25 October 2026, the United States on 1 November.
    expect(iso('2026-10-24', '10:00', 'Europe/Berlin')).toEqual(['2026-10-24T08:00:00.000Z']);
    expect(iso('2026-10-25', '10:00', 'Europe/Berlin')).toEqual(['2026-10-25T09:00:00.000Z']);
    expect(iso('2026-10-31', '09:00', 'America/New_York')).toEqual(['2026-10-31T13:00:00.000Z']);
    expect(iso('2026-11-01', '09:00', 'America/New_York')).toEqual(['2026-11-01T14:00:00.000Z']);
    expect(iso('2026-12-01', '14:00', JAPAN)).toEqual(['2026-12-01T05:00:00.000Z']);
  });

  it('know the hour that does not exist in spring and the one that comes twice in autumn', () => {
    expect(iso('2027-03-28', '02:30', 'Europe/Berlin')).toEqual([]);
    expect(iso('2026-10-25', '02:30', 'Europe/Berlin')).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ]);
    // Half an hour, on Lord Howe Island.
    expect(iso('2026-10-04', '02:15', 'Australia/Lord_Howe')).toEqual([]);
    expect(iso('2026-04-05', '01:45', 'Australia/Lord_Howe')).toHaveLength(2);
  });

  it('lead from any minute to the wall and back', () => {
    const zones = fc.constantFrom(JAPAN, 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia');
    fc.assert(
      fc.property(zones, fc.integer({ min: 29_000_000, max: 32_000_000 }), (zone, minute) => {
        expect(instantsOf(wallTimeOf(minute * 60_000, zone), zone)).toContain(minute * 60_000);
      }),
    );
  });

  it('say nothing of what is no time', () => {
    expect(iso('2026-02-30', '10:00', JAPAN)).toEqual([]);
    expect(iso('', '', JAPAN)).toEqual([]);
  });

  it('are written as their reader reads them, with the second day where it is another', () => {
    const [from, until] = ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'];
    expect(formatSpan(from, until, JAPAN, 'ja')).toBe('2026年10月25日(日) 09:30〜10:30 日本標準時');
    expect(formatSpan(from, until, 'Europe/Berlin', 'en')).toContain('02:30–02:30');
    expect(formatSpan(from, until, 'America/Los_Angeles', 'en')).toContain('24 Oct 2026 17:30–18:30 Pacific');
    expect(formatSpan('2026-12-01T14:30:00Z', '2026-12-01T15:30:00Z', JAPAN, 'ja')).toContain(
      '2026年12月1日(火) 23:30〜2026年12月2日(水) 00:30',
    );
  });
});
