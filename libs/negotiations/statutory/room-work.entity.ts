import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WorkKind } from '#contracts/statutory.js';

/** What kind of work the talks of a room are about, as one of the companies stated it. */
@Entity('room_work')
export class RoomWork {
  @PrimaryColumn('uuid', { name: 'room_id' })
  roomId: string;
  @Column('text')
  work: WorkKind;
  @Column('int', { default: 1 })
  version: number;
  @Column('uuid', { name: 'set_by' })
  setBy: string;
  @Column('timestamptz', { name: 'set_at', default: () => 'now()' })
  setAt: Date;
}
