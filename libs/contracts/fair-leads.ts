import { z } from 'zod';
import { endpoint, file } from './endpoint.js';
import { byId, id, instant, line, optionalLine, pageOf, pageQuery, prose } from './shapes.js';

const consentNeeded = (input: boolean) => ({
  code: 'custom' as const,
  path: ['hasConsented'],
  message: 'consent-needed',
  input,
});

/** A contact taken at a booth. By a ticket's code its owner's data are taken over; by hand they are typed. */
export const newLead = z
  .object({
    code: optionalLine(300),
    name: optionalLine(100),
    organisation: optionalLine(120),
    email: z.union([z.literal(''), z.email().max(200)]).default(''),
    note: prose(2_000),
    /** Which product it is about: 引き合い. */
    product: optionalLine(120),
    /** That the visitor has said yes to giving the contact to this exhibitor. Needed, and kept with its time. */
    hasConsented: z.boolean(),
  })
  .superRefine(({ code, name, hasConsented }, context) => {
    if (code === '' && name === '')
      context.addIssue({ code: 'custom', path: ['name'], message: 'needed', input: name });
    if (!hasConsented) context.addIssue(consentNeeded(hasConsented));
  });
export type NewLead = z.output<typeof newLead>;

/** 引き合い: one product that a contact asks about, with the visitor's words where they wrote themselves. */
const inquiry = z.object({ product: z.string(), text: z.string() });

export const lead = z.object({
  id,
  name: z.string(),
  organisation: z.string(),
  email: z.string(),
  note: z.string(),
  inquiries: z.array(inquiry),
  consentAt: instant,
  /** Empty where the visitor gave it without anybody's help. */
  takenBy: z.string(),
});
export type Lead = z.infer<typeof lead>;

/** A contact as the visitor who gave it sees it. */
export const givenContact = z.object({
  id,
  exhibitorId: id,
  company: z.string(),
  booths: z.array(z.string()),
  /** What it is about. */
  products: z.array(z.string()),
  givenAt: instant,
  withdrawnAt: instant.nullable(),
});
export type GivenContact = z.infer<typeof givenContact>;

/** A visitor asks an exhibitor about a product of the catalogue, and gives the contact of the ticket for it. */
export const newInquiry = z
  .object({ exhibitorId: id, product: line(120), text: prose(1_000), hasConsented: z.boolean() })
  .superRefine(({ hasConsented }, context) => {
    if (!hasConsented) context.addIssue(consentNeeded(hasConsented));
  });
export type NewInquiry = z.output<typeof newInquiry>;

/**
 * 出展団体 / 小間 / 来場登録 / 来場者 / 小間ののべ訪問 / 相談 / 連絡先 / 引き合い / 商談会の商談 / マッチング / 成約 /
 * 取り消された連絡先, as the founding documents report a fair.
 */
export const fairFigureKey = z.enum([
  'organisations',
  'booths',
  'registered',
  'visitors',
  'visits',
  'talks',
  'leads',
  'inquiries',
  'meetings',
  'matches',
  'deals',
  'withdrawn',
]);
export type FairFigureKey = z.infer<typeof fairFigureKey>;

/** Whose records can be opened: every figure, and of the sessions the questions and the votes for them and in polls. */
export const fairRecordKey = z.enum([...fairFigureKey.options, 'questions', 'votes']);
export type FairRecordKey = z.infer<typeof fairRecordKey>;

export const fairFigure = z.object({
  key: fairFigureKey,
  total: z.int(),
  /** Of the fair before; null where there is none. */
  previous: z.int().nullable(),
  bodies: z.array(z.object({ bodyId: id, name: z.string(), nameEn: z.string(), n: z.int() })),
});
export type FairFigure = z.infer<typeof fairFigure>;

