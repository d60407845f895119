import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AppointmentMeans, AppointmentState } from '#contracts/appointments.js';
import type { StoredProposal } from './appointment.states.js';

/** 日程: a meeting of a room, from the first proposal on. */
@Entity('appointment')
export class Appointment {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('uuid', { name: 'room_id' })
  roomId: string;
  @Column('text')
  title: string;
  @Column('text')
  means: AppointmentMeans;
  @Column('text', { default: '' })
  address: string;
  @Column('text', { default: '' })
  note: string;
  @Column('text', { default: 'proposed' })
  state: AppointmentState;
  @Column('timestamptz', { name: 'starts_at', nullable: true })
  startsAt: Date | null;
  @Column('timestamptz', { name: 'ends_at', nullable: true })
  endsAt: Date | null;
  @Column('jsonb', { nullable: true })
  proposal: StoredProposal | null;
  @Column('boolean', { name: 'hard_end', default: false })
  hardEnd: boolean;
  /** Of the organiser's thing that it was made for; null for what the members agreed themselves. */
  @Column('uuid', { name: 'source_id', nullable: true })
  sourceId: string | null;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;
  @Column('uuid', { name: 'cancelled_by', nullable: true })
  cancelledBy: string | null;
  @Column('timestamptz', { name: 'cancelled_at', nullable: true })
  cancelledAt: Date | null;
  @Column('text', { name: 'cancel_reason', default: '' })
  cancelReason: string;
  @Column('timestamptz', { name: 'sorts_at' })
  sortsAt: Date;
  @Column('int', { default: 0 })
  sequence: number;
  @Column('int', { default: 1 })
  version: number;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Date;
}

/** Which change of an appointment people have been reminded of. */
@Entity('appointment_reminder')
export class AppointmentReminder {
  @PrimaryColumn('uuid', { name: 'appointment_id' })
  appointmentId: string;
  @PrimaryColumn('int')
  sequence: number;
  @PrimaryColumn('text')
  kind: 'day' | 'soon';
}

/** The time zone that a person reads times in. */
@Entity('member_zone')
export class MemberZone {
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId: string;
  @Column('text')
  zone: string;
}

/** The secret part of the address that a person's calendar program reads. */
@Entity('calendar_feed')
export class CalendarFeed {
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId: string;
  @Column('uuid', { default: () => 'gen_random_uuid()' })
  key: string;
}
