import {
  meetingEventContent,
  meetingEventsApi,
  rulePresets,
  type MeetingEvent,
  type MeetingEventContent,
  type MeetingStep,
  type MeetingSide,
} from '#contracts/meeting-events.js';
import {
  meetingParticipantsApi,
  participation,
  type MeetingParticipant,
  type Participation,
} from '#contracts/meeting-participants.js';
import type { z } from 'zod';
import { todayInJapan } from '#platform/japan-time.js';
import type { Client } from './client.js';
import type { Firm } from './orders.js';

const today = Date.parse(todayInJapan());

/** The day in so many days from today, in Japan; today is one day for a whole file, also where it ends meanwhile. */
export const inDays = (n: number): string => new Date(today + n * 86_400_000).toISOString().slice(0, 10);

type GivenEvent = Partial<z.input<typeof meetingEventContent>>;

/** An event on site in thirty days, with eight slots of twenty minutes. */
export const someEvent = (given: GivenEvent = {}): MeetingEventContent =>
  meetingEventContent.parse({
    ...{ title: '受発注商談会', summary: '', kind: 'general', format: 'on-site', place: '産業会館 大ホール' },
    placeNote: '',
    days: [{ on: inDays(30), from: '10:00', until: '14:00', breakFrom: '12:00', breakUntil: '13:00' }],
    rules: rulePresets['20'],
    ...{ tables: 10, ordererSeats: 10, supplierSeats: 20 },
    ...{ registrationUntil: inDays(10), needsOn: inDays(11), wishesUntil: inDays(20) },
    eligibility: { note: '' },
    ...given,
  });

const steps: MeetingStep[] = ['open', 'wishes', 'planning', 'published', 'running', 'finished'];

/** Takes an event on to a state, step by step. */
export async function advanced(
  organiser: Client,
  { id }: { id: string },
  to: MeetingStep,
): Promise<MeetingEvent> {
  let event = await organiser.ok(meetingEventsApi.get, { params: { id } });
  const reached = steps.findIndex((step) => step === event.state);
  for (const step of steps.slice(reached + 1, steps.indexOf(to) + 1))
    event = await organiser.ok(meetingEventsApi.advance, {
      params: { id },
      version: event.version,
      body: { to: step },
    });
  return event;
}

/** An event whose call is open. */
export async function anOpenEvent(organiser: Client, given: GivenEvent = {}): Promise<MeetingEvent> {
  const event = await organiser.ok(meetingEventsApi.create, { body: someEvent(given) });
  return advanced(organiser, event, 'open');
}

export const someParticipation = (
  side: MeetingSide,
  given: Partial<z.input<typeof participation>> = {},
): Participation =>
  participation.parse({
    ...{
      side,
      contact: '商談 太郎',
      headline: '短納期の精密切削',
      pitch: '一個から二百個まで、十日で届けます。',
    },
    needs:
      side === 'orderer' ? [{ title: '流路部品', text: 'ステンレスの流路部品を月に五十個作りたい。' }] : [],
    ...given,
  });

export const registered = (
  firm: Firm,
  event: { id: string },
  side: MeetingSide,
  given: Partial<z.input<typeof participation>> = {},
): Promise<MeetingParticipant> =>
  firm.api.ok(meetingParticipantsApi.register, {
    params: { id: event.id },
    body: someParticipation(side, given),
  });

/** Registers and is let in. */
export async function letIn(
  organiser: Client,
  firm: Firm,
  event: { id: string },
  side: MeetingSide,
  given: Partial<z.input<typeof participation>> = {},
): Promise<MeetingParticipant> {
  const { id } = await registered(firm, event, side, given);
  return organiser.ok(meetingParticipantsApi.decide, {
    params: { id: event.id, participantId: id },
    body: { decision: 'approve', reason: '' },
  });
}
