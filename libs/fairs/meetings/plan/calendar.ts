import { createEvents, type EventAttributes } from 'ics';

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
}

/** Minutes before a meeting at which a calendar reminds. */
const REMINDER = 10;

/**
 * Meetings as iCalendar (RFC 5545), published (RFC 5546, 3.2.1). A meeting keeps its UID for ever: one that was
 * cancelled comes with STATUS:CANCELLED and a higher SEQUENCE, so that no calendar keeps a dead meeting. Where nothing
 * but cancelled meetings is left, the whole is a METHOD:CANCEL (3.2.5).
 */
export function calendarOf(name: string, meetings: readonly CalendarMeeting[]): string {
  const isOver = meetings.length > 0 && meetings.every(({ isCancelled }) => isCancelled);
  const { error, value } = createEvents(
    meetings.map((meeting) => toEvent(meeting)),
    { calName: name, method: isOver ? 'CANCEL' : 'PUBLISH', productId: 'nakadachi/meetings' },
  );
  if (error) throw error;
  return value ?? '';
}

function toEvent(meeting: CalendarMeeting): EventAttributes {
  const { id, title, place, startsAt, endsAt, sequence, isCancelled, updatedAt } = meeting;
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
    ...(isCancelled ? {} : { alarms: [alarm] }),
  };
}
