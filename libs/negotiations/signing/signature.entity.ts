import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Side } from '#contracts/parties.js';
import type { SigningMethod } from '#contracts/verification.js';

/** One side's signature under an agreement; never changed. */
@Entity('agreement_signature')
export class AgreementSignature {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('uuid', { name: 'agreement_id' })
  agreementId: string;
  @Column('text')
  side: Side;
  @Column('uuid', { name: 'user_id' })
  userId: string;
  /** As it was when they signed. */
  @Column('text')
  name: string;
  @Column('text')
  method: SigningMethod;
  /** Of the agreement that was signed, hex. */
  @Column('text')
  sha256: string;
  @Column('timestamptz', { name: 'signed_at' })
  signedAt: Date;
}

/** A code of six digits that was mailed to sign with. */
@Entity('signing_code')
export class SigningCode {
  @PrimaryColumn('uuid')
  id: string;
  @Column('uuid', { name: 'agreement_id' })
  agreementId: string;
  @Column('uuid', { name: 'user_id' })
  userId: string;
  /** Keyed (signing-code.ts): a million codes are soon tried, so that a plain hash would tell the code. */
  @Column('text', { name: 'code_hash' })
  codeHash: string;
  @Column('int', { default: 0 })
  attempts: number;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
  @Column('timestamptz', { name: 'mailed_at', nullable: true })
  mailedAt: Date | null;
  /** Also when a later one took its place. */
  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}
