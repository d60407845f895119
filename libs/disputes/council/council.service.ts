import { Injectable } from '@nestjs/common';
import { NO_ADDITION, type SeatDecline } from '#contracts/disputes.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { newSeed } from '#platform/commitment.js';
import { Database } from '#platform/database/index.js';
import { AppError, found } from '#platform/http/index.js';
import { CouncilLot, CouncilSeat, type Dispute } from '../dispute.entity.js';
import { RoomNotes } from '#negotiations/index.js';
import * as policy from '../dispute.policy.js';
import { inDays, SEAT_DAYS, TIE_DAYS } from '../dispute.states.js';
import { DisputesRepository, type Case } from '../disputes.repository.js';
import { organisationOf, seatConflictOf, sift, tieOf } from './conflict.policy.js';
import { drawOrder, listHash, lotCommitment, namesCommitmentOf } from './lot.js';
import { formatOf, namesOf } from './lot-record.js';
import { PoolReader } from './pool.reader.js';
import { WillingnessService } from './willingness.service.js';

const holds = ({ state }: CouncilSeat): boolean => state === 'accepted' || state === 'asked';

/** 合議体: how a panel is drawn and comes together. */
@Injectable()
export class CouncilService {
  constructor(
    private readonly database: Database,
    private readonly disputes: DisputesRepository,
    private readonly pool: PoolReader,
    private readonly willingness: WillingnessService,
    private readonly notes: RoomNotes,
  ) {}

  /**
   * Begins a lot: its seed and the key of its names are made and committed to, before anybody knows the candidates. Answers
   * with the commitment, which belongs into the room's record.
   */
  async commit({ id: disputeId }: Dispute, no: number, seats: number): Promise<string> {
    const [seed, namesKey] = [newSeed(), newSeed()];
    const namesCommitment = namesCommitmentOf(namesKey);
    const commitment = lotCommitment(seed, namesCommitment);
    await this.database
      .repository(CouncilLot)
      .insert({ ...{ disputeId, no, seats, seed, namesKey }, ...{ namesCommitment, commitment } });
    return commitment;
  }

  /**
   * Fixes the list of candidates and publishes its hash; `short` where they do not suffice. Answers with how many there are
   * for how many seats.
   */
  async list({ dispute, seats }: Case, actor: Actor | null): Promise<{ found: number; needed: number }> {
    const lot = await this.currentLot(dispute);
    const { candidates, excluded } = sift(await this.pool.willing(), await this.pool.tiesOf(dispute, seats));
    const counts = { found: candidates.length, needed: lot.seats };
    lot.excluded = excluded;
    if (counts.found < counts.needed) {
      await this.database.repository(CouncilLot).save(lot);
      if (dispute.state !== 'short') await this.disputes.move(dispute, 'short', actor);
      return counts;
    }
    lot.candidates = candidates;
    const untold = await this.willingness.untold(dispute);
    Object.assign(lot, { untold: untold.sides, untoldPartners: untold.partners });
    lot.listHash = listHash({
      ...{ format: formatOf(lot), disputeId: dispute.id, no: lot.no },
      candidates: [...namesOf(lot).keys()],
    });
    lot.listedAt = new Date();
    await this.database.repository(CouncilLot).save(lot);
    const values = { lot: lot.no, candidates: counts.found, hash: lot.listHash };
    await this.note(dispute, 'lot-listed', values, actor);
    await this.disputes.move(dispute, 'listed', actor);
    return counts;
  }

  /** Errors: `dispute/not-now`; `dispute/too-few`, which keeps what was found. */
  async relist(actor: Actor, id: string): Promise<void> {
    const counts = await this.disputes.change(actor, id, async (seen) => {
      authorize(seen.viewer !== 'asked' && seen.viewer !== 'member');
      if (!policy.canRelist(seen.viewer, seen.dispute, actor)) throw new AppError('dispute/not-now');
      return this.list(seen, actor);
    });
    if (counts.found < counts.needed) throw new AppError('dispute/too-few', counts);
  }

  /** Draws the order and asks the first ones. Error: `dispute/not-now`. */
  async draw(actor: Actor, id: string, addition: string): Promise<void> {
    await this.disputes.change(actor, id, async (seen) => {
      authorize(policy.sideOf(seen.viewer) !== null || seen.viewer === 'coordinator');
      if (!policy.canDraw(seen.viewer, seen.dispute)) throw new AppError('dispute/not-now');
      await this.drawLot(seen, addition, actor);
    });
  }

  /** Nobody drew in time. */
  async drawUnasked(one: Case): Promise<void> {
    await this.drawLot(one, NO_ADDITION, null);
  }

