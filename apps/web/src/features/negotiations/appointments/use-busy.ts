import { appointmentsApi } from '#contracts/appointments.js';
import { meetingTimetableApi } from '#contracts/meeting-timetable.js';
import { useMe } from '../../../api/session';
import { useEndpoint } from '../../../api/use-endpoint';
import type { Span } from './times-draft';

export interface Busy extends Span {
  id: string;
  title: string;
}

/** The reader's other appointments, and their company's meetings at events, around some spans; as far as it is known. */
export function useBusy(spans: readonly Span[]): Busy[] {
  const me = useMe();
  const from = spans.map(({ startsAt }) => startsAt).sort()[0] ?? '';
  const until =
    spans
      .map(({ endsAt }) => endsAt)
      .sort()
      .at(-1) ?? '';
  const query = { from, until };
  const enabled = spans.length > 0;
  const appointments = useEndpoint(appointmentsApi.busy, { query }, { enabled });
  const meetings = useEndpoint(
    meetingTimetableApi.mine,
    { query },
    { enabled: enabled && me.company?.approved === true },
  );
  const atEvents = meetings.data?.items.map(({ id, event, other, ...span }) => ({
    ...{ ...span, id, title: `${event} (${other})` },
  }));
  return enabled ? [...(appointments.data?.items ?? []), ...(atEvents ?? [])] : [];
}
