import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '#contracts/shapes.js';
import type { Role } from '#contracts/permissions.js';

export type LinkKind = 'sign-up' | 'company-invitation' | 'body-invitation' | 'reset';

/** A link sent to an address: whoever opens it can read mail there. Works once. */
@Entity('mailed_link')
export class MailedLink {
  @PrimaryColumn({ type: 'uuid', generated: 'uuid' })
  id: string;
  /** SHA-256 of the token in the link (link-token.ts). */
  @Column('text', { name: 'token_hash' })
  tokenHash: string;
  @Column('text')
  kind: LinkKind;
  /** Lower case. */
  @Column('text')
  email: string;
  /** Language of the mail, for an address without an account. */
  @Column('text')
  language: Language;
  @Column('uuid', { name: 'company_id', nullable: true })
  companyId: string | null;
  @Column('uuid', { name: 'body_id', nullable: true })
  bodyId: string | null;
  /** What an invitation makes of who accepts it. */
  @Column('text', { nullable: true })
  role: Role | null;
  @Column('uuid', { name: 'invited_by', nullable: true })
  invitedBy: string | null;
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
  @Column('timestamptz', { name: 'mailed_at', nullable: true })
  mailedAt: Date | null;
  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}
