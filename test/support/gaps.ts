import type { Database } from '#platform/database/index.js';

interface Lost {
  readonly introductionId: string;
  readonly companyId: string;
  readonly subjectId: string;
}

/** A gap of a company about an order, open or closed; answers with its id. */
export async function aGap(
  database: Database,
  { introductionId, companyId, subjectId }: Lost,
  state: 'open' | 'closed' = 'open',
): Promise<string> {
  const [gap] = await database.query<{ id: string }>(
    `insert into gap (company_id, introduction_id, subject_kind, subject_id, code, state, closed_at)
     values ($1, $2, 'order', $3, 'price', $4, case $4 when 'closed' then now() end) returning id`,
    [companyId, introductionId, subjectId, state],
  );
  return gap?.id ?? '';
}

/** Requests of everything about gaps, with one open and one closed gap. */
export const gapRequests = (gaps: { open: string; closed: string }): Record<string, object> => ({
  'gaps.list': {},
  'gaps.changes': {},
  'gaps.close': { params: { id: gaps.open }, version: 1, body: { note: '' } },
  'gaps.reopen': { params: { id: gaps.closed }, version: 1 },
});
