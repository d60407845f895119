import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EntryKind } from './record-chain.js';

/** One link of a room's chain (record-chain.ts); never changed. */
@Entity('room_chain')
export class ChainLink {
  @PrimaryColumn('uuid', { name: 'room_id' })
  roomId: string;
  @PrimaryColumn('bigint')
  position: number;
  @Column('text')
  kind: EntryKind;
  @Column('text', { name: 'entry_id' })
  entryId: string;
  /** Number of the message; null for what is none. */
  @Column('bigint', { nullable: true })
  seq: number | null;
  @Column('timestamptz')
  at: Date;
  @Column('text')
  nonce: string;
  @Column('jsonb')
  body: Record<string, unknown>;
  /** Of the entry, hex. */
  @Column('text')
  hash: string;
  @Column('text')
  link: string;
  @Column('timestamptz', { name: 'chained_at', default: () => 'now()' })
  chainedAt: Date;
}

/** A public key that this platform seals with, or has sealed with. */
@Entity('sealing_key')
export class StoredSealingKey {
  @PrimaryColumn('text')
  fingerprint: string;
  @Column('text', { name: 'public_key' })
  publicKey: string;
  @Column('timestamptz', { default: () => 'now()' })
  since: Date;
}
