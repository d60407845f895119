import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A signed-in browser. Ended by deleting the row. */
@Entity('user_session')
export class UserSession {
  @PrimaryColumn({ type: 'uuid', generated: 'uuid' })
  id: string;
  @Column('uuid', { name: 'user_id' })
  userId: string;
  /** SHA-256 of the cookie's token. */
  @Column('text', { name: 'token_hash' })
  tokenHash: string;
  /** The browser's User-Agent. */
  @Column('text')
  device: string;
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  /** To within a few minutes. */
  @Column('timestamptz', { name: 'last_seen_at' })
  lastSeenAt: Date;
}
