import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';
import type { VocabularyContent, vocabularyAction, vocabularyState } from '#contracts/vocabulary.js';

/** An entry added here, or what lies over a shipped one with the same id. */
@Entity('vocabulary_entry')
export class VocabularyEntry {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('text', { default: 'on' })
  state: z.output<typeof vocabularyState>;
  @Column('jsonb')
  content: VocabularyContent;
  @Column('int', { default: 1 })
  version: number;
  @Column('uuid', { name: 'updated_by' })
  updatedBy: string;
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Date;
}

/** One change of an entry; entries that were restored keep theirs. */
@Entity('vocabulary_change')
export class VocabularyChange {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('uuid', { name: 'entry_id' })
  entryId: string;
  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
  @Column('uuid', { name: 'actor_id' })
  actorId: string;
  @Column('text')
  action: z.output<typeof vocabularyAction>;
  @Column('jsonb', { nullable: true })
  before: VocabularyContent | null;
  @Column('jsonb', { nullable: true })
  after: VocabularyContent | null;
}
