import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MeetingSide, ParticipantState } from '#contracts/meeting-events.js';
import type { Participation } from '#contracts/meeting-participants.js';

/** A firm in a meeting event, on one side. */
@Entity('meeting_participant')
export class MeetingParticipant {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('uuid', { name: 'event_id' })
  eventId: string;
  @Column('uuid', { name: 'company_id' })
  companyId: string;
  /** The organising body that the firm is counted for. */
  @Column('uuid', { name: 'body_id' })
  bodyId: string;
  @Column('text')
  side: MeetingSide;
  @Column('text', { default: 'applied' })
  state: ParticipantState;
  @Column('jsonb')
  content: Participation;
  @Column('text', { default: '' })
  reason: string;
  /** Entered by an organiser, e.g. from a paper form. */
  @Column('boolean', { name: 'is_proxy', default: false })
  isProxy: boolean;
  @Column('timestamptz', { name: 'applied_at', default: () => 'now()' })
  appliedAt: Date;
  @Column('timestamptz', { name: 'checked_in_at', nullable: true })
  checkedInAt: Date | null;
  @Column('int', { default: 1 })
  version: number;
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Date;
}
