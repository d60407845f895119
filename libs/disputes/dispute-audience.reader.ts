import { Injectable } from '@nestjs/common';
import type { DisputeState } from '#contracts/disputes.js';
import type { Side } from '#contracts/parties.js';
import { RoomsReader } from '#negotiations/index.js';
import { Database } from '#platform/database/index.js';
import { otherSide } from './dispute.policy.js';
import { DisputesReader } from './disputes.reader.js';
import { DisputesRepository } from './disputes.repository.js';

/** Whom a dispute concerns, as other contexts need it to tell them something: user ids. */
export interface DisputeAudience {
  readonly no: number;
  readonly title: string;
  readonly state: DisputeState;
  readonly dueAt: Date | null;
  readonly bodyId: string | null;
  readonly sides: Readonly<Record<Side, readonly string[]>>;
  readonly respondents: readonly string[];
  readonly coordinators: readonly string[];
  readonly members: readonly string[];
  readonly asked: readonly string[];
  /** Members whose vote is in, and those of them who have not opened it. */
  readonly voted: readonly string[];
  readonly unopened: readonly string[];
  /** Sides that have nothing to add. */
  readonly ready: readonly Side[];
  readonly chairId: string | null;
}

@Injectable()
export class DisputeAudienceReader {
  constructor(
    private readonly database: Database,
    private readonly reader: DisputesReader,
    private readonly disputes: DisputesRepository,
    private readonly rooms: RoomsReader,
  ) {}

  /** Null where there is no such dispute. */
  async of(disputeId: string): Promise<DisputeAudience | null> {
    const dispute = await this.reader.facts(disputeId);
    if (!dispute) return null;
    const room = await this.rooms.audience(dispute.roomId);
    const seats = await this.disputes.seats(disputeId);
    const votes = await this.database.query<{ userId: string; opened: boolean }>(
      'select user_id "userId", vote is not null opened from council_vote where dispute_id = $1',
      [disputeId],
    );
    const sitting = (role: string) =>
      (room?.members ?? []).flatMap((member) => (member.role === role ? [member.userId] : []));
    const drawn = (state: string) => seats.flatMap((seat) => (seat.state === state ? [seat.userId] : []));
    const sides = { owner: sitting('owner'), candidate: sitting('candidate') };
    const { no, title, state, dueAt, bodyId, chairId } = dispute;
    return {
      ...{ no, title, state, dueAt, bodyId, chairId, sides },
      respondents: sides[otherSide(dispute.claimant)],
      coordinators: sitting('coordinator'),
      members: drawn('accepted'),
      asked: drawn('asked'),
      ready: dispute.ready,
      voted: votes.map(({ userId }) => userId),
      unopened: votes.flatMap(({ userId, opened }) => (opened ? [] : [userId])),
    };
  }
}
