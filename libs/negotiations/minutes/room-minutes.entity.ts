import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MinutesContent, MinutesState } from '#contracts/minutes.js';

/** 議事録. At most one of a room is a draft; confirmed ones are never changed. */
@Entity('room_minutes')
export class RoomMinutes {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('uuid', { name: 'room_id' })
  roomId: string;
  /** Counted from 1 within its room. */
  @Column('int')
  no: number;
  @Column('text', { default: 'draft' })
  state: MinutesState;
  @Column('uuid', { name: 'amends_id', nullable: true })
  amendsId: string | null;
  @Column('jsonb')
  content: MinutesContent;
  /** Number of the last entry of the room's record that the draft took decisions from. */
  @Column('bigint', { name: 'covers_seq' })
  coversSeq: number;
  @Column('int', { default: 1 })
  version: number;
  /** Who wrote the present version. */
  @Column('uuid', { name: 'written_by' })
  writtenBy: string;
  @Column('timestamptz', { name: 'written_at' })
  writtenAt: Date;
  @Column('uuid', { name: 'owner_confirmed_by', nullable: true })
  ownerConfirmedBy: string | null;
  @Column('timestamptz', { name: 'owner_confirmed_at', nullable: true })
  ownerConfirmedAt: Date | null;
  @Column('uuid', { name: 'candidate_confirmed_by', nullable: true })
  candidateConfirmedBy: string | null;
  @Column('timestamptz', { name: 'candidate_confirmed_at', nullable: true })
  candidateConfirmedAt: Date | null;
}
