import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CallEnd, CallMedia } from '#contracts/calls.js';

/** 通話: people of a room who see and hear each other. */
@Entity('room_call')
export class RoomCall {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('uuid', { name: 'room_id' })
  roomId: string;
  @Column('uuid', { name: 'appointment_id', nullable: true })
  appointmentId: string | null;
  @Column('uuid', { name: 'started_by' })
  startedBy: string;
  @Column('timestamptz', { name: 'started_at', default: () => 'now()' })
  startedAt: Date;
  @Column('timestamptz', { name: 'ends_at', nullable: true })
  endsAt: Date | null;
  /** Minutes before the end of which was warned last. */
  @Column('int', { nullable: true })
  warned: number | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
  @Column('text', { name: 'end_reason', nullable: true })
  endReason: CallEnd | null;
}

/** One person's tab in a call. */
@Entity('call_participant')
export class CallParticipant {
  @PrimaryColumn({ type: 'uuid', name: 'peer_id', default: () => 'gen_random_uuid()' })
  peerId: string;
  @Column('uuid', { name: 'call_id' })
  callId: string;
  @Column('uuid', { name: 'user_id' })
  userId: string;
  @Column('jsonb')
  media: CallMedia;
  @Column('timestamptz', { name: 'joined_at', default: () => 'now()' })
  joinedAt: Date;
  /** When its browser was heard from last. */
  @Column('timestamptz', { name: 'seen_at', default: () => 'now()' })
  seenAt: Date;
  @Column('timestamptz', { name: 'left_at', nullable: true })
  leftAt: Date | null;
}