  /**
   * Takes the seat. Errors: `dispute/not-now`; `company/not-approved` and `dispute/ties-needed`, which leave the seat
   * for an answer in its time; `dispute/conflict-arisen` where something ties them to a side since the list was fixed, which
   * gives the seat to the next.
   */
  async accept(actor: Actor, id: string): Promise<void> {
    const isTied = await this.disputes.change(actor, id, async ({ dispute, seats, viewer }) => {
      authorize(viewer === 'asked');
      if (!policy.canAccept(viewer, dispute)) throw new AppError('dispute/not-now');
      const own = ownAsked(seats, actor.userId);
      const person = await this.pool.person(actor.userId);
      if (!person) throw new AppError('company/not-approved');
      if (!person.tiesTold) throw new AppError('dispute/ties-needed');
      const tied = (await this.tieOf({ dispute, seats }, own)) !== null;
      Object.assign(own, { state: tied ? 'tied' : 'accepted', answeredAt: new Date() });
      await this.database.repository(CouncilSeat).save(own);
      await this.refill({ dispute, seats }, actor);
      return tied;
    });
    if (isTied) throw new AppError('dispute/conflict-arisen');
  }

  /**
   * The next in the drawn order is asked. So it is where a member leaves to whom a side has made a tie. Error:
   * `dispute/not-now`.
   */
  async decline(actor: Actor, id: string, code: SeatDecline): Promise<void> {
    await this.disputes.change(actor, id, async ({ dispute, seats, viewer }) => {
      const sitting = seats.find(({ userId, state }) => userId === actor.userId && state === 'accepted');
      const stepsDown = policy.canStepDown(viewer, dispute, sitting);
      authorize(viewer === 'asked' || stepsDown);
      if (!stepsDown && !policy.canAccept(viewer, dispute)) throw new AppError('dispute/not-now');
      const own = stepsDown ? found(sitting) : ownAsked(seats, actor.userId);
      if (stepsDown) Object.assign(own, { state: 'replaced', decline: code });
      else Object.assign(own, { state: 'declined', decline: code, answeredAt: new Date() });
      await this.database.repository(CouncilSeat).save(own);
      await this.refill({ dispute, seats }, actor);
    });
  }

  /**
   * Once per side, and beside that wherever the other side has made a tie to the member. Errors:
   * `dispute/challenged-already`, `dispute/not-now`.
   */
  async challenge(actor: Actor, id: string, seatId: string, reason: string): Promise<void> {
    await this.disputes.change(actor, id, async ({ dispute, seats, viewer }) => {
      const side = policy.sideOf(viewer);
      authorize(side !== null);
      const seat = seats.find((one) => one.id === seatId && one.state === 'accepted');
      const isTied = seat !== undefined && policy.canReplace(viewer, dispute, seat);
      const challenged = policy.challengersOf(seats);
      if (!isTied && side && challenged.includes(side)) throw new AppError('dispute/challenged-already');
      if (!isTied && !policy.canChallenge(viewer, dispute, challenged)) throw new AppError('dispute/not-now');
      const state = isTied ? ('replaced' as const) : ('challenged' as const);
      const left = Object.assign(found(seat), { state, challengedBy: side, challengeReason: reason });
      await this.database.repository(CouncilSeat).save(left);
      await this.disputes.release(dispute, left.userId, 'replaced');
      await this.refill({ dispute, seats }, actor);
    });
  }

  /**
   * The hearing is over: the votes begin, unless something ties a member to a side since they took their seat. Then the seat
   * goes to the next, and the sides are heard again, who have not seen the new member yet. What a side itself did to tie a
   * member releases nobody: it is shown to both sides first, and the other one and the member may ask for the replacement.
   */
  async beginVotes({ dispute, seats }: Case, actor: Actor | null): Promise<void> {
    const [replaced, shown] = await this.tied({ dispute, seats });
    if (replaced.length + shown.length === 0) return this.disputes.move(dispute, 'voting', actor);
    await this.database.repository(CouncilSeat).save([...replaced, ...shown]);
    for (const { userId } of replaced) await this.disputes.release(dispute, userId, 'replaced');
    if (shown.length > 0) {
      const until = inDays(TIE_DAYS);
      const dueAt = dispute.dueAt && dispute.dueAt > until ? dispute.dueAt : until;
      Object.assign(dispute, { ready: [], dueAt, remindedAt: null });
      // To whoever thought that the votes begin, too.
      await this.disputes.tell(dispute, 'tied', null);
    }
    if (replaced.length > 0) await this.refill({ dispute, seats }, actor);
  }

