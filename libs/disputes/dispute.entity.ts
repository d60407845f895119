import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  ConflictCode,
  CouncilDecision,
  CouncilOutcome,
  DisputeKind,
  DisputeState,
  SeatDecline,
  SeatState,
} from '#contracts/disputes.js';
import type { Side } from '#contracts/parties.js';

/** What a side proposed, and who of the other side has said the same. */
export interface StoredSettlement {
  readonly side: Side;
  readonly text: string;
  readonly by: string;
  readonly at: string;
  readonly confirmed?: { readonly by: string; readonly at: string };
}

/** 紛争: what one side of a room claims of the other, and how far a council has come with it. */
@Entity('dispute')
export class Dispute {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('int')
  no: number;
  @Column('uuid', { name: 'room_id' })
  roomId: string;
  @Column('text')
  title: string;
  @Column('uuid', { name: 'owner_company_id' })
  ownerCompanyId: string;
  @Column('uuid', { name: 'candidate_company_id' })
  candidateCompanyId: string;
  @Column('uuid', { name: 'body_id', nullable: true })
  bodyId: string | null;
  @Column('text')
  kind: DisputeKind;
  @Column('bigint', { name: 'amount_yen', nullable: true })
  amountYen: number | null;
  @Column('text')
  claimant: Side;
  @Column('uuid', { name: 'opened_by' })
  openedBy: string;
  /** Seats of the panel: three or five. */
  @Column('int')
  seats: number;
  @Column('text', { default: 'opened' })
  state: DisputeState;
  /** When the present state's time is over. */
  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;
  @Column('timestamptz', { name: 'reminded_at', nullable: true })
  remindedAt: Date | null;
  /** Who writes the decision. */
  @Column('uuid', { name: 'chair_id', nullable: true })
  chairId: string | null;
  /** How often the chair went on without a decision. */
  @Column('int', { name: 'chair_turns', default: 0 })
  chairTurns: number;
  /** Sides that have nothing to add. */
  @Column('text', { array: true, default: [] })
  ready: Side[];
  /** Whether the time for votes was prolonged, which happens once. */
  @Column('boolean', { default: false })
  prolonged: boolean;
  @Column('jsonb', { nullable: true })
  outcome: CouncilOutcome | null;
  @Column('jsonb', { nullable: true })
  decision: CouncilDecision | null;
  @Column('jsonb', { nullable: true })
  settlement: StoredSettlement | null;
  @Column('text', { name: 'end_reason', default: '' })
  endReason: string;
  @Column('int', { default: 1 })
  version: number;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Date;
}

/** What a side says, dated and never changed. */
@Entity('dispute_statement')
export class DisputeStatement {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('uuid', { name: 'dispute_id' })
  disputeId: string;
  /** Null: by a coordinator who brought the claim in. */
  @Column('text', { nullable: true })
  side: Side | null;
  @Column('text')
  text: string;
  @Column('uuid', { name: 'stated_by' })
  statedBy: string;
  @Column('timestamptz', { name: 'stated_at', default: () => 'now()' })
  statedAt: Date;
}

/** くじ: one lot of a dispute; another follows where its candidates did not suffice. */
@Entity('council_lot')
export class CouncilLot {
  @PrimaryColumn('uuid', { name: 'dispute_id' })
  disputeId: string;
  @PrimaryColumn('int')
  no: number;
  @Column('int')
  seats: number;
  /** Hex; told to nobody before the lot is drawn. */
  @Column('text')
  seed: string;
  @Column('text')
  commitment: string;
  /** Hex; of it are the names on the list, and it is told to nobody. Null where these are accounts' ids. */
  @Column('text', { name: 'names_key', nullable: true })
  namesKey: string | null;
  /** Hash of that key, of which the commitment is too; null in lots that began without. */
  @Column('text', { name: 'names_commitment', nullable: true })
  namesCommitment: string | null;
  @Column('timestamptz', { name: 'committed_at', default: () => 'now()' })
  committedAt: Date;
  @Column('uuid', { array: true, nullable: true })
  candidates: string[] | null;
  @Column('jsonb', { default: [] })
  excluded: { userId: string; code: ConflictCode }[];
  @Column('text', { name: 'list_hash', nullable: true })
  listHash: string | null;
  @Column('timestamptz', { name: 'listed_at', nullable: true })
  listedAt: Date | null;
  /** Sides that had not told their group and bank by then. */
  @Column('text', { array: true, default: [] })
  untold: Side[];
  /** How many other firms of a team had not. */
  @Column('int', { name: 'untold_partners', default: 0 })
  untoldPartners: number;
  @Column('text', { nullable: true })
  addition: string | null;
  @Column('uuid', { name: 'drawn_order', array: true, nullable: true })
  drawnOrder: string[] | null;
  @Column('uuid', { name: 'drawn_by', nullable: true })
  drawnBy: string | null;
  @Column('timestamptz', { name: 'drawn_at', nullable: true })
  drawnAt: Date | null;
}

/** 委員: a person who was drawn. */
@Entity('council_seat')
export class CouncilSeat {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('uuid', { name: 'dispute_id' })
  disputeId: string;
  @Column('int', { name: 'lot_no' })
  lotNo: number;
  /** Place in the drawn order, from 1. */
  @Column('int')
  rank: number;
  @Column('uuid', { name: 'user_id' })
  userId: string;
  /** For whom they sat there when they were drawn: a company's or body's id. */
  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;
  @Column('text', { default: 'asked' })
  state: SeatState;
  @Column('timestamptz', { name: 'due_at' })
  dueAt: Date;
  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;
  @Column('text', { nullable: true })
  decline: SeatDecline | null;
  @Column('text', { name: 'challenged_by', nullable: true })
  challengedBy: Side | null;
  @Column('text', { name: 'challenge_reason', default: '' })
  challengeReason: string;
  /** Sides that tied them to themselves by what they alone did since the panel is known, and are shown to have. */
  @Column('text', { name: 'tied_by', array: true, default: [] })
  tiedBy: Side[];
}

/** An account that serves on panels. */
@Entity('council_willingness')
export class Willingness {
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId: string;
  @Column('date')
  until: string;
  @Column('timestamptz', { default: () => 'now()' })
  since: Date;
  /** When they were told that their company's or body's ties are missing; null where these are told. */
  @Column('timestamptz', { name: 'ties_asked_at', nullable: true })
  tiesAskedAt: Date | null;
}

/** To whom somebody is tied, as they told themselves (null: to none); read by the lot alone. */
abstract class StoredTies {
  @Column('text', { name: 'group_number', nullable: true })
  groupNumber: string | null;
  @Column('text', { name: 'bank_branch', nullable: true })
  bankBranch: string | null;
  @Column('uuid', { name: 'told_by' })
  toldBy: string;
  @Column('timestamptz', { name: 'told_at', default: () => 'now()' })
  toldAt: Date;
}

@Entity('company_ties')
export class CompanyTies extends StoredTies {
  @PrimaryColumn('uuid', { name: 'company_id' })
  companyId: string;
}

/** 支援機関: of a bank the bank branch is the bank alone. */
@Entity('body_ties')
export class BodyTies extends StoredTies {
  @PrimaryColumn('uuid', { name: 'body_id' })
  bodyId: string;
}
