import { Injectable } from '@nestjs/common';
import { RoomNotes } from '#negotiations/index.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import type { Dispute } from './dispute.entity.js';
import { settlementHash } from './dispute.policy.js';
import { DisputesRepository } from './disputes.repository.js';

/** How disputes end without a decision. */
@Injectable()
export class DisputeEndings {
  constructor(
    private readonly database: Database,
    private readonly disputes: DisputesRepository,
    private readonly notes: RoomNotes,
  ) {}

  /**
   * Ends a locked dispute, and notes that in the room's record, with the hash of what was settled; who is still asked for a
   * seat is asked no more, and told so. What was settled is for the sides and the coordinator alone: the reason stays empty.
   * Error: `dispute/not-now`.
   */
  async end(
    dispute: Dispute,
    to: 'withdrawn' | 'settled' | 'lapsed',
    reason: string,
    actor: Actor | null,
  ): Promise<void> {
    dispute.endReason = reason;
    await this.disputes.move(dispute, to, actor);
    for (const { userId } of await this.database.query<{ userId: string }>(
      `update council_seat set state = 'expired', answered_at = now() where dispute_id = $1 and state = 'asked'
       returning user_id "userId"`,
      [dispute.id],
    ))
      await this.disputes.release(dispute, userId, 'ended');
    const sha256 = to === 'settled' ? settlementHash(dispute) : null;
    const values = { no: dispute.no, to, disputeId: dispute.id, ...(sha256 && { sha256 }) };
    await this.notes.leave(dispute.roomId, { key: 'dispute-ended', values, actor });
  }
}
