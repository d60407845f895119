import type { MeetingEventContent, MeetingEventState } from '#contracts/meeting-events.js';
import { secondsOf, texts, told, type Built } from './built.js';

/** A meeting event that was opened. */
export interface MeetingRow {
  readonly id: string;
  readonly state: MeetingEventState;
  readonly content: MeetingEventContent;
  readonly organisers: string[];
  readonly openedAt: Date;
}

/** The document of a meeting event, for all who may open its page: staff and approved companies. A draft has none. */
export function meetingDocuments({ id, state, content, organisers, openedAt }: MeetingRow): Built[] {
  const { title, summary, place, placeNote } = content;
  return [
    {
      document: {
        key: `meeting-${id}`,
        kind: 'meeting',
        id,
        audience: ['approved', 'staff'],
        hiddenFrom: [],
        texts: {
          title: [title],
          aliases: organisers,
          body: texts(...summary.split(/\n\s*\n/), placeNote),
          place: texts(place),
        },
        // What has ended is found by its state alone, as orders are.
        facets: { state: [hasEnded(state) ? state : 'published'] },
        numbers: told({ since: secondsOf(openedAt) }),
        place: null,
      },
      card: {
        title,
        lead: summary.slice(0, 300),
        ...{ prefecture: null, municipality: null, industry: null, staff: null, owner: null },
        ...{ processes: [], materials: [], certificates: [] },
        ...{ state: null, deadline: null, since: openedAt.toISOString() },
      },
    },
  ];
}

const hasEnded = (state: MeetingEventState): boolean => state === 'cancelled' || state === 'finished';
