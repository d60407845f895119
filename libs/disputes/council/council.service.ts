import { Injectable } from '@nestjs/common';
import type { SeatDecline } from '#contracts/disputes.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { newSeed } from '#platform/commitment.js';
import { Database } from '#platform/database/index.js';
import { AppError, found } from '#platform/http/index.js';
import { CouncilLot, CouncilSeat, type Dispute } from '../dispute.entity.js';
import { canAccept, canChallenge, canDraw, canRelist, sideOf } from '../dispute.policy.js';
import { inDays, SEAT_DAYS } from '../dispute.states.js';
import { DisputesRepository, type Case } from '../disputes.repository.js';
import { sift } from './conflict.policy.js';
import { drawOrder, listHash, lotCommitment, NO_ADDITION } from './lot.js';
import { PoolReader } from './pool.reader.js';

const holds = ({ state }: CouncilSeat): boolean => state === 'accepted' || state === 'asked';

/** 合議体: how a panel is drawn and comes together. */
@Injectable()
export class CouncilService {
  constructor(
    private readonly database: Database,
    private readonly disputes: DisputesRepository,
    private readonly pool: PoolReader,
  ) {}

  /** Begins a lot: its seed is made and committed to, before anybody knows the candidates. */
  async commit({ id: disputeId }: Dispute, no: number, seats: number): Promise<void> {
    const seed = newSeed();
    await this.database
      .repository(CouncilLot)
      .insert({ disputeId, no, seats, seed, commitment: lotCommitment(seed) });
  }

  /** Fixes the list of candidates and publishes its hash; `short` where they do not suffice. */
  async list({ dispute, seats }: Case, actor: Actor | null): Promise<void> {
    const lot = await this.currentLot(dispute);
    const found = await this.sifted({ dispute, seats });
    lot.excluded = found.excluded;
    if (found.candidates.length < lot.seats) {
      await this.database.repository(CouncilLot).save(lot);
      if (dispute.state !== 'short') await this.disputes.move(dispute, 'short', actor);
      return;
    }
    const { candidates } = found;
    lot.candidates = candidates;
    lot.listHash = listHash({ disputeId: dispute.id, no: lot.no, candidates });
    lot.listedAt = new Date();
    await this.database.repository(CouncilLot).save(lot);
    await this.disputes.move(dispute, 'listed', actor);
  }

  /** Errors: `dispute/not-now`; `dispute/too-few`, which keeps what was found. */
  async relist(actor: Actor, id: string): Promise<void> {
    const lack = await this.disputes.change(actor, id, async (seen) => {
      authorize(seen.viewer !== 'asked' && seen.viewer !== 'member');
      if (!canRelist(seen.viewer, seen.dispute)) throw new AppError('dispute/not-now');
      await this.list(seen, actor);
      if (seen.dispute.state !== 'short') return null;
      const { seats: needed } = await this.currentLot(seen.dispute);
      return { needed, found: (await this.sifted(seen)).candidates.length };
    });
    if (lack) throw new AppError('dispute/too-few', lack);
  }

  /** Draws the order and asks the first ones. Error: `dispute/not-now`. */
  async draw(actor: Actor, id: string, addition: string): Promise<void> {
    await this.disputes.change(actor, id, async (seen) => {
      authorize(sideOf(seen.viewer) !== null || seen.viewer === 'coordinator');
      if (!canDraw(seen.viewer, seen.dispute)) throw new AppError('dispute/not-now');
      await this.drawLot(seen, addition, actor);
    });
  }

  /** Nobody drew in time. */
  async drawUnasked(one: Case): Promise<void> {
    await this.drawLot(one, NO_ADDITION, null);
  }

  /** Takes the seat. Error: `dispute/not-now`. */
  async accept(actor: Actor, id: string): Promise<void> {
    await this.disputes.change(actor, id, async ({ dispute, seats, viewer }) => {
      authorize(viewer === 'asked');
      if (!canAccept(viewer, dispute)) throw new AppError('dispute/not-now');
      const own = ownAsked(seats, actor.userId);
      own.state = 'accepted';
      own.answeredAt = new Date();
      await this.database.repository(CouncilSeat).save(own);
      await this.refill({ dispute, seats }, actor);
    });
  }

