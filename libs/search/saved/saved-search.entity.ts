import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AlertFrequency, SavedQuery } from '#contracts/search.js';

/** A search that a person keeps, and what of its results they know. */
@Entity('saved_search')
export class SavedSearchRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('uuid', { name: 'user_id' })
  userId: string;
  @Column('text')
  name: string;
  @Column('jsonb')
  query: SavedQuery;
  @Column('text')
  alert: AlertFrequency;
  /** Keys of what the person has been shown. */
  @Column('text', { array: true, default: [] })
  seen: string[];
  /** Keys of what the person has been mailed about, or had been there before mails began. */
  @Column('text', { array: true, default: [] })
  mailed: string[];
  @Column('timestamptz', { name: 'mailed_at', nullable: true })
  mailedAt: Date | null;
  @Column('int', { default: 1 })
  version: number;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
