import { Module } from '@nestjs/common';
import { IntroductionsModule } from '#introductions/index.js';
import { MatchingModule } from '#matching/index.js';
import { GapsController } from './gaps.controller.js';
import { GapsHandlers } from './gaps.handlers.js';
import { GapsReader } from './gaps.reader.js';
import { GapsService } from './gaps.service.js';

@Module({
  imports: [IntroductionsModule, MatchingModule],
  providers: [GapsReader, GapsService],
  exports: [GapsReader, GapsService],
})
export class GapsModule {}

@Module({ imports: [GapsModule], controllers: [GapsController] })
export class GapsApiModule {}

@Module({ imports: [GapsModule, IntroductionsModule, MatchingModule], providers: [GapsHandlers] })
export class GapsWorkerModule {}
