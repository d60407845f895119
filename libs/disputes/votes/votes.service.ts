import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { councilVotesApi } from '#contracts/council-votes.js';
import { RoomNotes } from '#negotiations/index.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { canonicalJson, sha256 } from '#platform/canonical-json.js';
import { Database } from '#platform/database/index.js';
import { AppError, found } from '#platform/http/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import { CouncilService } from '../council/council.service.js';
import { DisputeEndings } from '../dispute-endings.js';
import type { Dispute } from '../dispute.entity.js';
import { sideOf } from '../dispute.policy.js';
import { dueAfter, inDays } from '../dispute.states.js';
import { DisputesRepository, type Case } from '../disputes.repository.js';
import { openVote } from './open-vote.js';
import { quorumOf, tally } from './tally.js';
import { ComplianceReport, CouncilVote, Opinion } from './vote.entity.js';
import * as policy from './vote.policy.js';
import { OwnParts } from './own-parts.reader.js';

type BodyOf<E extends keyof typeof councilVotesApi> = (typeof councilVotesApi)[E] extends {
  body: infer S extends z.ZodType;
}
  ? z.output<S>
  : never;

/** How long a second time for silent members is, in days. */
const PROLONGED_DAYS = 5;

/** 投票 and 意見: sealed votes, their opening, and what the council says. */
@Injectable()
export class VotesService {
  constructor(
    private readonly database: Database,
    private readonly disputes: DisputesRepository,
    private readonly council: CouncilService,
    private readonly endings: DisputeEndings,
    private readonly notes: RoomNotes,
    private readonly parts: OwnParts,
  ) {}

  /** A side has nothing to add; the second one to say so begins the votes. Error: `dispute/not-now`. */
  async ready(actor: Actor, id: string): Promise<void> {
    await this.disputes.change(actor, id, async ({ dispute, seats, viewer }) => {
      const side = sideOf(viewer);
      authorize(side !== null);
      if (!side || !policy.canBeReady(viewer, dispute)) throw new AppError('dispute/not-now');
      dispute.ready = [...dispute.ready, side];
      if (dispute.ready.length === 2) await this.council.beginVotes({ dispute, seats }, actor);
    });
  }

  /** Keeps a sealed vote, in place of an earlier one; the last one closes them all. Error: `dispute/not-now`. */
  async vote(actor: Actor, id: string, sealed: BodyOf<'vote'>): Promise<void> {
    await this.disputes.change(actor, id, async ({ dispute, viewer }) => {
      authorize(viewer === 'member');
      if (!policy.canVote(viewer, dispute)) throw new AppError('dispute/not-now');
      await this.database.query(
        `insert into council_vote (dispute_id, user_id, ciphertext, iv, commitment) values ($1, $2, $3, $4, $5)
         on conflict (dispute_id, user_id) do update set ciphertext = excluded.ciphertext, iv = excluded.iv,
           commitment = excluded.commitment, sealed_at = now(), times = council_vote.times + 1`,
        [id, actor.userId, sealed.ciphertext, sealed.iv, sealed.commitment],
      );
      if ((await this.votes(dispute)).length === dispute.seats)
        await this.disputes.move(dispute, 'opening', actor);
    });
  }

  /** Opens the own vote; the last one has them counted. Errors: `dispute/not-now`, `dispute/wrong-key`. */
  async open(actor: Actor, id: string, key: string): Promise<void> {
    await this.disputes.change(actor, id, async ({ dispute, viewer }) => {
      authorize(viewer === 'member');
      const own = await this.parts.of(actor, dispute);
      if (!policy.canOpen(viewer, dispute, own)) throw new AppError('dispute/not-now');
      const votes = await this.votes(dispute);
      const sealed = found(votes.find(({ userId }) => userId === actor.userId));
      const vote = openVote(sealed, id, actor.userId, key);
      if (!vote) throw new AppError('dispute/wrong-key', {}, { key: 'dispute/wrong-key' });
      Object.assign(sealed, { key, vote, openedAt: new Date() });
      await this.database.repository(CouncilVote).save(sealed);
      if (votes.every((one) => one.vote !== null)) await this.count(dispute, votes, actor);
    });
  }

  /** The chair states the council's opinion. Errors: `dispute/not-now`, `request/invalid` for a day that is over. */
  async decide(actor: Actor, id: string, said: BodyOf<'decide'>): Promise<void> {
    await this.disputes.change(actor, id, async ({ dispute, viewer }) => {
      const own = await this.parts.of(actor, dispute);
      authorize(viewer === 'member' && own.isChair);
      if (!policy.canDecide(viewer, dispute, own)) throw new AppError('dispute/not-now');
      if (said.dueOn < todayInJapan())
        throw new AppError('request/invalid', {}, { dueOn: 'dispute/day-passed' });
      const at = new Date().toISOString();
      const content = {
        disputeId: id,
        no: dispute.no,
        outcome: dispute.outcome,
        ...said,
        by: actor.name,
        at,
      };
      dispute.decision = { ...said, by: actor.name, at, sha256: sha256(canonicalJson(content)) };
      await this.disputes.move(dispute, 'decided', actor);
      const values = { no: dispute.no, disputeId: id, sha256: dispute.decision.sha256 };
      await this.notes.leave(dispute.roomId, { key: 'dispute-decided', values, actor: null });
    });
  }

