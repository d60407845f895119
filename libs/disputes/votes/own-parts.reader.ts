import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import type { Dispute } from '../dispute.entity.js';
import type { DisputeParts } from '../dispute-view.js';
import type { OwnPart } from './vote.policy.js';

/** What people have done in a council so far. */
@Injectable()
export class OwnParts {
  constructor(private readonly database: Database) {}

  /** `hasReported`: the actor's company has. */
  async of(actor: Pick<Actor, 'userId' | 'company'>, dispute: Dispute): Promise<OwnPart> {
    const { ownerCompanyId, id, chairId } = dispute;
    const side = actor.company?.id === ownerCompanyId ? 'owner' : 'candidate';
    const [row] = await this.database.query<Omit<OwnPart, 'isChair'>>(
      `select case when v.vote is not null then 'opened' when v.user_id is not null then 'sealed' else 'none' end vote,
         v.commitment,
         exists (select from council_opinion o where o.dispute_id = $1 and o.user_id = $2) "hasOpined",
         exists (select from dispute_compliance c where c.dispute_id = $1 and c.side = $3) "hasReported"
       from (select 1) one left join council_vote v on v.dispute_id = $1 and v.user_id = $2`,
      [id, actor.userId, side],
    );
    const own = row ?? { vote: 'none' as const, commitment: null, hasOpined: false, hasReported: false };
    return { ...own, isChair: chairId === actor.userId };
  }

  /** What all have done so far: numbers of evidence and votes, opinions, and what came of the decision. */
  async ofAll(id: string): Promise<Pick<DisputeParts, 'counts' | 'opinions' | 'compliance'>> {
    const iso = (at: string) => `to_char(${at} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
    const [counts] = await this.database.query<DisputeParts['counts']>(
      `select (select count(distinct position) from dispute_evidence where dispute_id = $1) evidence,
         count(*) sealed, count(vote) opened
       from council_vote where dispute_id = $1`,
      [id],
    );
    const opinions = await this.database.query<DisputeParts['opinions'][number]>(
      `select o.text, u.name "by", ${iso('o.added_at')} at from council_opinion o
       join app_user u on u.id = o.user_id where o.dispute_id = $1 order by o.added_at, o.user_id`,
      [id],
    );
    const compliance = await this.database.query<DisputeParts['compliance'][number]>(
      `select c.side, c.outcome, c.note, u.name "by", ${iso('c.reported_at')} at from dispute_compliance c
       join app_user u on u.id = c.reported_by where c.dispute_id = $1 order by c.id`,
      [id],
    );
    return { counts: counts ?? { evidence: 0, sealed: 0, opened: 0 }, opinions, compliance };
  }
}
