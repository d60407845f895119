import { Module } from '@nestjs/common';
import { CompaniesModule } from '#companies/index.js';
import { IdentityModule } from '#identity/index.js';
import { MatchingModule } from '#matching/index.js';
import { OrdersModule } from '#orders/index.js';
import { PatentsModule } from '#patents/index.js';
import { IntroductionsController } from './introductions.controller.js';
import { IntroductionsHandlers } from './introductions.handlers.js';
import { IntroductionsReader } from './introductions.reader.js';
import { IntroductionsService } from './introductions.service.js';
import { MeetingIntroductions } from './meeting-introductions.service.js';
import { TeamIntroductions } from './team-introductions.service.js';

const services = [IntroductionsService, IntroductionsReader, MeetingIntroductions, TeamIntroductions];

@Module({
  imports: [IdentityModule, CompaniesModule, OrdersModule, PatentsModule, MatchingModule],
  providers: services,
  exports: [...services, IdentityModule],
})
export class IntroductionsModule {}

@Module({ imports: [IntroductionsModule], controllers: [IntroductionsController] })
export class IntroductionsApiModule {}

@Module({
  imports: [IntroductionsModule, OrdersModule, PatentsModule],
  providers: [IntroductionsHandlers],
})
export class IntroductionsWorkerModule {}
