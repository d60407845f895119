import type { Context } from '#platform/context.js';
import { CreateVocabulary1764100101000 } from './migrations/1764100101000-create-vocabulary.js';
import { VocabularyChange, VocabularyEntry } from './vocabulary.entity.js';
import { VocabularyApiModule } from './vocabulary.module.js';

export { shippedEntries } from './shipped/index.js';
export { Thesaurus, type Expansion, type WeightedCode, type WeightedTerm } from './thesaurus.js';
export { ThesaurusReader } from './thesaurus.reader.js';
export * from './vocabulary.events.js';
export { VocabularyModule } from './vocabulary.module.js';
export { VocabularyService } from './vocabulary.service.js';

export const vocabulary: Context = {
  name: 'vocabulary',
  entities: [VocabularyEntry, VocabularyChange],
  migrations: [CreateVocabulary1764100101000],
  api: VocabularyApiModule,
};
