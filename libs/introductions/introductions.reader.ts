import { Injectable } from '@nestjs/common';
import type {
  Introduction as Dto,
  IntroductionCard,
  introductionQuery,
  Party,
} from '#contracts/introductions.js';
import type { Side } from '#contracts/parties.js';
import type { Page } from '#contracts/shapes.js';
import { CompaniesReader } from '#companies/index.js';
import { identityOf, maskedReasons, masker } from '#matching/index.js';
import { OrdersReader } from '#orders/index.js';
import { PatentsReader, withoutHolder } from '#patents/index.js';
import type { Actor } from '#platform/auth/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { found } from '#platform/http/index.js';
import type { z } from 'zod';
import { Introduction } from './introduction.entity.js';
import { canFollowUp, canRead, canRespond, canWithdraw, isOfBody, sideOf } from './introduction.policy.js';
import { isDisclosed } from './introduction.states.js';
import { searchConditions } from './introduction-search.js';

interface Names {
  ownerName: string;
  ownerIdentity: string[];
  candidateName: string;
  candidateIdentity: string[];
  bodyName: string | null;
  coordinatorName: string | null;
}

/** That a company dealt with one of those asked about. */
export interface Dealing {
  readonly companyId: string;
  /** The one of those that alone has sought it so far, the other had no part in it; null where it had. */
  readonly soughtBy: string | null;
  readonly soughtAt: Date | null;
}

@Injectable()
export class IntroductionsReader {
  constructor(
    private readonly database: Database,
    private readonly companies: CompaniesReader,
    private readonly orders: OrdersReader,
    private readonly patents: PatentsReader,
  ) {}

  /** An introduction as the viewer may see it; records that they now know the other side. 404 for strangers. */
  async get(actor: Actor, id: string): Promise<Dto> {
    const row = await this.database.repository(Introduction).findOne({ where: { id } });
    if (!row || !canRead(actor, row)) return found<Dto>(null);
    await this.recordDisclosures(actor, [row]);
    const [names] = await this.database.query<Names>(
      `select o.name "ownerName", ${identityOf('o')} "ownerIdentity", c.name "candidateName",
         ${identityOf('c')} "candidateIdentity", b.name "bodyName", u.name "coordinatorName"
       from introduction i
       join company o on o.id = i.owner_company_id
       join company c on c.id = i.candidate_company_id
       left join support_body b on b.id = i.body_id
       left join app_user u on u.id = i.coordinator_id
       where i.id = $1`,
      [id],
    );
    return this.present(actor, row, found(names));
  }

  /** The own company's introductions or the own body's cases. */
  async list(actor: Actor, query: z.output<typeof introductionQuery>): Promise<Page<IntroductionCard>> {
    const { where, parameters } = searchConditions(actor, query);
    const after = decodeCursor(query.cursor);
    const bound = [...parameters, after?.[0] ?? null, after?.[1] ?? null, query.limit + 1];
    const n = parameters.length;
    const from = `from introduction i
      join company o on o.id = i.owner_company_id
      join company c on c.id = i.candidate_company_id
      left join app_user u on u.id = i.coordinator_id
      where ${where}`;
    const rows = await this.database.query<CardRow>(
      `select i.id, i.state, i.subject_kind "subjectKind", i.subject_id "subjectId", i.subject_title "subjectTitle",
         i.owner_company_id "ownerCompanyId", i.candidate_company_id "candidateCompanyId", i.body_id "bodyId",
         o.name "ownerName", c.name "candidateName", u.name coordinator, i.owner_consent "ownerConsent",
         i.candidate_consent "candidateConsent", i.next_action "nextAction", i.next_action_on "nextActionOn",
         i.team_id is not null "isOfTeam", i.outcome, i.amount_yen "amountYen", i.room_id "roomId", i.expires_at "expiresAt",
         i.updated_at "updatedAt", i.updated_at::text "sortKey", i.version
       ${from} and ($${n + 1}::timestamptz is null or (i.updated_at, i.id) < ($${n + 1}, $${n + 2}::uuid))
       order by i.updated_at desc, i.id desc limit $${n + 3}`,
      bound,
    );
    await this.recordDisclosures(actor, rows.slice(0, query.limit));
    const [counted] = await this.database.query<{ n: number }>(`select count(*) n ${from}`, parameters);
    return pageFrom(
      rows,
      query.limit,
      (row) => [row.sortKey, row.id],
      (row) => toCard(actor, row),
      counted?.n ?? 0,
    );
  }

