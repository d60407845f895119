import { Injectable } from '@nestjs/common';
import type { Reason } from '#contracts/matching.js';
import type { SubjectKind, TalksKind } from '#contracts/parties.js';
import { OrdersReader } from '#orders/index.js';
import { PatentsReader } from '#patents/index.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { matchingFinished, matchingRequested } from './matching.events.js';

/** A candidate as the engine found it. */
export interface FoundCandidate {
  readonly companyId: string;
  readonly score: number;
  readonly reasons: Reason[];
  readonly mustsMet: boolean;
}

export interface MatchResult {
  readonly kind: SubjectKind;
  readonly subjectId: string;
  readonly revision: number | null;
  /** See `MatchRun.floor`. */
  readonly floor: number;
  readonly companies: number;
  readonly excluded: object[];
  readonly candidates: readonly FoundCandidate[];
}

/** How far a subject is reached by companies that changed. */
export interface Reached {
  readonly kind: SubjectKind;
  readonly subjectId: string;
  readonly reach: number;
}

/** A company that changed; `notedAt` as PostgreSQL wrote it. */
export interface ChangedCompany {
  readonly companyId: string;
  readonly notedAt: string;
}

/** More companies than this at once, as in an import, are followed by matching everything again. */
export const FOLLOWED = 200;

/** How many new candidates are told that something fits them, and from which score on. */
const TOLD = 20;
const TOLD_FROM = 50;

