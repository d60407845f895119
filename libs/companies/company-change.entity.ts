import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One changed field of a company, with what it was and what it became. */
@Entity('company_change')
export class CompanyChange {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('uuid', { name: 'company_id' })
  companyId: string;
  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId: string | null;
  @Column('text')
  field: string;
  @Column('jsonb', { nullable: true })
  before: unknown;
  @Column('jsonb', { nullable: true })
  after: unknown;
}
