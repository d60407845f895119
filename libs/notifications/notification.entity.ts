import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NotificationKind } from '#contracts/notifications.js';
import type { BothLanguages } from '#contracts/shapes.js';

/** What one person is told of one event. */
@Entity('notification')
export class StoredNotification {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('uuid', { name: 'user_id' })
  userId: string;
  @Column('text')
  kind: NotificationKind;
  @Column('jsonb')
  words: BothLanguages;
  @Column('text')
  link: string;
  /** The event it comes from: the same event is told once. */
  @Column('bigint', { name: 'event_id' })
  eventId: number;
  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt: Date | null;
  @Column('timestamptz', { name: 'mailed_at', nullable: true })
  mailedAt: Date | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
