import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LeavingReason, TeamLack, TeamState } from '#contracts/teams.js';
import type { TeamPlan } from '#matching/index.js';

export interface Excluded {
  readonly companyId: string;
  readonly reason: LeavingReason;
}

/** 連合受注: firms that are to do an order together, and what has become of asking them. */
@Entity('team')
export class Team {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('uuid', { name: 'order_id' })
  orderId: string;
  @Column('text', { name: 'order_title' })
  orderTitle: string;
  /** Of the order as the team was composed for it. */
  @Column('int', { name: 'order_revision' })
  orderRevision: number;
  @Column('uuid', { name: 'owner_company_id' })
  ownerCompanyId: string;
  @Column('uuid', { name: 'body_id' })
  bodyId: string;
  @Column('uuid', { name: 'coordinator_id', nullable: true })
  coordinatorId: string | null;
  @Column('text', { default: 'draft' })
  state: TeamState;
  @Column('int', { default: 1 })
  revision: number;
  @Column('jsonb')
  plan: TeamPlan;
  @Column('uuid', { name: 'locked_ids', array: true, default: [] })
  lockedIds: string[];
  @Column('jsonb', { default: [] })
  excluded: Excluded[];
  @Column('jsonb', { nullable: true })
  lack: TeamLack | null;
  @Column('text', { default: '' })
  reason: string;
  @Column('uuid', { name: 'room_id', nullable: true })
  roomId: string | null;
  /** Day in Japan on which orderer and lead agreed. */
  @Column('date', { name: 'agreed_on', nullable: true })
  agreedOn: string | null;
  @Column('int', { default: 1 })
  version: number;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Date;
}

/** What a team was at a time, and why it became so. */
@Entity('team_revision')
export class TeamRevision {
  @PrimaryColumn('uuid', { name: 'team_id' })
  teamId: string;
  @PrimaryColumn('int')
  revision: number;
  @Column('jsonb')
  plan: TeamPlan;
  @Column('text')
  cause: LeavingReason;
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
