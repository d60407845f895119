import { Inject, Injectable } from '@nestjs/common';
import type { RequestOf } from '#contracts/endpoint.js';
import type { introductionsApi } from '#contracts/introductions.js';
import type { Side } from '#contracts/parties.js';
import { MatchingService } from '#matching/index.js';
import type { Actor } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { Events, type EventDefinition } from '#platform/events/index.js';
import { AppError } from '#platform/http/index.js';
import { CONFIG } from '#platform/resources.js';
import { Introduction, type TeamPart } from './introduction.entity.js';
import { mayGo, stateAfterAnswers } from './introduction.states.js';
import * as happened from './introductions.events.js';

/** What all introductions of one team share. */
export interface TeamCase {
  readonly teamId: string;
  readonly order: { readonly id: string; readonly title: string; readonly revision: number };
  readonly ownerCompanyId: string;
  readonly bodyId: string;
  readonly coordinatorId: string | null;
}

type Decline = RequestOf<(typeof introductionsApi)['decline']>['body'];

const DAY_MS = 86_400_000;

/**
 * The introductions of a team's firms (連合受注): each firm is asked for itself, and the orderer for each of them. All of it
 * belongs into the transaction that changes the team; who may is decided there.
 */
@Injectable()
export class TeamIntroductions {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly matches: MatchingService,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** Asks a firm and the orderer. Error: introduction/already-proposed where the firm is asked for this order anyway. */
  async propose(
    actor: Actor,
    about: TeamCase,
    companyId: string,
    part: TeamPart,
    reason: string,
  ): Promise<void> {
    const introductions = this.database.repository(Introduction);
    const taken = await this.database.query(
      `select 1 from introduction where subject_id = $1 and candidate_company_id = $2
       and state in ('proposed', 'consented', 'negotiating', 'agreed')`,
      [about.order.id, companyId],
    );
    if (taken.length > 0) throw new AppError('introduction/already-proposed');
    const introduction = introductions.create({
      subjectKind: 'order',
      subjectId: about.order.id,
      subjectTitle: about.order.title,
      orderRevision: about.order.revision,
      ownerCompanyId: about.ownerCompanyId,
      candidateCompanyId: companyId,
      bodyId: about.bodyId,
      coordinatorId: about.coordinatorId,
      proposedBy: actor.userId,
      teamId: about.teamId,
      teamPart: part,
      reason,
      reasons: [],
      state: 'proposed',
      ownerConsent: 'waiting',
      candidateConsent: 'waiting',
      expiresAt: new Date(Date.now() + this.config.introductions.expiryDays * DAY_MS),
    });
    await introductions.insert(introduction);
    await this.matches.noteIntroduction(introduction);
    await this.tell(happened.introductionProposed, introduction, actor);
  }

  /** A firm that stays has another part now. */
  async setPart(id: string, part: TeamPart): Promise<void> {
    const introduction = await this.locked(id);
    if (!introduction || JSON.stringify(introduction.teamPart) === JSON.stringify(part)) return;
    introduction.teamPart = part;
    await this.save(introduction);
    await this.tell(happened.introductionFollowedUp, introduction, null);
  }

  /** The orderer's answer to all that still wait for it; answers with how many. */
  async answerAsOwner(actor: Actor, teamId: string, decline: Decline | null): Promise<number> {
    const waiting = await this.database.query<{ id: string }>(
      `select id from introduction where team_id = $1 and state = 'proposed' and owner_consent = 'waiting' order by id`,
      [teamId],
    );
    for (const { id } of waiting) {
      const introduction = await this.locked(id);
      if (introduction?.state !== 'proposed' || introduction.ownerConsent !== 'waiting') continue;
      introduction.ownerConsent = decline ? 'declined' : 'consented';
      introduction.ownerAnsweredAt = new Date();
      introduction.ownerAnsweredBy = actor.userId;
      if (decline) {
        introduction.declineCode = decline.code;
        introduction.declineText = decline.text ?? '';
      }
      introduction.state = stateAfterAnswers(introduction.ownerConsent, introduction.candidateConsent);
      await this.save(introduction);
      const side = { side: 'owner' as Side };
      if (introduction.state === 'declined')
        await this.tell(happened.introductionDeclined, introduction, actor, side);
      else if (introduction.state === 'consented')
        await this.tell(happened.introductionConsented, introduction, actor);
      else await this.tell(happened.introductionHalfConsented, introduction, actor, side);
    }
    return waiting.length;
  }

  /** A firm that had consented leaves, with a coded reason, as one that declines. False where it is not (any more) in. */
  async leave(actor: Actor, id: string, { code, text }: Decline): Promise<boolean> {
    const introduction = await this.locked(id);
    if (!introduction) return false;
    const hasConsented = introduction.state === 'proposed' && introduction.candidateConsent === 'consented';
    if (!hasConsented && !mayGo(introduction.state, 'ended')) return false;
    introduction.state = hasConsented ? 'declined' : 'ended';
    introduction.candidateConsent = 'declined';
    introduction.candidateAnsweredAt = new Date();
    introduction.candidateAnsweredBy = actor.userId;
    introduction.declineCode = code;
    introduction.declineText = text ?? '';
    await this.save(introduction);
    await this.tell(happened.introductionDeclined, introduction, actor, { side: 'candidate' });
    return true;
  }

  /** The firm is not needed (any more): what is not answered is withdrawn, what was consented to ends. */
  async release(actor: Actor | null, id: string, reason: string): Promise<void> {
    const introduction = await this.locked(id);
    if (!introduction) return;
    if (introduction.state === 'proposed') introduction.state = 'withdrawn';
    else if (mayGo(introduction.state, 'ended')) introduction.state = 'ended';
    else return;
    introduction.outcomeReason ||= reason;
    await this.save(introduction);
    await this.tell(happened.introductionWithdrawn, introduction, actor);
  }

  /** Told by the negotiation: the team's room is open, perhaps in place of an earlier one. */
  async roomOpened(id: string, roomId: string): Promise<void> {
    const introduction = await this.locked(id);
    if (!introduction || introduction.roomId === roomId) return;
    introduction.roomId = roomId;
    if (introduction.state === 'consented') introduction.state = 'negotiating';
    await this.save(introduction);
    await this.tell(happened.introductionFollowedUp, introduction, null);
  }

  /** Told by the negotiation: lead and orderer have agreed; the partners have their part in it. `on`: day in Japan. */
  async partnerAgreed(id: string, on: string): Promise<void> {
    const introduction = await this.locked(id);
    if (!introduction || !mayGo(introduction.state, 'agreed')) return;
    introduction.state = 'agreed';
    introduction.outcome = 'deal';
    introduction.outcomeOn = on;
    await this.save(introduction);
    await this.tell(happened.introductionFollowedUp, introduction, null);
  }

  private locked(id: string): Promise<Introduction | null> {
    return this.database
      .repository(Introduction)
      .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  private async save(introduction: Introduction): Promise<void> {
    introduction.version += 1;
    introduction.updatedAt = new Date();
    await this.database.repository(Introduction).save(introduction);
    await this.matches.noteIntroduction(introduction);
  }

  private tell(
    event: EventDefinition,
    { id }: Introduction,
    actor: Actor | null,
    more: object = {},
  ): Promise<void> {
    const companyId = actor?.company?.id ?? null;
    return this.events.record(event, { introductionId: id, ...more }, { subjectId: id, companyId, actor });
  }
}
