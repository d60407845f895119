import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RoomRole, RoomState } from '#contracts/negotiations.js';
import type { TalksKind } from '#contracts/parties.js';

/** 商談ルーム: where the two sides of one introduction talk. */
@Entity('room')
export class Room {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('uuid', { name: 'introduction_id' })
  introductionId: string;
  @Column('text', { name: 'subject_kind' })
  subjectKind: TalksKind;
  @Column('uuid', { name: 'subject_id' })
  subjectId: string;
  @Column('text')
  title: string;
  @Column('uuid', { name: 'owner_company_id' })
  ownerCompanyId: string;
  @Column('uuid', { name: 'candidate_company_id' })
  candidateCompanyId: string;
  @Column('uuid', { name: 'body_id', nullable: true })
  bodyId: string | null;
  /** 連合受注: the team whose lead is the candidate, and whose other firms are partners. */
  @Column('uuid', { name: 'team_id', nullable: true })
  teamId: string | null;
  @Column('text', { default: 'open' })
  state: RoomState;
  @Column('text', { name: 'close_reason', default: '' })
  closeReason: string;
  /** Number of the latest message. Whoever writes a message holds this row's lock. */
  @Column('bigint', { name: 'last_seq', default: 0 })
  lastSeq: number;
  /** Time of the latest message. */
  @Column('timestamptz', { name: 'last_at', default: () => 'now()' })
  lastAt: Date;
  /** While it is set nobody writes here. */
  @Column('timestamptz', { name: 'paused_at', nullable: true })
  pausedAt: Date | null;
  @Column('uuid', { name: 'paused_by', nullable: true })
  pausedBy: string | null;
  @Column('text', { name: 'pause_reason', default: '' })
  pauseReason: string;
  @Column('int', { default: 1 })
  version: number;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}

/** A person in a room. Who comes back after leaving starts anew: `joinedSeq` is the first message they see. */
@Entity('room_member')
export class RoomMember {
  @PrimaryColumn('uuid', { name: 'room_id' })
  roomId: string;
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId: string;
  @Column('text')
  role: RoomRole;
  /** Of a partner: for which of the team's firms it sits there. */
  @Column('uuid', { name: 'company_id', nullable: true })
  companyId: string | null;
  @Column('timestamptz', { name: 'joined_at', default: () => 'now()' })
  joinedAt: Date;
  @Column('bigint', { name: 'joined_seq' })
  joinedSeq: number;
  @Column('timestamptz', { name: 'left_at', nullable: true })
  leftAt: Date | null;
  @Column('bigint', { name: 'read_seq', default: 0 })
  readSeq: number;
  /** Of coordinators: whether they take part, or are only there. */
  @Column('boolean', { default: true })
  speaks: boolean;
}