  /** The members whom something ties to a side now: who is released for it, and to whom a side made a tie not shown yet. */
  private async tied({ dispute, seats }: Case): Promise<[replaced: CouncilSeat[], shown: CouncilSeat[]]> {
    const [replaced, shown]: [CouncilSeat[], CouncilSeat[]] = [[], []];
    // One after the other: of two who are tied to each other one may stay.
    for (const seat of seats.filter(({ state }) => state === 'accepted')) {
      const tie = await this.tieOf({ dispute, seats }, seat);
      if (!tie) continue;
      if (tie.by.length === 0) {
        seat.state = 'replaced';
        replaced.push(seat);
      } else if (tie.by.some((side) => !seat.tiedBy.includes(side))) {
        seat.tiedBy = [...new Set([...seat.tiedBy, ...tie.by])];
        shown.push(seat);
      }
    }
    return [replaced, shown];
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
    const names = namesOf(lot);
    const order = drawOrder(lot.seed, addition, [...names.keys()]);
    lot.drawnOrder = order.flatMap((name) => names.get(name) ?? []);
    lot.drawnBy = actor?.userId ?? null;
    lot.drawnAt = new Date();
    await this.database.repository(CouncilLot).save(lot);
    await this.note(one.dispute, 'lot-drawn', { lot: lot.no, addition, seed: lot.seed }, actor);
    await this.disputes.move(one.dispute, 'asking', actor);
    await this.refill(one, actor);
  }

  /**
   * Asks the next ones for the free seats; the panel is complete, or a further lot is needed. Who had nothing to add had
   * said so to a panel that is not the one that will vote, and is asked again once it is complete.
   */
  private async refill({ dispute, seats }: Case, actor: Actor | null): Promise<void> {
    await this.askNext(dispute, seats);
    const accepted = seats.filter(({ state }) => state === 'accepted');
    if (accepted.length === dispute.seats) {
      dispute.chairId = accepted[0]?.userId ?? null;
      if (dispute.state === 'asking') await this.disputes.move(dispute, 'hearing', actor);
      return;
    }
    dispute.ready = [];
    if (seats.some(({ state }) => state === 'asked')) {
      if (dispute.state !== 'asking') await this.disputes.move(dispute, 'asking', actor);
      return;
    }
    const { no } = await this.currentLot(dispute);
    const commitment = await this.commit(dispute, no + 1, dispute.seats - accepted.length);
    await this.note(dispute, 'lot-committed', { lot: no + 1, hash: commitment }, null);
    await this.list({ dispute, seats }, actor);
  }

  /**
   * Asks whose turn it is, for each free seat. Who has left, does not serve any more or is tied to a side since the list was
   * fixed is passed over, for all to see.
   */
  private async askNext(dispute: Dispute, seats: CouncilSeat[]): Promise<void> {
    const { no: lotNo, drawnOrder } = await this.currentLot(dispute);
    const order = drawnOrder ?? [];
    let rank = seats.filter((seat) => seat.lotNo === lotNo).at(-1)?.rank ?? 0;
    const isDone = () => seats.filter(holds).length >= dispute.seats || rank >= order.length;
    if (isDone()) return;
    const people = new Map((await this.pool.stillWilling(order)).map((one) => [one.userId, one]));
    const repository = this.database.repository(CouncilSeat);
    while (!isDone()) {
      const userId = order[rank] ?? '';
      rank += 1;
      const person = people.get(userId);
      const mayAsk = person !== undefined && !seatConflictOf(person, await this.pool.tiesOf(dispute, seats));
      const seat = repository.create({
        ...{ disputeId: dispute.id, lotNo, rank, userId, dueAt: inDays(SEAT_DAYS) },
        ...{ organisationId: person ? organisationOf(person) : userId },
        ...(mayAsk ? { state: 'asked' as const } : { state: 'passed' as const, answeredAt: new Date() }),
      });
      await repository.insert(seat);
      seats.push(seat);
      if (mayAsk) await this.disputes.askSeat(dispute, userId);
    }
  }

  /** What keeps somebody who was drawn from being drawn, as they stand today. */
  private async tieOf({ dispute, seats }: Case, own: CouncilSeat): Promise<ReturnType<typeof tieOf>> {
    const person = await this.pool.person(own.userId);
    if (!person) return { by: [] };
    return tieOf(person, await this.pool.tiesOf(dispute, seats, own));
  }

  private note(
    { id: disputeId, no, roomId }: Dispute,
    key: 'lot-committed' | 'lot-listed' | 'lot-drawn',
    values: Readonly<Record<string, string | number>>,
    actor: Actor | null,
  ): Promise<void> {
    return this.notes.leave(roomId, { key, values: { no, disputeId, ...values }, actor });
  }

  private async currentLot({ id }: Dispute): Promise<CouncilLot> {
    return found((await this.disputes.lots(id)).at(-1));
  }
}

const ownAsked = (seats: readonly CouncilSeat[], userId: string): CouncilSeat =>
  found(seats.find((seat) => seat.userId === userId && seat.state === 'asked'));
