import type { z } from 'zod';
import {
  fairContent,
  fairsApi,
  type Fair,
  type FairContent,
  type FairStep,
} from '#contracts/fair-exhibition.js';
import {
  boothApplication,
  fairExhibitorsApi,
  type BoothApplication,
  type Exhibitor,
} from '#contracts/fair-exhibitors.js';
import { questionList } from '#contracts/fair-questions.js';
import { fairVisitorsApi, type VisitorEntry } from '#contracts/fair-visitors.js';
import { VisitorsReader } from '#fairs/index.js';
import {
  fairSessionsApi,
  sessionContent,
  type FairSession,
  type SessionContent,
} from '#contracts/fair-sessions.js';
import type { TestApp } from './app.js';
import type { Client } from './client.js';
import { inDays } from './meetings.js';
import type { Firm } from './orders.js';

type GivenFair = Partial<z.input<typeof fairContent>>;

/** A fair in thirty days with two halls of twelve booths each and a pavilion. */
export const someFair = (given: GivenFair = {}): FairContent =>
  fairContent.parse({
    ...{ title: 'ものづくり展', titleEn: 'Making Things', summary: '', format: 'hybrid', place: '産業会館' },
    ...{ placeNote: '', privacyNote: '', from: '10:00', until: '17:00' },
    ...{ startsOn: inDays(30), endsOn: inDays(31), applicationUntil: inDays(10) },
    halls: [
      { key: 'A', name: '第1ホール', nameEn: 'Hall 1', rows: 2, perRow: 6 },
      { key: 'B', name: '第2ホール', nameEn: 'Hall 2', rows: 2, perRow: 6 },
    ],
    pavilions: [
      { key: 'city', name: '川沿い市パビリオン', nameEn: 'City pavilion', head: '川沿い市', text: '' },
    ],
    tasks: [
      { key: 'panel', phase: 'preparation', title: 'パネルを送る', titleEn: 'Send panels', on: inDays(2) },
    ],
    ...given,
  });

export const someBooth = (given: Partial<z.input<typeof boothApplication>> = {}): BoothApplication =>
  boothApplication.parse({
    ...{
      headline: '小物精密切削',
      text: 'ステンレスとチタンを削ります。',
      contact: '展示 花子',
      phone: '000-0000',
    },
    products: [
      { kind: 'product', name: '流路ブロック', text: 'SUS316L', mark: '' },
      { kind: 'brand', name: '鏡面ボルト', text: '', mark: '川沿い市ものづくりブランド2026' },
    ],
    ...given,
  });

const steps: FairStep[] = ['open', 'published', 'running', 'finished'];

/** Takes a fair on to a state, step by step. */
export async function fairAt(organiser: Client, { id }: { id: string }, to: FairStep): Promise<Fair> {
  let fair = await organiser.ok(fairsApi.get, { params: { id } });
  const reached = steps.findIndex((step) => step === fair.state);
  for (const step of steps.slice(reached + 1, steps.indexOf(to) + 1))
    fair = await organiser.ok(fairsApi.advance, {
      params: { id },
      version: fair.version,
      body: { to: step },
    });
  return fair;
}

export async function anOpenFair(organiser: Client, given: GivenFair = {}): Promise<Fair> {
  return fairAt(organiser, await organiser.ok(fairsApi.create, { body: someFair(given) }), 'open');
}

/** Applies and is let in. */
export async function exhibits(
  organiser: Client,
  firm: Firm,
  { id }: { id: string },
  given: Partial<z.input<typeof boothApplication>> = {},
): Promise<Exhibitor> {
  const body = { ...someBooth(given), companyId: null };
  const { id: exhibitorId } = await firm.api.ok(fairExhibitorsApi.apply, { params: { id }, body });
  return organiser.ok(fairExhibitorsApi.decide, {
    params: { id, exhibitorId },
    body: { decision: 'approve', reason: '' },
  });
}

export const someVisitor = (given: Partial<VisitorEntry> = {}): VisitorEntry => ({
  ...{ email: 'visitor@example.test', name: '来場 次郎', organisation: '架空商事', job: '', need: '' },
  ...{ attends: 'both', language: 'ja', terms: true, contact: true, news: false },
  ...given,
});

/** A visitor whose address is confirmed. Answers with the ticket's token. */
export async function aTicket(
  app: TestApp,
  { id }: { id: string },
  given: Partial<VisitorEntry> = {},
): Promise<string> {
  const body = someVisitor(given);
  await app.as().ok(fairVisitorsApi.register, { params: { id }, body });
  const [visitor] = await app.resources.database.query<{ id: string }>(
    'select id from fair_visitor where fair_id = $1 and email = $2',
    [id, body.email],
  );
  const token = app.app.get(VisitorsReader, { strict: false }).tokenOf(visitor?.id ?? '');
  await app.as().ok(fairVisitorsApi.confirm, { params: { token } });
  return token;
}

export const someSession = (given: Partial<z.input<typeof sessionContent>> = {}): SessionContent =>
  sessionContent.parse({
    ...{
      title: '切削の自動化',
      text: '',
      place: '講演会場',
      capacity: 2,
      streamUrl: 'https://stream.example/1',
    },
    ...{ startsAt: '2026-04-01T04:00:00Z', endsAt: '2026-04-01T05:00:00Z' },
    speakers: [{ name: '講師 一郎', organisation: '架空大学' }],
    ...given,
  });

export const aSession = (
  organiser: Client,
  { id }: { id: string },
  given: Partial<z.input<typeof sessionContent>> = {},
): Promise<FairSession> => organiser.ok(fairSessionsApi.create, { params: { id }, body: someSession(given) });

/** A scale that must be answered, a choice, a number and a text. */
export const someQuestions = (): { questions: z.output<typeof questionList> } => ({
  questions: questionList.parse([
    { key: 'satisfaction', kind: 'scale', label: '満足度', labelEn: 'Satisfaction', isNeeded: true },
    {
      ...{ key: 'again', kind: 'choice', label: '次回も' },
      options: [
        { key: 'yes', label: 'はい' },
        { key: 'no', label: 'いいえ' },
      ],
    },
    { key: 'talks', kind: 'number', label: '商談', unit: '件' },
    { key: 'improve', kind: 'text', label: 'ご意見' },
  ]),
});
