import { Injectable } from '@nestjs/common';
import type { SubjectKind } from '#contracts/parties.js';
import { Database } from '#platform/database/index.js';
import type { Evidence } from './training/features.js';
import type { Outcome } from './training/pairs.js';

/** Older outcomes tell of other times. */
const YEARS = 3;
/** As far down a list as coordinators look: who stood there and was not asked. */
const LOOKED_AT = 20;

/** All that is read of an introduction: how it went, and what the engine said when it was proposed. Nothing of persons. */
export const outcomeColumns = [
  'subject_id',
  'state',
  'outcome',
  'decline_code',
  'outcome_code',
  'reasons',
] as const;
type Row = Record<'subject_id' | 'state', string> &
  Record<'outcome' | 'decline_code' | 'outcome_code', string | null> & { reasons: Evidence[] };

/** How introductions went, as learning takes them. */
@Injectable()
export class OutcomesReader {
  constructor(private readonly database: Database) {}

  /** Of orders or of patents, in the order of their ids; last those who stood in the lists of these and were not asked. */
  async outcomes(kind: SubjectKind): Promise<Outcome[]> {
    const rows = await this.database.query<Row>(
      `select ${outcomeColumns.join(', ')} from introduction
       where subject_kind = $1 and created_at > now() - make_interval(years => ${YEARS})
       order by subject_id, id`,
      [kind],
    );
    const went = rows.flatMap((row) => outcomeOf(row) ?? []);
    const unasked = await this.database.query<{ subjectId: string; reasons: Evidence[] }>(
      `select subject_id "subjectId", reasons from match_candidate
       where subject_id = any($1) and rank between 1 and ${LOOKED_AT} and introduction_id is null
       order by subject_id, rank`,
      [[...new Set(went.map(({ subjectId }) => subjectId))]],
    );
    return [...went, ...unasked.map((each) => ({ ...each, result: 'unasked' as const, code: null }))];
  }
}

/** Null where it tells nothing: still open, expired, withdrawn, or proposed without the engine's reasons. */
function outcomeOf(row: Row): Outcome | null {
  const { subject_id: subjectId, state, outcome, decline_code: declined, outcome_code: ended, reasons } = row;
  if (reasons.length === 0) return null;
  if (state === 'agreed' || outcome === 'deal') return { subjectId, result: 'deal', code: null, reasons };
  if (state === 'declined') return { subjectId, result: 'declined', code: declined, reasons };
  if (outcome === 'no-deal') return { subjectId, result: 'declined', code: ended, reasons };
  if (state === 'consented' || state === 'negotiating' || state === 'ended')
    return { subjectId, result: 'consented', code: null, reasons };
  return null;
}
