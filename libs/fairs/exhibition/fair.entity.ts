import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FairContent, FairState } from '#contracts/fair-exhibition.js';

/** 展示会. The columns beside `content` follow from it, for lists. */
@Entity('fair')
export class Fair {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('text', { default: 'draft' })
  state: FairState;
  @Column('jsonb')
  content: FairContent;
  @Column('text')
  title: string;
  @Column('text')
  format: FairContent['format'];
  @Column('date', { name: 'starts_on' })
  startsOn: string;
  @Column('date', { name: 'ends_on' })
  endsOn: string;
  @Column('text', { name: 'search_text' })
  searchText: string;
  @Column('uuid', { name: 'meeting_event_id', nullable: true })
  meetingEventId: string | null;
  @Column('uuid', { name: 'previous_id', nullable: true })
  previousId: string | null;
  /** Since when others than the organisers see it. */
  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt: Date | null;
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

@Entity('fair_body')
export class FairBody {
  @PrimaryColumn('uuid', { name: 'fair_id' })
  fairId: string;
  @PrimaryColumn('uuid', { name: 'body_id' })
  bodyId: string;
  @Column('boolean', { name: 'is_lead' })
  isLead: boolean;
}
