import { describe, expect, it } from '@jest/globals';
import { parseDay } from './parse-day';

describe('parseDay', () => {
  it.each([
    ['2027-02-15', '2027-02-15'],
    ['2027/2/5', '2027-02-05'],
    ['2027年2月15日', '2027-02-15'],
    ['２０２７．２．１５', '2027-02-15'],
    ['20270215', '2027-02-15'],
    ['15 Feb 2027', '2027-02-15'],
    ['15 February 2027', '2027-02-15'],
    ['2/15', '2027-02-15'],
    ['12月1日', '2026-12-01'],
    ['11/21', '2026-11-21'],
  ])('reads %s', (typed, day) => expect(parseDay(typed, '2026-11-21')).toBe(day));

  it.each(['', 'tomorrow', '2027-02-30', '2027/13/1', '15/2/2027', '31 Foo 2027', '2027-02'])(
    'refuses %j',
    (typed) => expect(parseDay(typed, '2026-11-21')).toBeNull(),
  );
});
