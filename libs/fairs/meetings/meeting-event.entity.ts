import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MeetingEventContent, MeetingEventState } from '#contracts/meeting-events.js';

/** 商談会. The columns beside `content` follow from it, for lists. */
@Entity('meeting_event')
export class MeetingEvent {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('text', { default: 'draft' })
  state: MeetingEventState;
  @Column('jsonb')
  content: MeetingEventContent;
  @Column('text')
  title: string;
  @Column('text')
  kind: MeetingEventContent['kind'];
  @Column('text')
  format: MeetingEventContent['format'];
  @Column('date', { name: 'starts_on' })
  startsOn: string;
  @Column('date', { name: 'ends_on' })
  endsOn: string;
  @Column('text', { name: 'search_text' })
  searchText: string;
  @Column('uuid', { name: 'host_company_id', nullable: true })
  hostCompanyId: string | null;
  /** Breaks ties of the timetable; hex, chosen when the call opens and kept secret until it is published. */
  @Column('text', { nullable: true })
  seed: string | null;
  @Column('text', { name: 'seed_hash', nullable: true })
  seedHash: string | null;
  /** Since when others than the organisers see it. */
  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt: Date | null;
  /** Tables that fell away after the timetable was out, and slots in which nobody meets after all; from 1. */
  @Column('int', { name: 'closed_tables', array: true, default: [] })
  closedTables: number[];
  @Column('int', { name: 'closed_slots', array: true, default: [] })
  closedSlots: number[];
  @Column('text', { default: '' })
  reason: string;
  @Column('bigint', { name: 'cost_yen', nullable: true })
  costYen: number | null;
  @Column('timestamptz', { name: 'cancelled_at', nullable: true })
  cancelledAt: Date | null;
  @Column('int', { default: 1 })
  version: number;
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Date;
}

@Entity('meeting_event_body')
export class MeetingEventBody {
  @PrimaryColumn('uuid', { name: 'event_id' })
  eventId: string;
  @PrimaryColumn('uuid', { name: 'body_id' })
  bodyId: string;
  @Column('boolean', { name: 'is_lead' })
  isLead: boolean;
}
