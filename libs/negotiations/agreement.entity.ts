import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgreementDocument } from './agreement-document.js';

/** 合意: what was agreed, as it was agreed; never changed. */
@Entity('agreement')
export class Agreement {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  /** Fiscal year and a number counted within it: 2026-000123. */
  @Column('text')
  no: string;
  @Column('uuid', { name: 'room_id' })
  roomId: string;
  @Column('uuid', { name: 'introduction_id' })
  introductionId: string;
  @Column('uuid', { name: 'offer_id' })
  offerId: string;
  @Column('jsonb')
  document: AgreementDocument;
  /** Of the document's canonical JSON (agreement-document.ts), hex. */
  @Column('text')
  sha256: string;
  @Column('timestamptz', { name: 'agreed_at' })
  agreedAt: Date;
}
