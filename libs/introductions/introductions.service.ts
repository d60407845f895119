import { Inject, Injectable } from '@nestjs/common';
import type { RequestOf } from '#contracts/endpoint.js';
import type { introductionsApi } from '#contracts/introductions.js';
import type { Reason } from '#contracts/matching.js';
import type { Side, SubjectKind } from '#contracts/parties.js';
import { CompaniesReader } from '#companies/index.js';
import { IdentityReader } from '#identity/index.js';
import { MatchingReader, MatchingService } from '#matching/index.js';
import { OrdersReader } from '#orders/index.js';
import { PatentsReader, PatentsService } from '#patents/index.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { Events, type EventDefinition } from '#platform/events/index.js';
import { AppError, found, StaleError } from '#platform/http/index.js';
import { CONFIG } from '#platform/resources.js';
import { Introduction } from './introduction.entity.js';
import { canFollowUp, canPropose, canRead, canRespond, canWithdraw, sideOf } from './introduction.policy.js';
import { mayGo, mayRecordOutcome, stateAfterAnswers } from './introduction.states.js';
import * as happened from './introductions.events.js';
import { IntroductionsReader } from './introductions.reader.js';

type BodyOf<E extends keyof typeof introductionsApi> = RequestOf<(typeof introductionsApi)[E]>['body'];
type Proposal = BodyOf<'propose'>;

/** An order or patent as an introduction needs it. */
export interface Subject {
  kind: SubjectKind;
  id: string;
  title: string;
  revision: number | null;
  ownerCompanyId: string;
  isOpen: boolean;
}

const DAY_MS = 86_400_000;