export const fairCharts = z.object({
  /** How many visitors came in each hour that any came in; each person once. */
  hours: z.array(z.object({ at: instant, n: z.int() })),
  /** The twenty most visited booths, each with its numbers. */
  booths: z.array(
    z.object({
      exhibitorId: id,
      name: z.string(),
      visits: z.int(),
      talks: z.int(),
      leads: z.int(),
      inquiries: z.int(),
    }),
  ),
});
export type FairCharts = z.infer<typeof fairCharts>;

const ofBooth = z.object({ id, exhibitorId: id });
const ofTicket = z.object({ token: z.string().max(200) });
const contacts = z.object({ items: z.array(givenContact) });

export const fairLeadsApi = {
  list: endpoint({
    method: 'GET',
    path: '/fairs/:id/exhibitors/:exhibitorId/leads',
    access: 'fair:exhibit',
    summary: 'Contacts that the booth has taken, the latest first; for the firm alone',
    params: ofBooth,
    query: pageQuery,
    response: pageOf(lead).extend({
      /** How many visitors took theirs back. */
      withdrawn: z.int(),
    }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/fairs/:id/exhibitors/:exhibitorId/leads',
    access: 'fair:exhibit',
    creates: true,
    summary:
      'Takes a contact with its owner’s consent; the same ticket again adds to its note. Error: fair/unknown-code',
    params: ofBooth,
    body: newLead,
    response: lead,
  }),
  export: endpoint({
    method: 'GET',
    path: '/fairs/:id/exhibitors/:exhibitorId/leads/export',
    access: 'fair:exhibit',
    summary: 'All contacts of the booth as a table',
    params: ofBooth,
    query: z.object({ format: z.enum(['csv', 'csv-sjis', 'xlsx']) }),
    response: file('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  }),
  erase: endpoint({
    method: 'DELETE',
    path: '/fairs/:id/exhibitors/:exhibitorId/leads/:leadId',
    access: 'fair:exhibit',
    summary: 'Erases a contact whose owner asked for it, e.g. by telephone; it stays in the count',
    params: ofBooth.extend({ leadId: id }),
  }),
  given: endpoint({
    method: 'GET',
    path: '/fair-tickets/:token/contacts',
    access: 'public',
    summary: 'To which booths the holder of a ticket gave the contact, when and for what',
    params: ofTicket,
    response: contacts,
  }),
  inquire: endpoint({
    method: 'POST',
    path: '/fair-tickets/:token/inquiries',
    access: 'public',
    creates: true,
    summary:
      'Asks an exhibitor about a product and gives it the contact. Errors: fair/closed, fair/not-confirmed',
    params: ofTicket,
    body: newInquiry,
    response: contacts,
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/fair-tickets/:token/contacts/:leadId/withdrawal',
    access: 'public',
    summary: 'Takes a contact back: the exhibitor has no personal data of it any more, and is told',
    params: ofTicket.extend({ leadId: id }),
    response: contacts,
  }),
  figures: endpoint({
    method: 'GET',
    path: '/fairs/:id/figures',
    access: 'fair:organise',
    summary:
      'What the fair is reported with, each split by organising body, beside the fair before. Each person counts once',
    params: byId,
    response: z.object({
      items: z.array(fairFigure),
      /** The fair before, and whether the reader may open its records. */
      previous: z.object({ fairId: id, canOpen: z.boolean() }).nullable(),
    }),
  }),
  charts: endpoint({
    method: 'GET',
    path: '/fairs/:id/charts',
    access: 'fair:organise',
    summary: 'When visitors came, and what each booth had of them',
    params: byId,
    response: fairCharts,
  }),
  records: endpoint({
    method: 'GET',
    path: '/fairs/:id/records',
    access: 'fair:organise',
    summary: 'The records behind a figure: of one body, one exhibitor, or the hour that begins at `hour`',
    params: byId,
    query: pageQuery.extend({
      figure: fairRecordKey,
      bodyId: id.optional(),
      exhibitorId: id.optional(),
      hour: instant.optional(),
    }),
    response: pageOf(z.object({ id: z.string(), label: z.string(), detail: z.string() })),
  }),
};
