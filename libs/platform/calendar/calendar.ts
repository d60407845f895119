import { createEvents, type EventAttributes } from 'ics';

/** A person or organisation in a calendar file. */
export interface CalendarPerson {
  readonly name: string;
  readonly email: string;
}

export interface CalendarMeeting {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  /** Instants, ISO 8601. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** Grows with every change, so that a calendar takes the latest (RFC 5545, 3.8.7.4). */
  readonly sequence: number;
  readonly isCancelled: boolean;
  readonly updatedAt: Date;
  readonly description?: string;
  /** Web address; https. */
  readonly url?: string;
  readonly organizer?: CalendarPerson;
  readonly attendees?: readonly CalendarPerson[];
}

/**
 * What a file is for (RFC 5546, 3.2): a list that is published, or an invitation that a calendar takes in and answers
 * with its own entry. Where nothing but cancelled meetings is left, either is a METHOD:CANCEL.
 */
export type CalendarMethod = 'PUBLISH' | 'REQUEST';

/** Minutes before a meeting at which a calendar reminds. */
const REMINDER = 10;

/**
 * Meetings as iCalendar (RFC 5545). A meeting keeps its UID for ever: one that was cancelled comes with
 * STATUS:CANCELLED and a higher SEQUENCE, so that no calendar keeps a dead meeting.
 */
export function calendarOf(
  name: string,
  meetings: readonly CalendarMeeting[],
  method: CalendarMethod = 'PUBLISH',
): string {
  const isOver = meetings.length > 0 && meetings.every(({ isCancelled }) => isCancelled);
  const { error, value } = createEvents(
    meetings.map((meeting) => toEvent(meeting)),
    { calName: name, method: isOver ? 'CANCEL' : method, productId: 'nakadachi/meetings' },
  );
  if (error) throw error;
  return value ?? '';
}

function toEvent(meeting: CalendarMeeting): EventAttributes {
  const { id, title, place, startsAt, endsAt, sequence, isCancelled, updatedAt } = meeting;
  const { description, url, organizer, attendees } = meeting;
  const alarm = {
    action: 'display' as const,
    description: title,
    trigger: { before: true, minutes: REMINDER },
  };
  return {
    uid: `${id}@nakadachi`,
    title,
    location: place,
    start: Date.parse(startsAt),
    startInputType: 'utc',
    startOutputType: 'utc',
    end: Date.parse(endsAt),
    endInputType: 'utc',
    endOutputType: 'utc',
    sequence,
    status: isCancelled ? 'CANCELLED' : 'CONFIRMED',
    lastModified: updatedAt.getTime(),
    ...(description && { description }),
    ...(url && { url }),
    ...(organizer && { organizer: { ...organizer } }),
    ...(attendees && {
      // Both sides have said yes before the file is made.
      attendees: attendees.map((one) => ({ ...one, partstat: 'ACCEPTED' as const })),
    }),
    ...(isCancelled ? {} : { alarms: [alarm] }),
  };
}
