import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The answer to a creating POST, kept so that a repeated request makes nothing twice. Swept after a day. */
@Entity('idempotency_record')
export class IdempotencyRecord {
  @PrimaryColumn('text')
  actor: string;
  @PrimaryColumn('text')
  key: string;
  @Column('text', { name: 'request_hash' })
  requestHash: string;
  @Column('int', { nullable: true })
  status: number | null;
  @Column('jsonb', { nullable: true })
  answer: unknown;
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