@Injectable()
export class MatchingService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly orders: OrdersReader,
    private readonly patents: PatentsReader,
  ) {}

  /** Asks for matching again; for the poster and those who broker. */
  async request(actor: Actor, kind: SubjectKind, subjectId: string): Promise<void> {
    const reader = kind === 'order' ? this.orders : this.patents;
    authorize(await reader.mayReadCandidates(actor, subjectId));
    await this.database.transaction(async () => {
      await this.markWaiting([{ kind, subjectId }]);
      await this.events.record(
        matchingRequested,
        { kind, subjectId },
        { subjectId, actor, companyId: actor.company?.id ?? null },
      );
    });
  }

  /** Marks subjects as to be matched (again). */
  async markWaiting(subjects: readonly { kind: SubjectKind; subjectId: string }[]): Promise<void> {
    await this.database.query(
      `insert into match_run (subject_id, subject_kind, state)
       select id, kind, 'waiting' from unnest($1::uuid[], $2::text[]) s(id, kind)
       on conflict (subject_id) do update set state = 'waiting', requested_at = now()`,
      [subjects.map((s) => s.subjectId), subjects.map((s) => s.kind)],
    );
  }

  /** Notes that companies changed: what they touch is matched again within seconds. */
  async noteChanged(companyIds: readonly string[]): Promise<void> {
    await this.database.query(
      `insert into match_changed_company (company_id)
       select id from company where id = any($1::uuid[]) order by id
       on conflict (company_id) do update set noted_at = now()`,
      [companyIds],
    );
  }

  /** Those of which the change is not yet taken in, the longest waiting first. */
  async changedCompanies(): Promise<ChangedCompany[]> {
    return this.database.query<ChangedCompany>(
      `select company_id "companyId", noted_at::text "notedAt" from match_changed_company
       order by noted_at limit ${FOLLOWED + 1}`,
    );
  }

  /**
   * Marks the subjects that changed companies touch: those that have them as candidates, and those that they reach at
   * or above the floor. A company that changed again meanwhile stays noted.
   * The tenth below the floor is for the rarity of words, which every change of a company moves a little.
   */
  async markTouched(changed: readonly ChangedCompany[], reached: readonly Reached[]): Promise<void> {
    const companyIds = changed.map((c) => c.companyId);
    await this.database.transaction(async () => {
      await this.database.query(
        `update match_run r set state = 'waiting', requested_at = now()
         where r.subject_id in (select subject_id from match_candidate where company_id = any($1::uuid[]) and rank > 0)
           or r.subject_id in (select id from unnest($2::uuid[], $3::float8[]) s(id, reach) where reach >= r.floor - 0.1)`,
        [companyIds, reached.map((r) => r.subjectId), reached.map((r) => r.reach)],
      );
      await this.forgetChanged(changed);
    });
  }

  /** Marks everything that was ever matched as to be matched again, in place of following so many companies. */
  async markAllWaiting(): Promise<void> {
    await this.database.transaction(async () => {
      await this.database.query('delete from match_changed_company');
      await this.database.query(
        `update match_run set state = 'waiting', requested_at = now() where state <> 'waiting'`,
      );
    });
  }

  /** Marks what was last matched before an instant: days and rarities of words have moved on since. */
  async markOlder(than: Date): Promise<void> {
    await this.database.query(
      `update match_run set state = 'waiting', requested_at = now() where state = 'finished' and finished_at < $1`,
      [than],
    );
  }

  private async forgetChanged(changed: readonly ChangedCompany[]): Promise<void> {
    await this.database.query(
      `delete from match_changed_company m using unnest($1::uuid[], $2::timestamptz[]) c(id, noted_at)
       where m.company_id = c.id and m.noted_at <= c.noted_at`,
      [changed.map((c) => c.companyId), changed.map((c) => c.notedAt)],
    );
  }

  /**
   * Stores what the engine found in place of what it found before, and tells who is new. Candidates with an
   * introduction stay. The same result again changes nothing but the time.
   * `requestedAt` is the mark that this run answers, as PostgreSQL wrote it (a Date would lose microseconds).
   */
  async store(result: MatchResult, requestedAt: string): Promise<void> {
    const { kind, subjectId, candidates } = result;
    await this.database.transaction(async () => {
      const [run] = await this.database.query<{ finishedAt: Date | null }>(
        'select finished_at "finishedAt" from match_run where subject_id = $1 for update',
        [subjectId],
      );
      const added = await this.replaceCandidates(subjectId, candidates);
      await this.database.query(
        `update match_run set state = case when requested_at > $5::timestamptz then 'waiting' else 'finished' end,
           revision = $2, companies = $3, excluded = $4, floor = $6, finished_at = now() where subject_id = $1`,
        [
          ...[subjectId, result.revision, result.companies, JSON.stringify(result.excluded), requestedAt],
          result.floor,
        ],
      );
      const fitting = new Set(
        candidates.filter((c) => c.mustsMet && c.score >= TOLD_FROM).map((c) => c.companyId),
      );
      const newCompanyIds = added.filter((id) => fitting.has(id)).slice(0, TOLD);
      const first = run?.finishedAt === null;
      if (first || newCompanyIds.length > 0) {
        const data = { kind, subjectId, candidates: candidates.length, first, newCompanyIds };
        await this.events.record(matchingFinished, data, { subjectId, actor: null });
      }
    });
  }

  /** Ties an introduction to the candidate it was made of (which may be a company the engine did not find). */
  async noteIntroduction(introduction: {
    id: string;
    state: string;
    subjectKind: TalksKind;
    subjectId: string;
    candidateCompanyId: string;
  }): Promise<void> {
    const { id, state, subjectKind, subjectId, candidateCompanyId } = introduction;
    // Nothing was searched for: a timetable brought the two together.
    if (subjectKind === 'meeting') return;
    await this.database.transaction(async () => {
      await this.database.query(
        `insert into match_run (subject_id, subject_kind, state) values ($1, $2, 'waiting') on conflict do nothing`,
        [subjectId, subjectKind],
      );
      // The run before its candidates, as `store` does: the other way round the two would wait for each other.
      await this.database.query('select 1 from match_run where subject_id = $1 for update', [subjectId]);
      await this.database.query(
        `insert into match_candidate (subject_id, company_id, rank, score, reasons, introduction_id, introduction_state)
         values ($1, $2, 0, 0, '[]', $3, $4)
         on conflict (subject_id, company_id) do update
         set introduction_id = excluded.introduction_id, introduction_state = excluded.introduction_state`,
        [subjectId, candidateCompanyId, id, state],
      );
    });
  }

  /** Answers with the companies that were not candidates before, best first. */
  private async replaceCandidates(
    subjectId: string,
    candidates: readonly FoundCandidate[],
  ): Promise<string[]> {
    const companyIds = candidates.map((c) => c.companyId);
    await this.database.query(
      `delete from match_candidate where subject_id = $1 and introduction_id is null and company_id <> all($2::uuid[])`,
      [subjectId, companyIds],
    );
    await this.database.query(
      `update match_candidate set rank = 0 where subject_id = $1 and company_id <> all($2::uuid[])`,
      [subjectId, companyIds],
    );
    const rows = await this.database.query<{ companyId: string; isNew: boolean }>(
      `insert into match_candidate (subject_id, company_id, rank, score, reasons)
       select $1, c.company_id, c.rank, c.score, c.reasons
       from jsonb_to_recordset($2) c(company_id uuid, rank int, score float8, reasons jsonb)
       on conflict (subject_id, company_id) do update
       set rank = excluded.rank, score = excluded.score, reasons = excluded.reasons, updated_at = now()
       returning company_id "companyId", created_at = updated_at and xmax = 0 "isNew"`,
      [
        subjectId,
        JSON.stringify(
          candidates.map((c, i) => ({
            company_id: c.companyId,
            rank: i + 1,
            score: c.score,
            reasons: c.reasons,
          })),
        ),
      ],
    );
    const isNew = new Set(rows.filter((r) => r.isNew).map((r) => r.companyId));
    return companyIds.filter((id) => isNew.has(id));
  }
}