  /** What other contexts need of an introduction: who is on which side, and about what. */
  async facts(id: string): Promise<Introduction | null> {
    return this.database.repository(Introduction).findOne({ where: { id } });
  }

  /** All introductions of a team, also those that have ended, oldest first. */
  async ofTeam(teamId: string): Promise<Introduction[]> {
    return this.database.repository(Introduction).find({ where: { teamId }, order: { id: 'asc' } });
  }

  /**
   * The companies that ever were introduced to one of these, or asked into a team with one. What was declined, withdrawn
   * or left unanswered before both had consented is no dealing: they never learned of each other. What the owner proposed
   * itself it alone has sought until the candidate answers.
   */
  dealtWith(companyIds: readonly string[]): Promise<Dealing[]> {
    const dealt = (i: string) =>
      `(${i}.state in ('proposed', 'consented', 'negotiating', 'agreed', 'ended') or ${i}.room_id is not null)`;
    const sought = `i.state = 'proposed' and i.candidate_consent = 'waiting' and u.company_id = i.owner_company_id`;
    return this.database.query(
      `select i.candidate_company_id "companyId", case when ${sought} then i.owner_company_id end "soughtBy",
         i.created_at "soughtAt" from introduction i left join app_user u on u.id = i.proposed_by
         where i.owner_company_id = any($1) and ${dealt('i')}
       union all select i.owner_company_id, null, null from introduction i
         where i.candidate_company_id = any($1) and ${dealt('i')}
       union all select j.candidate_company_id, null, null from introduction i join introduction j on j.team_id = i.team_id
         where i.candidate_company_id = any($1) and ${dealt('i')} and ${dealt('j')}`,
      [companyIds],
    );
  }

  /** All introductions for an order or patent, also those that have ended, oldest first. */
  async ofSubject(subjectId: string): Promise<Introduction[]> {
    return this.database.repository(Introduction).find({ where: { subjectId }, order: { id: 'asc' } });
  }

  private async present(actor: Actor, row: Introduction, names: Names): Promise<Dto> {
    const viewerSide = sideOf(actor, row);
    const staff = isOfBody(actor, row);
    return {
      id: row.id,
      state: row.state,
      subject: await this.subject(actor, row),
      team: row.teamId && row.teamPart ? { id: row.teamId, ...row.teamPart } : null,
      owner: await this.party(actor, row, 'owner', names),
      candidate: await this.party(actor, row, 'candidate', names),
      viewerSide,
      reason: row.reason,
      reasons: mayKnow(actor, row, 'candidate')
        ? row.reasons
        : maskedReasons(row.reasons, names.candidateIdentity),
      body: row.bodyId && names.bodyName ? { id: row.bodyId, name: names.bodyName } : null,
      coordinator:
        row.coordinatorId && names.coordinatorName
          ? { id: row.coordinatorId, name: names.coordinatorName }
          : null,
      roomId: row.roomId,
      expiresAt: row.state === 'proposed' ? row.expiresAt.toISOString() : null,
      nextAction: staff ? row.nextAction : '',
      nextActionOn: staff ? row.nextActionOn : null,
      outcome: row.outcome,
      outcomeReason: row.outcomeReason,
      amountYen: row.amountYen,
      outcomeOn: row.outcomeOn,
      disclosures: await this.disclosures(row.id, staff ? null : viewerSide),
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
      version: row.version,
      can: {
        respond: canRespond(actor, row),
        withdraw: canWithdraw(actor, row),
        followUp: canFollowUp(actor, row),
        openRoom: row.roomId !== null,
      },
    };
  }

  /** What it is about, with what the owner has released of it. */
  private async subject(actor: Actor, row: Introduction): Promise<Dto['subject']> {
    const { subjectKind: kind, subjectId, subjectTitle: title, orderRevision: revision } = row;
    const order = kind === 'order' ? await this.orders.content(subjectId) : null;
    const content = kind === 'patent' ? await this.patents.content(subjectId) : null;
    const patent = content && !mayKnow(actor, row, 'owner') ? withoutHolder(content) : content;
    return { kind, id: subjectId, title, revision, order, patent };
  }

