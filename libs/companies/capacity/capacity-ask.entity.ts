import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A mail or a call that asked a company for its spare capacity (受注余力). */
@Entity('capacity_ask')
export class CapacityAsk {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;
  @Column('uuid', { name: 'company_id' })
  companyId: string;
  @Column('text')
  channel: 'mail' | 'phone';
  /** Whom the mail went to, or who called. */
  @Column('uuid', { name: 'user_id' })
  userId: string;
  @Column('text', { default: '' })
  note: string;
  @Column('timestamptz', { name: 'asked_at', default: () => 'now()' })
  askedAt: Date;
  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;
}
