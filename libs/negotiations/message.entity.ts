import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Message as MessageDto } from '#contracts/negotiations.js';

/** One entry of a room's record, numbered from 1 without gaps; never changed. */
@Entity('message')
export class Message {
  @PrimaryColumn('uuid', { name: 'room_id' })
  roomId: string;
  @PrimaryColumn('bigint')
  seq: number;
  /** Made by the sender's device: the same one again is the same message. */
  @Column('uuid', { name: 'client_id' })
  clientId: string;
  @Column('text')
  kind: MessageDto['kind'];
  /** Null where the system itself speaks. */
  @Column('uuid', { name: 'sender_id', nullable: true })
  senderId: string | null;
  @Column('text', { default: '' })
  text: string;
  @Column('uuid', { name: 'file_id', nullable: true })
  fileId: string | null;
  /** For `edit` and `withdrawal`: the number of the entry that they are about. */
  @Column('bigint', { nullable: true })
  revises: number | null;
  @Column('jsonb', { default: {} })
  data: Record<string, unknown>;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
