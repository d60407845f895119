import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Side } from '#contracts/parties.js';
import type {
  PriceAnswer,
  PriceDocument,
  PriceIndex as PriceIndexDto,
  PriceRound as PriceRoundDto,
} from '#contracts/price-ledger.js';

/** A request to change a price and what became of it. The database keeps it as it is, for the time that the law asks. */
@Entity('price_round')
export class PriceRound {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('uuid', { name: 'room_id' })
  roomId: string;
  /** Counted from 1 within its room. */
  @Column('int')
  no: number;
  @Column('text')
  side: Side;
  @Column('uuid', { name: 'asked_by' })
  askedBy: string;
  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;
  @Column('jsonb')
  document: PriceDocument;
  @Column('text', { default: 'asked' })
  state: PriceRoundDto['state'];
  @Column('jsonb', { nullable: true })
  answer: PriceAnswer | null;
  @Column('uuid', { name: 'answered_by', nullable: true })
  answeredBy: string | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;
  @Column('uuid', { name: 'owner_signed_by', nullable: true })
  ownerSignedBy: string | null;
  @Column('timestamptz', { name: 'owner_signed_at', nullable: true })
  ownerSignedAt: Date | null;
  @Column('uuid', { name: 'candidate_signed_by', nullable: true })
  candidateSignedBy: string | null;
  @Column('timestamptz', { name: 'candidate_signed_at', nullable: true })
  candidateSignedAt: Date | null;
  @Column('text', { name: 'withdrawn_reason', default: '' })
  withdrawnReason: string;
  /** When who has to answer was reminded. */
  @Column('timestamptz', { name: 'reminded_at', nullable: true })
  remindedAt: Date | null;
  /** Until when (included) it cannot be deleted. */
  @Column('date', { name: 'retain_until' })
  retainUntil: string;
}

/** A monthly index as it was attached; never changed. */
@Entity('price_index')
export class PriceIndex {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('uuid', { name: 'room_id' })
  roomId: string;
  @Column('text')
  name: string;
  @Column('text', { default: '' })
  source: string;
  @Column('text', { name: 'file_name' })
  fileName: string;
  @Column('jsonb')
  points: PriceIndexDto['points'];
  @Column('jsonb')
  problems: PriceIndexDto['problems'];
  @Column('uuid', { name: 'attached_by' })
  attachedBy: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
  @Column('date', { name: 'retain_until' })
  retainUntil: string;
}
