import { z } from 'zod';
import { endpoint, file } from './endpoint.js';
import { byId, id, instant, optionalLine, pageOf, pageQuery, prose } from './shapes.js';

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
    if (!hasConsented)
      context.addIssue({
        code: 'custom',
        path: ['hasConsented'],
        message: 'consent-needed',
        input: hasConsented,
      });
  });
export type NewLead = z.output<typeof newLead>;

export const lead = z.object({
  id,
  name: z.string(),
  organisation: z.string(),
  email: z.string(),
  note: z.string(),
  product: z.string(),
  consentAt: instant,
  takenBy: z.string(),
});
export type Lead = z.infer<typeof lead>;

/** 出展団体 / 小間 / 来場登録 / 来場者 / マッチング / 連絡先 / 成約, as the founding documents report a fair. */
export const fairFigureKey = z.enum([
  'organisations',
  'booths',
  'registered',
  'visitors',
  'matches',
  'leads',
  'deals',
]);
export type FairFigureKey = z.infer<typeof fairFigureKey>;
export const fairFigure = z.object({
  key: fairFigureKey,
  total: z.int(),
  /** Of the fair before; null where there is none. */
  previous: z.int().nullable(),
  bodies: z.array(z.object({ bodyId: id, name: z.string(), nameEn: z.string(), n: z.int() })),
});
export type FairFigure = z.infer<typeof fairFigure>;

const ofBooth = z.object({ id, exhibitorId: id });

export const fairLeadsApi = {
  list: endpoint({
    method: 'GET',
    path: '/fairs/:id/exhibitors/:exhibitorId/leads',
    access: 'fair:exhibit',
    summary: 'Contacts that the booth has taken, the latest first; for the firm alone',
    params: ofBooth,
    query: pageQuery,
    response: pageOf(lead),
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
  figures: endpoint({
    method: 'GET',
    path: '/fairs/:id/figures',
    access: 'fair:organise',
    summary:
      'What the fair is reported with, each split by organising body, beside the fair before. Each person counts once',
    params: byId,
    response: z.object({ items: z.array(fairFigure) }),
  }),
  records: endpoint({
    method: 'GET',
    path: '/fairs/:id/records',
    access: 'fair:organise',
    summary: 'The records behind a figure',
    params: byId,
    query: pageQuery.extend({ figure: fairFigureKey, bodyId: id.optional() }),
    response: pageOf(z.object({ id: z.string(), label: z.string(), detail: z.string() })),
  }),
};