  private async party(actor: Actor, row: Introduction, side: Side, names: Names): Promise<Party> {
    const companyId = companyOf(row, side);
    const known = mayKnow(actor, row, side);
    const masked = found(await this.companies.masked(companyId));
    const consent = side === 'owner' ? row.ownerConsent : row.candidateConsent;
    const answeredAt = side === 'owner' ? row.ownerAnsweredAt : row.candidateAnsweredAt;
    const declined = consent === 'declined';
    const mask = masker(names[`${side}Identity`]);
    return {
      side,
      company: {
        ...masked,
        ...(known
          ? { id: companyId, name: names[`${side}Name`] }
          : { id: null, name: null, summary: mask(masked.summary ?? '') || null }),
      },
      consent,
      answeredAt: answeredAt?.toISOString() ?? null,
      declineCode: declined ? (row.declineCode as Party['declineCode']) : null,
      declineText: declined ? row.declineText : '',
    };
  }

  /** That a company's person has now seen who the other side is; once per introduction. */
  private async recordDisclosures(actor: Actor, rows: readonly (Introduction | CardRow)[]): Promise<void> {
    const shown = rows.filter((row) => isDisclosed(row.state) && isParty(actor, row));
    if (shown.length === 0) return;
    await this.database.query(
      `insert into disclosure (introduction_id, viewer_id, of_side)
       select id, $2, of_side from unnest($1::uuid[], $3::text[]) seen(id, of_side) on conflict do nothing`,
      [
        shown.map((row) => row.id),
        actor.userId,
        shown.map((row) => (row.ownerCompanyId === actor.company?.id ? 'candidate' : 'owner')),
      ],
    );
  }

  /** Who learned whom: all for the body's staff, for a company only who learned its own identity. */
  private async disclosures(id: string, of: Side | null): Promise<Dto['disclosures']> {
    return this.database.query(
      `select u.name viewer, d.of_side "of", to_char(d.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') at
       from disclosure d join app_user u on u.id = d.viewer_id
       where d.introduction_id = $1 and ($2::text is null or d.of_side = $2) order by d.at`,
      [id, of],
    );
  }
}

/** A party's identity: its own people, the case's staff, and the other side once both have consented. */
function mayKnow(actor: Actor, row: Introduction | CardRow, side: Side): boolean {
  return (
    isDisclosed(row.state) || actor.body?.id === row.bodyId || companyOf(row, side) === actor.company?.id
  );
}

const isParty = (actor: Actor, row: { ownerCompanyId: string; candidateCompanyId: string }): boolean =>
  actor.company !== null && [row.ownerCompanyId, row.candidateCompanyId].includes(actor.company.id);

const companyOf = (row: { ownerCompanyId: string; candidateCompanyId: string }, side: Side): string =>
  side === 'owner' ? row.ownerCompanyId : row.candidateCompanyId;

interface CardRow extends Omit<IntroductionCard, 'subject' | 'viewerSide' | 'expiresAt' | 'updatedAt'> {
  subjectKind: IntroductionCard['subject']['kind'];
  subjectId: string;
  subjectTitle: string;
  ownerCompanyId: string;
  candidateCompanyId: string;
  bodyId: string | null;
  expiresAt: Date;
  updatedAt: Date;
  /** To the microsecond, which a Date would lose. */
  sortKey: string;
}

function toCard(actor: Actor, row: CardRow): IntroductionCard {
  const company = actor.company?.id;
  const staff = actor.body !== null;
  return {
    id: row.id,
    state: row.state,
    subject: { kind: row.subjectKind, id: row.subjectId, title: row.subjectTitle },
    isOfTeam: row.isOfTeam,
    ownerName: mayKnow(actor, row, 'owner') ? row.ownerName : null,
    candidateName: mayKnow(actor, row, 'candidate') ? row.candidateName : null,
    viewerSide:
      company === row.ownerCompanyId ? 'owner' : company === row.candidateCompanyId ? 'candidate' : null,
    ownerConsent: row.ownerConsent,
    candidateConsent: row.candidateConsent,
    coordinator: row.coordinator,
    nextAction: staff ? row.nextAction : '',
    nextActionOn: staff ? row.nextActionOn : null,
    outcome: row.outcome,
    amountYen: row.amountYen,
    roomId: row.roomId,
    expiresAt: row.state === 'proposed' ? row.expiresAt.toISOString() : null,
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}
