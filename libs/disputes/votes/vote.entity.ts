import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Compliance } from '#contracts/disputes.js';
import type { Side } from '#contracts/parties.js';
import type { Vote } from '#contracts/sealed-vote.js';

/** 証拠: an entry of the room's record that a side has chosen. */
@Entity('dispute_evidence')
export class ChosenEvidence {
  @PrimaryColumn('uuid', { name: 'dispute_id' })
  disputeId: string;
  @PrimaryColumn('text')
  side: Side;
  @PrimaryColumn('bigint')
  position: number;
  @Column('uuid', { name: 'chosen_by' })
  chosenBy: string;
  @Column('timestamptz', { name: 'chosen_at', default: () => 'now()' })
  chosenAt: Date;
}

/** 投票: sealed by its member's browser, and opened by their key after the quorum. */
@Entity('council_vote')
export class CouncilVote {
  @PrimaryColumn('uuid', { name: 'dispute_id' })
  disputeId: string;
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId: string;
  @Column('text')
  ciphertext: string;
  @Column('text')
  iv: string;
  @Column('text')
  commitment: string;
  @Column('timestamptz', { name: 'sealed_at', default: () => 'now()' })
  sealedAt: Date;
  @Column('int', { default: 1 })
  times: number;
  @Column('text', { nullable: true })
  key: string | null;
  @Column('jsonb', { nullable: true })
  vote: Vote | null;
  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt: Date | null;
}

/** What a member adds to the decision in their own name. */
@Entity('council_opinion')
export class Opinion {
  @PrimaryColumn('uuid', { name: 'dispute_id' })
  disputeId: string;
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId: string;
  @Column('text')
  text: string;
  @Column('timestamptz', { name: 'added_at', default: () => 'now()' })
  addedAt: Date;
}

/** Whether a side says that the decision was followed. */
@Entity('dispute_compliance')
export class ComplianceReport {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('uuid', { name: 'dispute_id' })
  disputeId: string;
  @Column('text')
  side: Side;
  @Column('text')
  outcome: Compliance;
  @Column('text', { default: '' })
  note: string;
  @Column('uuid', { name: 'reported_by' })
  reportedBy: string;
  @Column('timestamptz', { name: 'reported_at', default: () => 'now()' })
  reportedAt: Date;
}
