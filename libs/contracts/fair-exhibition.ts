import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { fairHall } from './fair-plan.js';
import { clock } from './meeting-events.js';
import {
  byId,
  day,
  flag,
  id,
  instant,
  line,
  listOf,
  optionalLine,
  pageOf,
  pageQuery,
  prose,
  yen,
} from './shapes.js';

export const fairState = z.enum(['draft', 'open', 'published', 'running', 'finished', 'cancelled']);
export type FairState = z.infer<typeof fairState>;
/** A state that a fair is taken on to. */
export const fairStep = fairState.exclude(['draft', 'cancelled']);
export type FairStep = z.infer<typeof fairStep>;
export const fairFormat = z.enum(['on-site', 'online', 'hybrid']);

const key = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

/** 出展者のやること: what every exhibitor does, in the four phases of a fair. */
export const fairPhase = z.enum(['application', 'preparation', 'day', 'follow-up']);
export const fairTask = z.object({
  key,
  phase: fairPhase,
  title: line(120),
  titleEn: optionalLine(120),
  /** The last day for it. */
  on: day,
});
export type FairTask = z.output<typeof fairTask>;

/** 共同出展: booths of several exhibitors under one roof, e.g. of a city, with a shared head. */
export const fairPavilion = z.object({
  key,
  name: line(80),
  nameEn: optionalLine(80),
  /** Who speaks for all of it. */
  head: line(120),
  text: prose(2_000),
});
export type FairPavilion = z.output<typeof fairPavilion>;

const fields = z.object({
  title: line(),
  titleEn: optionalLine(),
  summary: prose(5_000),
  format: fairFormat,
  place: optionalLine(),
  placeNote: prose(2_000),
  startsOn: day,
  endsOn: day,
  /** Opening hours of each day. */
  from: clock,
  until: clock,
  applicationUntil: day,
  coOrganiserIds: z.array(id).max(20).default([]),
  halls: z.array(fairHall).min(1).max(8),
  pavilions: z.array(fairPavilion).max(20).default([]),
  tasks: z.array(fairTask).max(30).default([]),
  /** How the organisers use visitors' data, shown above the consents. */
  privacyNote: prose(3_000),
  /** A meeting event held with it. */
  meetingEventId: id.nullable().default(null),
  /** The fair of the year before, for comparison. */
  previousId: id.nullable().default(null),
});
type Fields = z.output<typeof fields>;
type Problem = readonly [path: (string | number)[], rule: string];

const twice = (keys: readonly string[], path: string): Problem[] =>
  keys.flatMap((one, i): Problem[] => (keys.indexOf(one) < i ? [[[path, i, 'key'], 'key-twice']] : []));

function problemsOf(given: Fields): Problem[] {
  const when = (isWrong: boolean, path: string, rule: string): Problem[] => (isWrong ? [[[path], rule]] : []);
  return [
    ...when(given.endsOn < given.startsOn, 'endsOn', 'last-day-first'),
    ...when(given.until <= given.from, 'until', 'ends-before-start'),
    ...when(given.applicationUntil >= given.startsOn, 'applicationUntil', 'before-the-fair'),
    ...when(given.format !== 'online' && given.place === '', 'place', 'place-needed'),
    ...twice(
      given.halls.map((hall) => hall.key),
      'halls',
    ),
    ...twice(
      given.pavilions.map((pavilion) => pavilion.key),
      'pavilions',
    ),
    ...twice(
      given.tasks.map((task) => task.key),
      'tasks',
    ),
  ];
}

/** What organisers lay down. Each wrong field is named with a rule of `rule.*` in the web app's texts. */
export const fairContent = fields.superRefine((given, context) => {
  for (const [path, message] of problemsOf(given)) {
    const input = path.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], given);
    context.addIssue({ code: 'custom', path, message, input });
  }
});
export type FairContent = z.output<typeof fairContent>;

const organiser = z.object({ id, name: z.string(), nameEn: z.string(), isLead: z.boolean() });

export const fair = z.object({
  id,
  state: fairState,
  content: fields,
  organisers: z.array(organiser),
  /** Booths that are taken, with who stands there; for others than organisers from publication on. */
  booths: z.array(
    z.object({ no: z.string(), exhibitorId: id, name: z.string(), pavilionKey: z.string().nullable() }),
  ),
  reason: z.string(),
  costYen: yen.nullable(),
  cancelledAt: instant.nullable(),
  /** The viewer's company in it. */
  own: z.object({ id, state: z.string() }).nullable(),
  version: z.int(),
  updatedAt: instant,
  can: z.object({
    edit: z.boolean(),
    advance: fairStep.nullable(),
    cancel: z.boolean(),
    organise: z.boolean(),
    apply: z.boolean(),
    /** Whether visitors may register now. */
    visit: z.boolean(),
  }),
});
export type Fair = z.infer<typeof fair>;

export const fairCard = z.object({
  id,
  state: fairState,
  title: z.string(),
  titleEn: z.string(),
  format: fairFormat,
  place: z.string(),
  startsOn: day,
  endsOn: day,
  applicationUntil: day,
  organisers: z.array(z.object({ name: z.string(), nameEn: z.string() })),
  exhibitors: z.int(),
});
export type FairCard = z.infer<typeof fairCard>;

export const fairQuery = pageQuery.extend({
  q: z.string().max(200).default(''),
  state: listOf(fairState),
  format: listOf(fairFormat),
  /** Organised by the own body, or with the own company in it. */
  mine: flag.default(false),
});

export const fairsApi = {
  list: endpoint({
    method: 'GET',
    path: '/fairs',
    access: 'public',
    summary: 'Fairs, those to come first; drafts only of the own body. Cancelled ones stay',
    query: fairQuery,
    response: pageOf(fairCard),
  }),
  create: endpoint({
    method: 'POST',
    path: '/fairs',
    access: 'fair:organise',
    creates: true,
    summary: 'A new draft, led by the own body',
    body: fairContent,
    response: fair,
  }),
  get: endpoint({
    method: 'GET',
    path: '/fairs/:id',
    access: 'public',
    versioned: 'read',
    summary: 'A fair with its halls and who stands where',
    params: byId,
    response: fair,
  }),
  update: endpoint({
    method: 'PUT',
    path: '/fairs/:id',
    access: 'fair:organise',
    versioned: 'write',
    summary:
      'Changes what is laid down, until the fair is over. Errors: fair/booth-taken where a booth with an exhibitor would go',
    params: byId,
    body: fairContent,
    response: fair,
  }),
  advance: endpoint({
    method: 'POST',
    path: '/fairs/:id/advance',
    access: 'fair:organise',
    versioned: 'write',
    summary: 'Goes to the next state: opens applications, publishes, begins, ends',
    params: byId,
    body: z.object({ to: fairStep }),
    response: fair,
  }),
  cancel: endpoint({
    method: 'POST',
    path: '/fairs/:id/cancel',
    access: 'fair:organise',
    versioned: 'write',
    summary: 'Cancels with a reason and the cost until now; the fair stays visible',
    params: byId,
    body: z.object({ reason: line(1_000), costYen: yen.nullable().default(null) }),
    response: fair,
  }),
  setCost: endpoint({
    method: 'PUT',
    path: '/fairs/:id/cost',
    access: 'fair:organise',
    versioned: 'write',
    summary: 'What the fair has cost, also after it was cancelled',
    params: byId,
    body: z.object({ costYen: yen.nullable() }),
    response: fair,
  }),
};
