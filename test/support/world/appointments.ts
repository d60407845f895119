import { appointmentsApi, type Appointment, type AppointmentRequest } from '#contracts/appointments.js';
import type { Client } from '../client.js';
import { inDays } from '../meetings.js';

/** An hour on a day in so many days from today, as an instant. */
export const hourIn = (days: number, at = '14:00'): string =>
  new Date(`${inDays(days)}T${at}:00+09:00`).toISOString();

export const someAppointment = (given: Partial<AppointmentRequest> = {}): AppointmentRequest =>
  ({
    ...{ title: '見積の打ち合わせ', note: '', minutes: 60, hardEnd: false, means: 'call', address: '' },
    times: [hourIn(5), hourIn(6)],
    ...given,
  }) as AppointmentRequest;

/** One that waits for the own answer, and one that is agreed and asked to be moved; and a calendar's address. */
export async function someAppointments(
  params: { id: string },
  { own, other }: { own: Client; other: Client },
) {
  const theirs = await other.ok(appointmentsApi.propose, { params, body: someAppointment() });
  const ours = await own.ok(appointmentsApi.propose, { params, body: someAppointment() });
  const of = (one: Appointment) => ({ params: { ...params, appointmentId: one.id }, version: one.version });
  const agreed = await other.ok(appointmentsApi.accept, { ...of(ours), body: { time: 0 } });
  const body = { times: [hourIn(7)], minutes: 60, reason: '工場の都合' };
  const asked = await other.ok(appointmentsApi.proposeTimes, { ...of(agreed), body });
  const { address } = await own.ok(appointmentsApi.makeFeed);
  return {
    params,
    theirs: of(theirs),
    asked: of(asked),
    token: new URL(address).searchParams.get('token') ?? '',
  };
}

/** Requests to the routes of appointments. */
export function appointmentRequests({
  params,
  theirs,
  asked,
  token,
}: Awaited<ReturnType<typeof someAppointments>>) {
  const span = { from: hourIn(0), until: hourIn(30) };
  return {
    'appointments.list': { params },
    'appointments.propose': { params, body: someAppointment() },
    'appointments.accept': { ...theirs, body: { time: 0 } },
    'appointments.proposeTimes': { ...theirs, body: { times: [hourIn(8)], minutes: 30, reason: '' } },
    'appointments.keep': asked,
    'appointments.cancel': { ...asked, body: { reason: '出張のため' } },
    'appointments.calendar': { params: asked.params },
    'appointments.mine': {},
    'appointments.busy': { query: span },
    'appointments.setZone': { body: { zone: 'Europe/Berlin' } },
    'appointments.feed': {},
    'appointments.makeFeed': {},
    'appointments.subscription': { query: { token } },
    'calls.get': { params },
    'meetingTimetable.mine': { query: span },
  };
}
