import { Module } from '@nestjs/common';
import { ThesaurusReader } from './thesaurus.reader.js';
import { VocabularyFiles } from './vocabulary-files.js';
import { VocabularyController } from './vocabulary.controller.js';
import { VocabularyReader } from './vocabulary.reader.js';
import { VocabularyService } from './vocabulary.service.js';

/** What other contexts ask, in every role. */
@Module({ providers: [ThesaurusReader], exports: [ThesaurusReader] })
export class VocabularyModule {}

@Module({
  imports: [VocabularyModule],
  providers: [VocabularyReader, VocabularyService, VocabularyFiles],
  controllers: [VocabularyController],
})
export class VocabularyApiModule {}
