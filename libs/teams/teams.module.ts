import { Module } from '@nestjs/common';
import { CompaniesModule } from '#companies/index.js';
import { IdentityModule } from '#identity/index.js';
import { IntroductionsModule } from '#introductions/index.js';
import { MatchingModule } from '#matching/index.js';
import { OrdersModule } from '#orders/index.js';
import { TeamsController } from './teams.controller.js';
import { TeamsHandlers } from './teams.handlers.js';
import { TeamsReader } from './teams.reader.js';
import { TeamsService } from './teams.service.js';

@Module({
  imports: [IdentityModule, CompaniesModule, OrdersModule, MatchingModule, IntroductionsModule],
  providers: [TeamsService, TeamsReader],
  exports: [TeamsService, TeamsReader],
})
export class TeamsModule {}

@Module({ imports: [TeamsModule], controllers: [TeamsController] })
export class TeamsApiModule {}

@Module({ imports: [TeamsModule, IntroductionsModule], providers: [TeamsHandlers] })
export class TeamsWorkerModule {}
