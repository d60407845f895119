import { z } from 'zod';
import { endpoint, file } from './endpoint.js';
import { day, id, pageOf, pageQuery, yen } from './shapes.js';

/** What the dashboard counts; each opens the records behind it. */
export const figure = z.enum([
  'companies',
  'orders',
  'patents',
  'introductions',
  'meetings',
  'deals',
  'declined',
]);
export type Figure = z.infer<typeof figure>;
/** April to March; 2026 is FY2026 (令和8年度), from 2026-04-01. */
export const fiscalYear = z.coerce.number().int().min(2000).max(2100);

export const dashboard = z.object({
  fiscalYear: z.int(),
  figures: z.array(z.object({ figure, count: z.int(), before: z.int() })),
  amountYen: yen,
  amountYenBefore: yen,
  months: z.array(
    z.object({
      month: z.string(),
      introductions: z.int(),
      meetings: z.int(),
      deals: z.int(),
      amountYen: yen,
    }),
  ),
  outcomes: z.array(z.object({ outcome: z.string(), count: z.int() })),
  declineCodes: z.array(z.object({ code: z.string(), count: z.int() })),
  states: z.array(z.object({ state: z.string(), count: z.int() })),
});
export type Dashboard = z.infer<typeof dashboard>;

export const reportRecord = z.object({
  id,
  on: day,
  title: z.string(),
  detail: z.string(),
  amountYen: yen.nullable(),
  link: z.string(),
});

const scope = z.object({ fiscalYear, bodyId: id.optional() });

export const reportingApi = {
  dashboard: endpoint({
    method: 'GET',
    path: '/reports/dashboard',
    access: 'report:read',
    summary: "The own body's figures of a fiscal year, with the year before",
    query: scope,
    response: dashboard,
  }),
  records: endpoint({
    method: 'GET',
    path: '/reports/records',
    access: 'report:read',
    summary: 'The records behind one figure',
    query: pageQuery.extend({
      ...scope.shape,
      figure,
      month: z
        .string()
        .regex(/^\d{4}-\d{2}$/)
        .optional(),
    }),
    response: pageOf(reportRecord),
  }),
  export: endpoint({
    method: 'GET',
    path: '/reports/records-export',
    access: 'report:read',
    summary: 'The records behind one figure as a file',
    query: scope.extend({ figure, format: z.enum(['csv', 'csv-sjis', 'xlsx']) }),
    response: file('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  }),
};
