import { z } from 'zod';
import { endpoint, file } from './endpoint.js';
import { fairState } from './fair-exhibition.js';
import { questionnaireState } from './fair-questions.js';
import {
  byId,
  day,
  flag,
  id,
  instant,
  language,
  line,
  listOf,
  optionalLine,
  pageOf,
  pageQuery,
  prose,
} from './shapes.js';

/** Version of the consent texts (`visit.consent.*` of the web app); kept with every consent that is given. */
export const CONSENT_VERSION = '2026-11';

/** What a visitor registers with. No account is needed: a link is mailed that proves the address. */
export const visitorEntry = z
  .object({
    email: z.email().max(200),
    name: line(100),
    organisation: line(120),
    job: optionalLine(100),
    /** What they look for; proposes booths. */
    need: prose(500),
    attends: z.enum(['on-site', 'online', 'both']).default('both'),
    language: language.default('ja'),
    /** That the organisers keep these data for reception and statistics: needed. */
    terms: z.boolean(),
    /** That booths visited by scanning or talking may offer to keep the contact; each still asks. */
    contact: z.boolean().default(false),
    /** News of later fairs. */
    news: z.boolean().default(false),
  })
  .superRefine(({ terms }, context) => {
    if (!terms)
      context.addIssue({ code: 'custom', path: ['terms'], message: 'consent-needed', input: terms });
  });
export type VisitorEntry = z.output<typeof visitorEntry>;

export const talkState = z.enum(['waiting', 'talking', 'ended', 'left', 'missed']);
export type TalkState = z.infer<typeof talkState>;

export const fairTicket = z.object({
  fair: z.object({
    id,
    title: z.string(),
    titleEn: z.string(),
    state: fairState,
    startsOn: day,
    endsOn: day,
    from: z.string(),
    until: z.string(),
    place: z.string(),
  }),
  visitorId: id,
  name: z.string(),
  organisation: z.string(),
  email: z.string(),
  /** Eight letters and digits, on the badge and in its QR code. */
  code: z.string(),
  isConfirmed: z.boolean(),
  checkedInAt: instant.nullable(),
  need: z.string(),
  consent: z.object({ version: z.string(), contact: z.boolean(), news: z.boolean() }),
  favourites: z.array(z.object({ exhibitorId: id, name: z.string(), booths: z.array(z.string()) })),
  talks: z.array(
    z.object({
      id,
      exhibitorId: id,
      company: z.string(),
      state: talkState,
      /** How many wait before; null where it is not waiting. */
      before: z.int().nullable(),
    }),
  ),
  /** Whether its holder is asked how the fair was. */
  questionnaire: questionnaireState.nullable(),
});
export type FairTicket = z.infer<typeof fairTicket>;

/** A walk over booths: from the entrance, the shortest way from one to the next. */
export const fairRoute = z.object({
  stops: z.array(
    z.object({
      exhibitorId: id,
      name: z.string(),
      /** The booth that one walks to. */
      booth: z.string(),
      /** Words of the need that its page and company answer, best first. */
      why: z.array(z.string()),
      /** From the stop before, or the entrance. */
      metres: z.int(),
    }),
  ),
  /** Exhibitors that fit and have no place in a hall: online only. */
  online: z.array(z.object({ exhibitorId: id, name: z.string(), why: z.array(z.string()) })),
  metres: z.int(),
  /** Proven the shortest, rather than a good one. */
  isShortest: z.boolean(),
});
export type FairRoute = z.infer<typeof fairRoute>;

export const fairVisitor = z.object({
  id,
  name: z.string(),
  organisation: z.string(),
  job: z.string(),
  email: z.string(),
  attends: z.string(),
  code: z.string(),
  isConfirmed: z.boolean(),
  checkedInAt: instant.nullable(),
  createdAt: instant,
});
export type FairVisitor = z.infer<typeof fairVisitor>;

const byToken = z.object({ token: z.string().max(200) });

export const fairVisitorsApi = {
  register: endpoint({
    method: 'POST',
    path: '/fairs/:id/visitors',
    access: 'public',
    creates: true,
    summary:
      'Registers a visitor and mails the ticket. Answers alike whether the address is known; the ticket comes at once only to who is signed in with that address. Error: fair/closed',
    params: byId,
    body: visitorEntry,
    response: z.object({ mailed: z.boolean(), token: z.string().nullable() }),
  }),
  ticket: endpoint({
    method: 'GET',
    path: '/fair-tickets/:token',
    access: 'public',
    summary: 'The ticket of a mailed link, with what its owner has chosen. Error: auth/invalid-link',
    params: byToken,
    response: fairTicket,
  }),
  confirm: endpoint({
    method: 'POST',
    path: '/fair-tickets/:token/confirmation',
    access: 'public',
    summary: 'Confirms the address: from now on the ticket counts',
    params: byToken,
    response: fairTicket,
  }),
  qr: endpoint({
    method: 'GET',
    path: '/fair-tickets/:token/qr',
    access: 'public',
    summary: 'The code of the ticket as a picture: opens the form for a contact with the code filled in',
    params: byToken,
    response: file('image/svg+xml'),
  }),
  favourite: endpoint({
    method: 'PUT',
    path: '/fair-tickets/:token/favourites/:exhibitorId',
    access: 'public',
    summary: 'Remembers a booth, or forgets it',
    params: byToken.extend({ exhibitorId: id }),
    body: z.object({ isFavourite: z.boolean() }),
    response: fairTicket,
  }),
  route: endpoint({
    method: 'GET',
    path: '/fairs/:id/route',
    access: 'public',
    summary: 'A walk over the booths that answer a need, or over chosen ones',
    params: byId,
    query: z.object({
      need: z.string().trim().max(500).default(''),
      exhibitor: listOf(z.uuid()),
      limit: z.coerce.number().int().min(1).max(30).default(8),
    }),
    response: fairRoute,
  }),
  list: endpoint({
    method: 'GET',
    path: '/fairs/:id/visitors',
    access: 'fair:organise',
    summary: 'Who has registered, the latest first',
    params: byId,
    query: pageQuery.extend({ q: z.string().max(200).default(''), here: flag.optional() }),
    response: pageOf(fairVisitor),
  }),
  checkIn: endpoint({
    method: 'POST',
    path: '/fairs/:id/check-ins',
    access: 'fair:organise',
    summary:
      'Notes that a visitor has come, by the code of the ticket; again changes nothing. Error: fair/unknown-code',
    params: byId,
    body: z.object({ code: z.string().trim().min(1).max(300) }),
    response: fairVisitor,
  }),
};
