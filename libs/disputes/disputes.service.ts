import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { disputesApi } from '#contracts/disputes.js';
import type { Side } from '#contracts/parties.js';
import { RoomNotes, RoomsReader } from '#negotiations/index.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { AppError } from '#platform/http/index.js';
import { CouncilService } from './council/council.service.js';
import { DisputeEndings } from './dispute-endings.js';
import { Dispute, DisputeStatement } from './dispute.entity.js';
import { canAnswer, canState, canWithdraw, sideOf } from './dispute.policy.js';
import { dueAfter } from './dispute.states.js';
import { DisputesRepository, type Case } from './disputes.repository.js';
import { VotesService } from './votes/votes.service.js';

type Opening = z.output<typeof disputesApi.open.body>;

/** Disputes between the two sides of a room, from the claim to its end. */
@Injectable()
export class DisputesService {
  constructor(
    private readonly database: Database,
    private readonly disputes: DisputesRepository,
    private readonly council: CouncilService,
    private readonly rooms: RoomsReader,
    private readonly notes: RoomNotes,
    private readonly endings: DisputeEndings,
    private readonly votes: VotesService,
  ) {}

  /**
   * Opens a dispute and commits to the seed of its lot. Answers with its id. Errors: `dispute/side-needed` for a coordinator
   * who does not say whose claim it is, `dispute/open-already` where that side has a claim under way, whatever its kind,
   * `dispute/withdrawn-after-lot`; 404 for who does not sit in the room.
   */
  async open(actor: Actor, roomId: string, { statement, ...given }: Opening): Promise<string> {
    return this.database.transaction(async () => {
      const seat = await this.rooms.dealSeat(actor, roomId);
      const own = seat.role === 'owner' || seat.role === 'candidate' ? seat.role : null;
      const claimant = own ?? given.claimant;
      if (!claimant) throw new AppError('dispute/side-needed', {}, { claimant: 'dispute/side-needed' });
      await this.database.query(`select pg_advisory_xact_lock(hashtextextended('dispute no', 0))`);
      if ((await this.disputes.claiming(roomId)).includes(claimant))
        throw new AppError('dispute/open-already');
      if ((await this.disputes.barred(roomId)).includes(claimant))
        throw new AppError('dispute/withdrawn-after-lot');
      const { kind, amountYen, seats } = given;
      const { title, ownerCompanyId, candidateCompanyId, bodyId } = seat;
      const dispute = this.database.repository(Dispute).create({
        ...{ no: await this.nextNo(), roomId, title, ownerCompanyId, candidateCompanyId, bodyId },
        ...{ kind, amountYen, claimant, openedBy: actor.userId, seats, state: 'opened' },
        dueAt: dueAfter('opened'),
      });
      await this.database.repository(Dispute).insert(dispute);
      await this.addStatement(dispute, actor, own, statement);
      const commitment = await this.council.commit(dispute, 1, seats);
      // What is claimed is not for everybody in the room: partners of a team sit there too.
      const values = { no: dispute.no, hash: commitment, disputeId: dispute.id };
      await this.notes.leave(roomId, { key: 'dispute-opened', values, actor });
      await this.disputes.tell(dispute, 'opened', actor);
      return dispute.id;
    });
  }

  /** Adds to what a side has said; the other side's first statement is its answer. Error: `dispute/not-now`. */
  async state(actor: Actor, id: string, text: string): Promise<void> {
    await this.disputes.change(actor, id, async (seen) => {
      const { dispute, viewer } = seen;
      const side = sideOf(viewer);
      authorize(side !== null);
      if (!canState(viewer, dispute)) throw new AppError('dispute/not-now');
      await this.addStatement(dispute, actor, side, text);
      if (!canAnswer(viewer, dispute)) return;
      await this.disputes.tell(dispute, 'answered', actor);
      await this.council.list(seen, actor);
    });
  }

  /** The claimant takes it back. Error: `dispute/not-now`. */
  async withdraw(actor: Actor, id: string, reason: string): Promise<void> {
    await this.disputes.change(actor, id, async ({ dispute, viewer }) => {
      authorize(viewer === dispute.claimant);
      if (!canWithdraw(viewer, dispute)) throw new AppError('dispute/not-now');
      await this.endings.end(dispute, 'withdrawn', reason, actor);
    });
  }

  /** What follows where a state's time is over; a second time changes nothing. */
  async overdue(id: string): Promise<void> {
    await this.disputes.follow(
      id,
      ({ dueAt, state }) => state === 'asking' || (dueAt !== null && dueAt <= new Date()),
      (one) => this.passTime(one),
    );
  }

  private async passTime(one: Case): Promise<void> {
    const { state } = one.dispute;
    // Silence holds nobody up: the panel is drawn without an answer.
    if (state === 'opened') await this.council.list(one, null);
    else if (state === 'short') await this.lookAgain(one);
    else if (state === 'listed') await this.council.drawUnasked(one);
    else if (state === 'asking') await this.council.passOver(one);
    else await this.votes.passTime(one);
  }

  /** Once more; where candidates are still missing there will be no council. */
  private async lookAgain(one: Case): Promise<void> {
    const { found, needed } = await this.council.list(one, null);
    if (found < needed) await this.endings.end(one.dispute, 'lapsed', '', null);
  }

  private async addStatement(dispute: Dispute, actor: Actor, side: Side | null, text: string): Promise<void> {
    await this.database
      .repository(DisputeStatement)
      .insert({ disputeId: dispute.id, side, text, statedBy: actor.userId });
  }

  /** Without gaps: the caller holds the lock of this purpose. */
  private async nextNo(): Promise<number> {
    const [row] = await this.database.query<{ no: number }>(
      'select coalesce(max(no), 0) + 1 no from dispute',
    );
    return row?.no ?? 1;
  }
}
