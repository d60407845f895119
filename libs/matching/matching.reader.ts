import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { OutputOf } from '#contracts/endpoint.js';
import type { Candidate, matchingApi, matchRun, Reason } from '#contracts/matching.js';
import type { SubjectKind } from '#contracts/parties.js';
import type { Page } from '#contracts/shapes.js';
import { OrdersReader } from '#orders/index.js';
import { PatentsReader } from '#patents/index.js';
import { authorize, isStaff, type Actor } from '#platform/auth/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { identityOf, maskedReasons } from './masked-reasons.js';

type Run = z.output<typeof matchRun>;
type CandidateRow = Candidate & { disclosed: boolean; identity: string[] };

/** States of an introduction in which both sides know each other. */
const DISCLOSED = ['consented', 'negotiating', 'agreed', 'ended'];

@Injectable()
export class MatchingReader {
  constructor(
    private readonly database: Database,
    private readonly orders: OrdersReader,
    private readonly patents: PatentsReader,
  ) {}

  /** Stored candidates, best first. The poster sees who they are only after both consents; those who broker always. */
  async candidates(
    actor: Actor,
    kind: SubjectKind,
    subjectId: string,
    { cursor, limit }: { cursor?: string | undefined; limit: number },
  ): Promise<Page<Candidate> & { run: Run }> {
    const reader = kind === 'order' ? this.orders : this.patents;
    authorize(await reader.mayReadCandidates(actor, subjectId));
    const after = decodeCursor(cursor);
    const rows = await this.database.query<CandidateRow>(
      `select m.id, m.rank, m.score, m.reasons,
         coalesce(m.introduction_state = any($4), false) disclosed, ${identityOf('c')} identity,
         case when m.introduction_id is not null
           then json_build_object('id', m.introduction_id, 'state', m.introduction_state) end introduction,
         json_build_object('id', c.id, 'name', c.name, 'prefecture', c.prefecture, 'municipality', c.municipality,
           'industry', c.industry, 'staff', c.staff, 'processes', c.process_codes, 'certificates', c.certificate_kinds,
           'verifiedAt', to_char(c.verified_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) company
       from match_candidate m join company c on c.id = m.company_id
       where m.subject_id = $1 and m.rank > $2 and c.state = 'approved'
       order by m.rank limit $3`,
      [subjectId, Number(after?.[0] ?? 0), limit + 1, DISCLOSED],
    );
    const run = await this.run(subjectId);
    const [counted] = await this.database.query<{ n: number }>(
      `select count(*) n from match_candidate m join company c on c.id = m.company_id
       where m.subject_id = $1 and m.rank > 0 and c.state = 'approved'`,
      [subjectId],
    );
    const page = pageFrom(
      rows,
      limit,
      (row) => [row.rank],
      (row) => toCandidate(actor, row),
      counted?.n ?? 0,
    );
    return { ...page, run };
  }

  /** The state of the latest matching; `never` where none was asked for. */
  async run(subjectId: string): Promise<Run> {
    const [row] = await this.database.query<Omit<Run, 'finishedAt'> & { finishedAt: Date | null }>(
      `select state, revision, finished_at "finishedAt", companies, excluded from match_run where subject_id = $1`,
      [subjectId],
    );
    if (!row) return { state: 'never', revision: null, finishedAt: null, companies: 0, excluded: [] };
    return { ...row, finishedAt: row.finishedAt?.toISOString() ?? null };
  }

  /** What fits the actor's own company, best first: open orders and patents of others. */
  async opportunities(actor: Actor): Promise<OutputOf<typeof matchingApi.opportunities>> {
    if (!actor.company) return { items: [] };
    const rows = await this.database.query<{
      kind: SubjectKind;
      id: string;
      title: string;
      score: number;
      reasons: Reason[];
      publishedAt: Date | null;
    }>(
      `select r.subject_kind kind, m.subject_id id, coalesce(o.title, p.title) title, m.score, m.reasons,
         coalesce(o.published_at, p.published_at) "publishedAt"
       from match_candidate m join match_run r on r.subject_id = m.subject_id
       left join purchase_order o on o.id = m.subject_id and o.state = 'published'
       left join open_patent p on p.id = m.subject_id and p.state in ('published', 'licensed')
       where m.company_id = $1 and m.rank > 0 and (o.id is not null or p.id is not null)
       order by m.score desc limit 50`,
      [actor.company.id],
    );
    const items = rows.map(({ kind, id, title, score, reasons, publishedAt }) => ({
      subject: { kind, id, title },
      score,
      reasons,
      publishedAt: publishedAt?.toISOString() ?? null,
    }));
    return { items };
  }

  /** A stored candidate by its id, whoever asks. */
  async candidate(id: string): Promise<StoredCandidate | null> {
    return this.one('m.id = $1', [id]);
  }

  /** The stored candidate of a subject and company, whoever asks. */
  async candidateOf(
    kind: SubjectKind,
    subjectId: string,
    companyId: string,
  ): Promise<StoredCandidate | null> {
    return this.one('m.subject_id = $1 and r.subject_kind = $2 and m.company_id = $3', [
      subjectId,
      kind,
      companyId,
    ]);
  }

  private async one(where: string, parameters: string[]): Promise<StoredCandidate | null> {
    const [row] = await this.database.query<StoredCandidate>(
      `select m.company_id "companyId", m.subject_id "subjectId", r.subject_kind "subjectKind", m.reasons
       from match_candidate m join match_run r on r.subject_id = m.subject_id where ${where}`,
      parameters,
    );
    return row ?? null;
  }
}

interface StoredCandidate {
  companyId: string;
  subjectId: string;
  subjectKind: SubjectKind;
  reasons: Reason[];
}

function toCandidate(actor: Actor, { disclosed, identity, ...row }: CandidateRow): Candidate {
  if (isStaff(actor) || disclosed) return row;
  return {
    ...row,
    company: { ...row.company, id: null, name: null, municipality: null },
    reasons: maskedReasons(row.reasons, identity),
  };
}