@Injectable()
export class IntroductionsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly companies: CompaniesReader,
    private readonly people: IdentityReader,
    private readonly matching: MatchingReader,
    private readonly orders: OrdersReader,
    private readonly patents: PatentsReader,
    private readonly patentsService: PatentsService,
    private readonly matches: MatchingService,
    private readonly reader: IntroductionsReader,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /**
   * Proposes a candidate to both sides. An owner that proposes has thereby consented. Errors:
   * introduction/proposal-not-allowed, /already-proposed, /same-company, order or patent not published.
   */
  async propose(actor: Actor, proposal: Proposal): Promise<string> {
    return this.database.transaction(async () => {
      const subject = found(await this.subject(proposal.kind, proposal.subjectId));
      const { candidateCompanyId, reasons } = await this.chosen(proposal);
      const owner = found(await this.companies.membership(subject.ownerCompanyId));
      const bodyId = actor.body?.id ?? owner.bodyId;
      const allowed = bodyId ? (await this.people.body(bodyId))?.orderersMayPropose === true : false;
      if (!canPropose(actor, subject, allowed)) throw new AppError('introduction/proposal-not-allowed');
      if (!subject.isOpen) throw new AppError('introduction/illegal-transition');
      if (candidateCompanyId === subject.ownerCompanyId) throw new AppError('introduction/same-company');
      const introduction = this.draft(actor, subject, candidateCompanyId, proposal.reason, reasons, bodyId);
      await this.insert(introduction);
      await this.tell(happened.introductionProposed, introduction, actor);
      return introduction.id;
    });
  }

  consent(actor: Actor, id: string): Promise<void> {
    return this.answer(actor, id, (introduction, side) => {
      introduction[`${side}Consent`] = 'consented';
    });
  }

  decline(actor: Actor, id: string, { code, text }: BodyOf<'decline'>): Promise<void> {
    return this.answer(actor, id, (introduction, side) => {
      introduction[`${side}Consent`] = 'declined';
      introduction.declineCode = code;
      introduction.declineText = text ?? '';
    });
  }

  async withdraw(actor: Actor, id: string, reason: string): Promise<void> {
    await this.change(actor, id, (introduction) => {
      if (introduction.state !== 'proposed') throw new AppError('introduction/illegal-transition');
      authorize(canWithdraw(actor, introduction));
      introduction.state = 'withdrawn';
      introduction.outcomeReason = reason;
      return happened.introductionWithdrawn;
    });
  }

  /** Next action, its day, and who is in charge; needs the version that was edited. */
  async followUp(actor: Actor, id: string, version: number, input: BodyOf<'followUp'>): Promise<void> {
    if (input.coordinatorId) {
      const colleagues = actor.body ? await this.people.peopleOfBody(actor.body.id) : [];
      if (!colleagues.some((p) => p.id === input.coordinatorId)) {
        throw new AppError('request/invalid', {}, { coordinatorId: 'request/not-found' });
      }
    }
    await this.change(actor, id, async (introduction) => {
      authorize(canFollowUp(actor, introduction));
      await this.demandVersion(actor, introduction, version);
      introduction.nextAction = input.nextAction ?? '';
      introduction.nextActionOn = input.nextActionOn;
      introduction.coordinatorId = input.coordinatorId;
      return happened.introductionFollowedUp;
    });
  }

  /** 成立 / 見込み / 継続 / 不成立. A recorded deal of an agreement may be corrected, never turned into "no deal". */
  async recordOutcome(
    actor: Actor,
    id: string,
    version: number,
    input: BodyOf<'recordOutcome'>,
  ): Promise<void> {
    await this.change(actor, id, async (introduction) => {
      authorize(canFollowUp(actor, introduction));
      await this.demandVersion(actor, introduction, version);
      if (!mayRecordOutcome(introduction.state, input.outcome))
        throw new AppError('introduction/illegal-transition');
      introduction.outcome = input.outcome;
      introduction.outcomeReason = input.reason ?? '';
      introduction.outcomeCode = input.code ?? null;
      introduction.amountYen = input.amountYen ?? null;
      introduction.outcomeOn = input.on;
      if (input.outcome === 'no-deal' && introduction.state === 'negotiating') introduction.state = 'ended';
      return happened.outcomeRecorded;
    });
  }

  /** Told by the negotiation: its room is open (and perhaps already agreed or closed again). */
  async roomOpened(id: string, roomId: string): Promise<void> {
    await this.follow(id, (introduction) => {
      if (introduction.roomId !== null) return false;
      introduction.roomId = roomId;
      if (introduction.state === 'consented') introduction.state = 'negotiating';
      return true;
    });
  }

  /** Told by the negotiation: both sides have agreed. `on` is the day in Japan. */
  async agreed(id: string, { amountYen, on }: { amountYen: number; on: string }): Promise<void> {
    await this.follow(id, async (introduction) => {
      if (!mayGo(introduction.state, 'agreed')) return false;
      introduction.state = 'agreed';
      introduction.outcome = 'deal';
      introduction.outcomeCode = null;
      introduction.amountYen = amountYen;
      introduction.outcomeOn = on;
      if (introduction.subjectKind === 'patent') await this.patentsService.licensed(introduction.subjectId);
      return true;
    });
  }

  /** Told by the negotiation: the talks were ended without an agreement. */
  async talksEnded(id: string, reason: string): Promise<void> {
    await this.follow(id, (introduction) => {
      if (!mayGo(introduction.state, 'ended')) return false;
      introduction.state = 'ended';
      introduction.outcomeReason ||= reason;
      return true;
    });
  }

  /** Expires what nobody answered in time. Answers with how many. */
  async expireOverdue(): Promise<number> {
    const overdue = await this.database.query<{ id: string }>(
      `select id from introduction where state = 'proposed' and expires_at < now() order by id`,
    );
    let expired = 0;
    for (const { id } of overdue) {
      const expires = (introduction: Introduction) => {
        if (introduction.state !== 'proposed') return false;
        introduction.state = 'expired';
        return true;
      };
      if (await this.follow(id, expires, happened.introductionExpired)) expired += 1;
    }
    return expired;
  }

  /** Reminds the sides that have not answered for some days, once. Answers with how many introductions. */
  async remindWaiting(): Promise<number> {
    return this.database.transaction(async () => {
      const waiting = await this.database.query<{ id: string }>(
        `update introduction set reminded_at = now()
         where state = 'proposed' and reminded_at is null and created_at < now() - make_interval(days => $1)
         returning id`,
        [this.config.introductions.reminderDays],
      );
      for (const { id } of waiting) await this.tell(happened.introductionReminded, { id }, null);
      return waiting.length;
    });
  }

  private async answer(
    actor: Actor,
    id: string,
    decide: (i: Introduction, side: Side) => void,
  ): Promise<void> {
    await this.change(actor, id, (introduction) => {
      const side = sideOf(actor, introduction);
      if (!side) throw new AppError('auth/forbidden');
      if (!canRespond(actor, introduction)) throw new AppError('introduction/already-answered');
      decide(introduction, side);
      introduction[`${side}AnsweredAt`] = new Date();
      introduction[`${side}AnsweredBy`] = actor.userId;
      introduction.state = stateAfterAnswers(introduction.ownerConsent, introduction.candidateConsent);
      if (introduction.state === 'declined') return [happened.introductionDeclined, { side }];
      return introduction.state === 'consented'
        ? happened.introductionConsented
        : [happened.introductionHalfConsented, { side }];
    });
  }

  /** Loads locked, lets `decide` change it, saves, and records the event that `decide` names. */
  private async change(
    actor: Actor,
    id: string,
    decide: (introduction: Introduction) => Decision | Promise<Decision>,
  ): Promise<void> {
    await this.database.transaction(async () => {
      const introduction = await this.locked(id);
      if (!introduction || !canRead(actor, introduction)) throw new AppError('request/not-found');
      const decision = await decide(introduction);
      const [event, more] = Array.isArray(decision) ? decision : [decision, {}];
      await this.save(introduction);
      await this.tell(event, introduction, actor, more);
    });
  }

  /** A change that follows from a negotiation or from time; a second telling changes nothing, and answers false. */
  private follow(
    id: string,
    set: (introduction: Introduction) => boolean | Promise<boolean>,
    event: EventDefinition = happened.introductionFollowedUp,
  ): Promise<boolean> {
    return this.database.transaction(async () => {
      const introduction = await this.locked(id);
      if (!introduction || !(await set(introduction))) return false;
      await this.save(introduction);
      await this.tell(event, introduction, null);
      return true;
    });
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

  private async demandVersion(actor: Actor, introduction: Introduction, version: number): Promise<void> {
    if (introduction.version !== version) throw new StaleError(await this.reader.get(actor, introduction.id));
  }

  private tell(
    event: EventDefinition,
    { id }: { id: string },
    actor: Actor | null,
    more: object = {},
  ): Promise<void> {
    const companyId = actor?.company?.id ?? null;
    return this.events.record(event, { introductionId: id, ...more }, { subjectId: id, companyId, actor });
  }

  private draft(
    actor: Actor,
    subject: Subject,
    candidateCompanyId: string,
    reason: string,
    reasons: Reason[],
    bodyId: string | null,
  ): Introduction {
    const byOwner = actor.company?.id === subject.ownerCompanyId;
    return this.database.repository(Introduction).create({
      subjectKind: subject.kind,
      subjectId: subject.id,
      subjectTitle: subject.title,
      orderRevision: subject.revision,
      ownerCompanyId: subject.ownerCompanyId,
      candidateCompanyId,
      bodyId,
      coordinatorId: actor.body ? actor.userId : null,
      proposedBy: actor.userId,
      reason,
      reasons,
      state: 'proposed',
      ownerConsent: byOwner ? 'consented' : 'waiting',
      ownerAnsweredAt: byOwner ? new Date() : null,
      ownerAnsweredBy: byOwner ? actor.userId : null,
      candidateConsent: 'waiting',
      expiresAt: new Date(Date.now() + this.config.introductions.expiryDays * DAY_MS),
    });
  }

  private async insert(introduction: Introduction): Promise<void> {
    const taken = await this.database.query(
      `select 1 from introduction where subject_id = $1 and candidate_company_id = $2
       and state in ('proposed', 'consented', 'negotiating', 'agreed')`,
      [introduction.subjectId, introduction.candidateCompanyId],
    );
    if (taken.length > 0) throw new AppError('introduction/already-proposed');
    await this.database.repository(Introduction).insert(introduction);
    await this.matches.noteIntroduction(introduction);
  }

  private subject(kind: SubjectKind, id: string): Promise<Subject | null> {
    return kind === 'order' ? this.orders.subject(id) : this.patents.subject(id);
  }

  private async chosen(proposal: Proposal): Promise<{ candidateCompanyId: string; reasons: Reason[] }> {
    const stored = proposal.candidateId
      ? found(await this.matching.candidate(proposal.candidateId))
      : await this.matching.candidateOf(proposal.kind, proposal.subjectId, proposal.companyId ?? '');
    const candidateCompanyId = stored?.companyId ?? proposal.companyId ?? '';
    if (stored && (stored.subjectKind !== proposal.kind || stored.subjectId !== proposal.subjectId)) {
      throw new AppError('request/not-found');
    }
    const candidate = found(await this.companies.membership(candidateCompanyId));
    if (candidate.state !== 'approved') throw new AppError('request/not-found');
    return { candidateCompanyId, reasons: stored?.reasons ?? [] };
  }
}

type Decision = EventDefinition | [EventDefinition, object];
