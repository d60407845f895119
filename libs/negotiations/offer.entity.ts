import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OfferState, OfferTerms } from '#contracts/negotiations.js';
import type { Side } from '#contracts/parties.js';

/** 条件提示. At most one of a room is open. */
@Entity('offer')
export class Offer {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('uuid', { name: 'room_id' })
  roomId: string;
  /** Counted from 1 within its room. */
  @Column('int')
  no: number;
  @Column('text')
  side: Side;
  @Column('uuid', { name: 'company_id' })
  companyId: string;
  @Column('uuid', { name: 'made_by' })
  madeBy: string;
  @Column('jsonb')
  terms: OfferTerms;
  @Column('bigint', { name: 'total_yen' })
  totalYen: number;
  @Column('text', { default: 'open' })
  state: OfferState;
  /** Revision of the order it was made on or last confirmed for; null for a patent. */
  @Column('int', { name: 'order_revision', nullable: true })
  orderRevision: number | null;
  /** Last day (JST) on which it can be accepted. */
  @Column('date', { name: 'valid_until' })
  validUntil: string;
  /** Why it was withdrawn or declined. */
  @Column('text', { default: '' })
  reason: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
