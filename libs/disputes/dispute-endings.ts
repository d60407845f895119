import { Injectable } from '@nestjs/common';
import { RoomNotes } from '#negotiations/index.js';
import type { Actor } from '#platform/auth/index.js';
import type { Dispute } from './dispute.entity.js';
import { DisputesRepository } from './disputes.repository.js';

/** How disputes end without a decision. */
@Injectable()
export class DisputeEndings {
  constructor(
    private readonly disputes: DisputesRepository,
    private readonly notes: RoomNotes,
  ) {}

  /** Ends a locked dispute, and notes that in the room's record. Error: `dispute/not-now`. */
  async end(
    dispute: Dispute,
    to: 'withdrawn' | 'settled' | 'lapsed',
    reason: string,
    actor: Actor | null,
  ): Promise<void> {
    dispute.endReason = reason;
    await this.disputes.move(dispute, to, actor);
    const values = { no: dispute.no, to, disputeId: dispute.id };
    await this.notes.leave(dispute.roomId, { key: 'dispute-ended', values, actor });
  }
}
