import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { calendarOf, type CalendarMeeting } from './calendar.js';

const meeting = (given: Partial<CalendarMeeting> = {}): CalendarMeeting => ({
  ...{ id: '0198', title: '商談：甲製作所、乙; 丙（合同商談会）', place: '産業会館 テーブル3' },
  ...{ startsAt: '2026-12-01T04:20:00.000Z', endsAt: '2026-12-01T04:40:00.000Z' },
  ...{ sequence: 0, isCancelled: false, updatedAt: new Date('2026-11-20T00:00:00Z') },
  ...given,
});

/** What another program reads of the file. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[] as never);
  const events = calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      title: event.summary,
      place: event.location,
      starts: event.startDate.toJSDate().toISOString(),
      ends: event.endDate.toJSDate().toISOString(),
      sequence: event.sequence,
      status: component.getFirstPropertyValue('status'),
      alarms: component.getAllSubcomponents('valarm').length,
    };
  });
  return { method: calendar.getFirstPropertyValue('method'), events };
}

describe('a timetable as iCalendar', () => {
  it('is read by another program as it was meant, with Japanese and reserved characters', () => {
    const { method, events } = read(calendarOf('合同商談会', [meeting()]));
    expect(method).toBe('PUBLISH');
    expect(events).toEqual([
      {
        uid: '0198@nakadachi',
        title: '商談：甲製作所、乙; 丙（合同商談会）',
        place: '産業会館 テーブル3',
        starts: '2026-12-01T04:20:00.000Z',
        ends: '2026-12-01T04:40:00.000Z',
        sequence: 0,
        status: 'CONFIRMED',
        alarms: 1,
      },
    ]);
  });

  it('cancels a meeting under its UID with a higher number, and reminds of it no more', () => {
    const before = read(calendarOf('会', [meeting(), meeting({ id: 'other' })])).events[0];
    const after = read(
      calendarOf('会', [meeting({ sequence: 1, isCancelled: true }), meeting({ id: 'other' })]),
    );
    expect(after.method).toBe('PUBLISH');
    expect(after.events[0]).toMatchObject({ uid: before?.uid, status: 'CANCELLED', alarms: 0 });
    expect(after.events[0]?.sequence).toBeGreaterThan(before?.sequence ?? 0);
  });

  it('invites by REQUEST with who takes part, and calls the same meeting off by CANCEL', () => {
    const people = {
      organizer: { name: '仲立ち', email: 'no-reply@example.test' },
      attendees: [{ name: '発注 花子', email: 'owner@example.test' }],
    };
    const url = 'https://meet.example.test/abc';
    const asked = calendarOf('打ち合わせ', [meeting({ ...people, url, sequence: 3 })], 'REQUEST');
    const vevent = new ICAL.Component(ICAL.parse(asked) as unknown[] as never).getFirstSubcomponent('vevent');
    expect(read(asked)).toMatchObject({ method: 'REQUEST', events: [{ sequence: 3, status: 'CONFIRMED' }] });
    expect(vevent?.getFirstPropertyValue('organizer')).toMatch(/^mailto:no-reply@example\.test$/i);
    expect(vevent?.getFirstPropertyValue('attendee')).toMatch(/^mailto:owner@example\.test$/i);
    expect(vevent?.getFirstPropertyValue('url')).toBe(url);
    const off = calendarOf('打ち合わせ', [meeting({ ...people, sequence: 4, isCancelled: true })], 'REQUEST');
    expect(read(off)).toMatchObject({
      method: 'CANCEL',
      events: [{ uid: '0198@nakadachi', sequence: 4, status: 'CANCELLED' }],
    });
  });

  it('is a cancellation as a whole where nothing else is left', () => {
    expect(read(calendarOf('会', [meeting({ sequence: 2, isCancelled: true })])).method).toBe('CANCEL');
    expect(read(calendarOf('会', [])).events).toEqual([]);
  });
});
