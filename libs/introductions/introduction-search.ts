import type { introductionQuery } from '#contracts/introductions.js';
import type { Actor } from '#platform/auth/index.js';
import type { z } from 'zod';

/**
 * The SQL conditions of a list (aliases `i`, `o`, `c`): the own company's introductions or the own body's cases, and
 * the filters. A company searches only titles, since the other side's name may not be known to it.
 */
export function searchConditions(
  actor: Actor,
  query: z.output<typeof introductionQuery>,
): { where: string; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const conditions: string[] = [];
  const add = (condition: (place: string) => string, value: unknown) => {
    parameters.push(value);
    conditions.push(condition(`$${parameters.length}`));
  };
  if (actor.company) add((p) => `${p} in (i.owner_company_id, i.candidate_company_id)`, actor.company.id);
  else add((p) => `i.body_id = ${p}`, actor.body?.id ?? null);
  if (query.q) {
    const names = actor.body ? " || ' ' || o.name || ' ' || c.name" : '';
    add((p) => `(i.subject_title${names}) ilike '%' || ${p} || '%'`, query.q.replace(/[%_\\]/g, '\\$&'));
  }
  if (query.state.length > 0) add((p) => `i.state = any(${p})`, query.state);
  if (query.outcome.length > 0) add((p) => `i.outcome = any(${p})`, query.outcome);
  if (query.kind) add((p) => `i.subject_kind = ${p}`, query.kind);
  if (query.subjectId) add((p) => `i.subject_id = ${p}`, query.subjectId);
  if (query.coordinator) add((p) => `i.coordinator_id = ${p}`, query.coordinator);
  if (query.mine) add((p) => `${p} in (i.coordinator_id, i.proposed_by)`, actor.userId);
  if (query.dueBy && actor.body) add((p) => `i.next_action_on <= ${p}`, query.dueBy);
  if (query.fiscalYear) {
    add(
      (p) =>
        `i.created_at >= make_timestamptz(${p}::int, 4, 1, 0, 0, 0, 'Asia/Tokyo') and i.created_at < make_timestamptz(${p}::int + 1, 4, 1, 0, 0, 0, 'Asia/Tokyo')`,
      query.fiscalYear,
    );
  }
  return { where: conditions.join(' and '), parameters };
}
