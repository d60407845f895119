import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '#contracts/permissions.js';
import type { Language } from '#contracts/shapes.js';

/** A person's account. What they are is decided by `role` and the one company or support body they belong to. */
@Entity('app_user')
export class AppUser {
  @PrimaryColumn({ type: 'uuid', generated: 'uuid' })
  id: string;
  /** Lower case. */
  @Column('text')
  email: string;
  @Column('text')
  name: string;
  /** Argon2id in PHC format. */
  @Column('text', { name: 'password_hash' })
  passwordHash: string;
  @Column('text')
  language: Language;
  @Column('text')
  mail: 'instant' | 'daily' | 'off';
  @Column('text')
  role: Role;
  @Column('uuid', { name: 'company_id', nullable: true })
  companyId: string | null;
  @Column('uuid', { name: 'body_id', nullable: true })
  bodyId: string | null;
  /** When they joined the company or body. */
  @Column('timestamptz', { name: 'joined_at', nullable: true })
  joinedAt: Date | null;
  /** Encrypted (secret-box.ts). */
  @Column('text', { name: 'totp_secret', nullable: true })
  totpSecret: string | null;
  @Column('boolean', { name: 'totp_active' })
  totpActive: boolean;
  /** The 30-second step of the last code that was taken: it and those before it are refused. */
  @Column('bigint', { name: 'totp_last_step', nullable: true })
  totpLastStep: number | null;
  @Column('timestamptz', { name: 'suspended_at', nullable: true })
  suspendedAt: Date | null;
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
