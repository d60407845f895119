import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What happened: audit trail and outbox in one row, written in the transaction of what it tells of. */
@Entity('event')
export class StoredEvent {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id: number;
  @Column('text')
  name: string;
  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId: string | null;
  @Column('uuid', { name: 'company_id', nullable: true })
  companyId: string | null;
  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId: string | null;
  @Column('jsonb')
  data: unknown;
  @Column('text', { name: 'request_id', nullable: true })
  requestId: string | null;
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  /** When the relay handed it to the queue. */
  @Column('timestamptz', { name: 'relayed_at', nullable: true })
  relayedAt: Date | null;
}