  /** A member's own opinion beside the decision. Error: `dispute/not-now`. */
  async opine(actor: Actor, id: string, text: string): Promise<void> {
    await this.disputes.change(actor, id, async ({ dispute, viewer }) => {
      authorize(viewer === 'member');
      if (!policy.canOpine(viewer, dispute, await this.parts.of(actor, dispute)))
        throw new AppError('dispute/not-now');
      await this.database.repository(Opinion).insert({ disputeId: id, userId: actor.userId, text });
    });
  }

  /** A side says what came of the decision. Error: `dispute/not-now`. */
  async report(actor: Actor, id: string, said: BodyOf<'report'>): Promise<void> {
    await this.disputes.change(actor, id, async ({ dispute, viewer }) => {
      const side = sideOf(viewer);
      authorize(side !== null);
      if (!side || !policy.canReport(viewer, dispute)) throw new AppError('dispute/not-now');
      await this.database
        .repository(ComplianceReport)
        .insert({ disputeId: id, side, ...said, reportedBy: actor.userId });
    });
  }

  /** A side proposes a settlement; the other side confirms the same words, and it is over. Error: `dispute/not-now`. */
  async settle(actor: Actor, id: string, { text, accept }: BodyOf<'settle'>): Promise<void> {
    await this.disputes.change(actor, id, async ({ dispute, viewer }) => {
      const side = sideOf(viewer);
      authorize(side !== null);
      if (!side || !policy.canSettle(viewer, dispute)) throw new AppError('dispute/not-now');
      if (!accept) {
        dispute.settlement = { side, text, by: actor.name, at: new Date().toISOString() };
        await this.disputes.tell(dispute, 'settlement', actor);
        return;
      }
      const { settlement } = dispute;
      if (settlement?.text !== text || !policy.canConfirmSettlement(viewer, dispute))
        throw new AppError('dispute/not-now');
      dispute.settlement = { ...settlement, confirmed: { by: actor.name, at: new Date().toISOString() } };
      await this.endings.end(dispute, 'settled', '', actor);
    });
  }

  /** What follows where the time of hearing, votes, opening or writing is over. */
  async passTime(one: Case): Promise<void> {
    const { dispute } = one;
    if (dispute.state === 'hearing') await this.council.beginVotes(one, null);
    else if (dispute.state === 'voting') await this.closeVotes(dispute);
    else if (dispute.state === 'opening') await this.closeOpening(dispute);
    else if (dispute.state === 'deciding') await this.passChair(one);
  }

  /** Enough votes are opened without the missing ones; too few get a second time, once. */
  private async closeVotes(dispute: Dispute): Promise<void> {
    const votes = await this.votes(dispute);
    if (votes.length >= quorumOf(dispute.seats)) await this.disputes.move(dispute, 'opening', null);
    else if (dispute.prolonged) await this.endings.end(dispute, 'lapsed', '', null);
    else {
      Object.assign(dispute, { prolonged: true, dueAt: inDays(PROLONGED_DAYS), remindedAt: null });
      await this.disputes.tell(dispute, 'prolonged', null);
    }
  }

  private async closeOpening(dispute: Dispute): Promise<void> {
    const votes = await this.votes(dispute);
    const opened = votes.filter(({ vote }) => vote !== null);
    if (opened.length >= quorumOf(dispute.seats)) await this.count(dispute, votes, null);
    else await this.endings.end(dispute, 'lapsed', '', null);
  }

  /** To the next member in the drawn order who has opened their vote; it lapses where all of them had their time. */
  private async passChair({ dispute, seats }: Case): Promise<void> {
    const opened = new Set(
      (await this.votes(dispute)).flatMap(({ vote, userId }) => (vote === null ? [] : [userId])),
    );
    const able = seats.filter(({ state, userId }) => state === 'accepted' && opened.has(userId));
    dispute.chairTurns += 1;
    if (dispute.chairTurns >= able.length) return this.endings.end(dispute, 'lapsed', '', null);
    const at = able.findIndex(({ userId }) => userId === dispute.chairId);
    dispute.chairId = able[(at + 1) % able.length]?.userId ?? dispute.chairId;
    Object.assign(dispute, { dueAt: dueAfter('deciding'), remindedAt: null });
    await this.disputes.tell(dispute, 'deciding', null);
  }

  /** Counts what is opened; a chair who has not opened theirs passes the chair on. */
  private async count(dispute: Dispute, votes: readonly CouncilVote[], actor: Actor | null): Promise<void> {
    const opened = votes.flatMap(({ vote }) => vote ?? []);
    const result = tally(opened, dispute.amountYen);
    if (!result) throw new AppError('dispute/not-now');
    dispute.outcome = { ...result, abstained: dispute.seats - opened.length };
    const chair = votes.find(({ userId }) => userId === dispute.chairId);
    if (!chair?.vote) dispute.chairId = votes.find(({ vote }) => vote !== null)?.userId ?? null;
    await this.disputes.move(dispute, 'deciding', actor);
  }

  private votes({ id: disputeId }: Dispute): Promise<CouncilVote[]> {
    return this.database
      .repository(CouncilVote)
      .find({ where: { disputeId }, order: { sealedAt: 'asc', userId: 'asc' } });
  }
}
