import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OfferState } from '#contracts/offers.js';
import type { Side } from '#contracts/parties.js';
import type { TermSheet } from '#contracts/term-sheet.js';

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
  terms: TermSheet;
  /** Of all lots, in whole yen without tax. */
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
  /** Who said yes for the other side. */
  @Column('uuid', { name: 'accepted_by', nullable: true })
  acceptedBy: string | null;
  /** Keys of the lots that were accepted; null where it was all of them. */
  @Column('jsonb', { name: 'accepted_lots', nullable: true })
  acceptedLots: string[] | null;
}
