import { Injectable } from '@nestjs/common';
import type { DisputeState, DisputeViewer } from '#contracts/disputes.js';
import type { Side } from '#contracts/parties.js';
import { RoomsReader } from '#negotiations/index.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError, notFound } from '#platform/http/index.js';
import { CouncilLot, CouncilSeat, Dispute } from './dispute.entity.js';
import { viewerOf } from './dispute.policy.js';
import { dueAfter, mayGo } from './dispute.states.js';
import * as happened from './disputes.events.js';

/** A dispute, locked, with those who were drawn for it. */
export interface Case {
  readonly dispute: Dispute;
  readonly seats: CouncilSeat[];
}
export interface SeenCase extends Case {
  readonly actor: Actor;
  readonly viewer: DisputeViewer;
}
type Told = Exclude<DisputeState, 'asking'> | 'answered' | 'settlement' | 'tied' | 'prolonged';

/** The write side: each change holds the dispute's lock. */
@Injectable()
export class DisputesRepository {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly rooms: RoomsReader,
  ) {}

  /** Loads locked and lets `decide` change it; 404 for who may not see it. */
  change<T>(actor: Actor, id: string, decide: (seen: SeenCase) => Promise<T>): Promise<T> {
    return this.database.transaction(async () => {
      const dispute = await this.locked(id);
      if (!dispute) throw notFound();
      const seats = await this.seats(id);
      const viewer = viewerOf(actor, dispute, await this.rooms.roleIn(actor, dispute.roomId), seats);
      if (!viewer) throw notFound();
      const result = await decide({ dispute, seats, actor, viewer });
      await this.save(dispute, actor);
      return result;
    });
  }

  /** A change that time makes, where it still is as `is` says. */
  follow(id: string, is: (dispute: Dispute) => boolean, decide: (one: Case) => Promise<void>): Promise<void> {
    return this.database.transaction(async () => {
      const dispute = await this.locked(id);
      if (!dispute || !is(dispute)) return;
      await decide({ dispute, seats: await this.seats(id) });
      await this.save(dispute, null);
    });
  }

  /** To another state, whose time begins now; tells of it. Error: `dispute/not-now`. */
  async move(dispute: Dispute, to: DisputeState, actor: Actor | null) {
    if (!mayGo(dispute.state, to)) throw new AppError('dispute/not-now');
    dispute.state = to;
    dispute.dueAt = dueAfter(to);
    dispute.remindedAt = null;
    if (to !== 'asking') await this.tell(dispute, to, actor);
  }

  tell({ id }: Dispute, to: Told, actor: Actor | null): Promise<void> {
    const companyId = actor?.company?.id ?? null;
    return this.events.record(
      happened.disputeMoved,
      { disputeId: id, to },
      { subjectId: id, companyId, actor },
    );
  }

  askSeat({ id }: Dispute, userId: string): Promise<void> {
    return this.events.record(
      happened.councilAsked,
      { disputeId: id, userId },
      { subjectId: id, actor: null },
    );
  }

  /** `ended`: who was asked need not answer; `replaced`: a member is none any more. */
  release({ id }: Dispute, userId: string, why: 'ended' | 'replaced'): Promise<void> {
    return this.events.record(
      happened.councilReleased,
      { disputeId: id, userId, why },
      { subjectId: id, actor: null },
    );
  }

  seats(disputeId: string): Promise<CouncilSeat[]> {
    return this.database
      .repository(CouncilSeat)
      .find({ where: { disputeId }, order: { lotNo: 'asc', rank: 'asc' } });
  }

  lots(disputeId: string): Promise<CouncilLot[]> {
    return this.database.repository(CouncilLot).find({ where: { disputeId }, order: { no: 'asc' } });
  }

  /** The sides whose claim is under way in a room: each has one at a time, so that nobody chooses among panels. */
  async claiming(roomId: string): Promise<Side[]> {
    const rows = await this.database.query<{ claimant: Side }>(
      `select distinct claimant from dispute
       where room_id = $1 and state not in ('decided', 'withdrawn', 'settled', 'lapsed')`,
      [roomId],
    );
    return rows.map(({ claimant }) => claimant);
  }

  /**
   * The sides that cannot claim anything more in a room, since they took a claim back after its lot was drawn: otherwise
   * who does not like a panel could have another one drawn. The other side's own claims are not barred by it, nor is who
   * took a claim back while candidates were missing, which is a lot without a list: there was no panel to flee from.
   */
  async barred(roomId: string): Promise<Side[]> {
    const rows = await this.database.query<{ claimant: Side }>(
      `select d.claimant from dispute d join council_lot l on l.dispute_id = d.id
       where d.room_id = $1 and d.state = 'withdrawn' group by d.id
       having bool_or(l.drawn_at is not null) and bool_and(l.listed_at is not null)`,
      [roomId],
    );
    return [...new Set(rows.map(({ claimant }) => claimant))];
  }

  private locked(id: string): Promise<Dispute | null> {
    return this.database.repository(Dispute).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  private async save(dispute: Dispute, actor: Actor | null): Promise<void> {
    dispute.version += 1;
    dispute.updatedAt = new Date();
    await this.database.repository(Dispute).save(dispute);
    const { id: disputeId } = dispute;
    await this.events.record(happened.disputeTouched, { disputeId }, { subjectId: disputeId, actor });
  }
}