  /** The next in the drawn order is asked. Error: `dispute/not-now`. */
  async decline(actor: Actor, id: string, code: SeatDecline): Promise<void> {
    await this.disputes.change(actor, id, async ({ dispute, seats, viewer }) => {
      authorize(viewer === 'asked');
      if (!canAccept(viewer, dispute)) throw new AppError('dispute/not-now');
      const own = ownAsked(seats, actor.userId);
      Object.assign(own, { state: 'declined', decline: code, answeredAt: new Date() });
      await this.database.repository(CouncilSeat).save(own);
      await this.refill({ dispute, seats }, actor);
    });
  }

  /** Errors: `dispute/challenged-already`, `dispute/not-now`. */
  async challenge(actor: Actor, id: string, seatId: string, reason: string): Promise<void> {
    await this.disputes.change(actor, id, async ({ dispute, seats, viewer }) => {
      const side = sideOf(viewer);
      authorize(side !== null);
      const challenged = seats.flatMap(({ challengedBy }) => challengedBy ?? []);
      if (side && challenged.includes(side)) throw new AppError('dispute/challenged-already');
      if (!canChallenge(viewer, dispute, challenged)) throw new AppError('dispute/not-now');
      const seat = found(seats.find((one) => one.id === seatId && one.state === 'accepted'));
      Object.assign(seat, { state: 'challenged', challengedBy: side, challengeReason: reason });
      await this.database.repository(CouncilSeat).save(seat);
      await this.refill({ dispute, seats }, actor);
    });
  }

  /** Seats whose time is over without an answer go to the next ones. */
  async passOver(one: Case): Promise<void> {
    const silent = one.seats.filter(({ state, dueAt }) => state === 'asked' && dueAt <= new Date());
    if (silent.length === 0) return;
    for (const seat of silent) Object.assign(seat, { state: 'expired', answeredAt: new Date() });
    await this.database.repository(CouncilSeat).save(silent);
    await this.refill(one, null);
  }

  private async drawLot(one: Case, addition: string, actor: Actor | null): Promise<void> {
    const lot = await this.currentLot(one.dispute);
    lot.addition = addition;
    lot.drawnOrder = drawOrder(lot.seed, addition, lot.candidates ?? []);
    lot.drawnBy = actor?.userId ?? null;
    lot.drawnAt = new Date();
    await this.database.repository(CouncilLot).save(lot);
    await this.disputes.move(one.dispute, 'asking', actor);
    await this.refill(one, actor);
  }

  /** Asks the next ones for the free seats; the panel is complete, or a further lot is needed. */
  private async refill({ dispute, seats }: Case, actor: Actor | null): Promise<void> {
    await this.askNext(dispute, seats);
    const accepted = seats.filter(({ state }) => state === 'accepted');
    if (accepted.length === dispute.seats) {
      dispute.chairId = accepted[0]?.userId ?? null;
      if (dispute.state === 'asking') await this.disputes.move(dispute, 'hearing', actor);
      return;
    }
    if (seats.some(({ state }) => state === 'asked')) {
      if (dispute.state !== 'asking') await this.disputes.move(dispute, 'asking', actor);
      return;
    }
    const { no } = await this.currentLot(dispute);
    await this.commit(dispute, no + 1, dispute.seats - accepted.length);
    await this.list({ dispute, seats }, actor);
  }

  private async askNext(dispute: Dispute, seats: CouncilSeat[]): Promise<void> {
    const { no: lotNo, drawnOrder } = await this.currentLot(dispute);
    const order = drawnOrder ?? [];
    const organisations = await this.pool.organisations(order);
    let rank = seats.filter((seat) => seat.lotNo === lotNo).at(-1)?.rank ?? 0;
    while (seats.filter(holds).length < dispute.seats && rank < order.length) {
      const userId = order[rank] ?? '';
      rank += 1;
      const organisationId = organisations.get(userId);
      // Who has left their organisation since the list was fixed is passed over.
      if (!organisationId) continue;
      const repository = this.database.repository(CouncilSeat);
      const place = { disputeId: dispute.id, lotNo, rank, userId, organisationId };
      const seat = repository.create({ ...place, state: 'asked', dueAt: inDays(SEAT_DAYS) });
      await repository.insert(seat);
      seats.push(seat);
      await this.disputes.askSeat(dispute, userId);
    }
  }

  private async sifted({ dispute, seats }: Case) {
    return sift(await this.pool.willing(), await this.pool.tiesOf(dispute, seats));
  }

  private async currentLot({ id }: Dispute): Promise<CouncilLot> {
    return found((await this.disputes.lots(id)).at(-1));
  }
}

const ownAsked = (seats: readonly CouncilSeat[], userId: string): CouncilSeat =>
  found(seats.find((seat) => seat.userId === userId && seat.state === 'asked'));
