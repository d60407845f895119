import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  Introduction as IntroductionDto,
  IntroductionState,
  Outcome,
} from '#contracts/introductions.js';
import type { Reason } from '#contracts/matching.js';
import type { TalksKind } from '#contracts/parties.js';

type Consent = IntroductionDto['owner']['consent'];
export type TeamPart = Omit<NonNullable<IntroductionDto['team']>, 'id'>;

/** あっせん: a candidate proposed for an order or patent, from the proposal to the outcome. */
@Entity('introduction')
export class Introduction {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('text', { name: 'subject_kind' })
  subjectKind: TalksKind;
  @Column('uuid', { name: 'subject_id' })
  subjectId: string;
  @Column('text', { name: 'subject_title' })
  subjectTitle: string;
  @Column('int', { name: 'order_revision', nullable: true })
  orderRevision: number | null;
  @Column('uuid', { name: 'owner_company_id' })
  ownerCompanyId: string;
  @Column('uuid', { name: 'candidate_company_id' })
  candidateCompanyId: string;
  @Column('uuid', { name: 'body_id', nullable: true })
  bodyId: string | null;
  @Column('uuid', { name: 'coordinator_id', nullable: true })
  coordinatorId: string | null;
  @Column('uuid', { name: 'proposed_by' })
  proposedBy: string;
  /** 連合受注: the candidate is asked as one of a team. */
  @Column('uuid', { name: 'team_id', nullable: true })
  teamId: string | null;
  /** What the candidate is to do in it. */
  @Column('jsonb', { name: 'team_part', nullable: true })
  teamPart: TeamPart | null;
  @Column('text')
  reason: string;
  /** What matching said when it was proposed. */
  @Column('jsonb')
  reasons: Reason[];
  @Column('text')
  state: IntroductionState;
  @Column('text', { name: 'owner_consent' })
  ownerConsent: Consent;
  @Column('timestamptz', { name: 'owner_answered_at', nullable: true })
  ownerAnsweredAt: Date | null;
  @Column('uuid', { name: 'owner_answered_by', nullable: true })
  ownerAnsweredBy: string | null;
  @Column('text', { name: 'candidate_consent' })
  candidateConsent: Consent;
  @Column('timestamptz', { name: 'candidate_answered_at', nullable: true })
  candidateAnsweredAt: Date | null;
  @Column('uuid', { name: 'candidate_answered_by', nullable: true })
  candidateAnsweredBy: string | null;
  /** Of the side that declined. */
  @Column('text', { name: 'decline_code', nullable: true })
  declineCode: string | null;
  @Column('text', { name: 'decline_text', default: '' })
  declineText: string;
  @Column('timestamptz', { name: 'reminded_at', nullable: true })
  remindedAt: Date | null;
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
  @Column('uuid', { name: 'room_id', nullable: true })
  roomId: string | null;
  @Column('text', { name: 'next_action', default: '' })
  nextAction: string;
  @Column('date', { name: 'next_action_on', nullable: true })
  nextActionOn: string | null;
  @Column('text', { nullable: true })
  outcome: Outcome | null;
  @Column('text', { name: 'outcome_reason', default: '' })
  outcomeReason: string;
  @Column('text', { name: 'outcome_code', nullable: true })
  outcomeCode: string | null;
  @Column('bigint', { name: 'amount_yen', nullable: true })
  amountYen: number | null;
  @Column('date', { name: 'outcome_on', nullable: true })
  outcomeOn: string | null;
  @Column('int', { default: 1 })
  version: number;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Date;
}

/** Who learned a company's identity through an introduction, and when. */
@Entity('disclosure')
export class Disclosure {
  @PrimaryColumn('uuid', { name: 'introduction_id' })
  introductionId: string;
  @PrimaryColumn('uuid', { name: 'viewer_id' })
  viewerId: string;
  @PrimaryColumn('text', { name: 'of_side' })
  ofSide: 'owner' | 'candidate';
  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
}
