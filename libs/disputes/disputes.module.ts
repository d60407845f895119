import { Module } from '@nestjs/common';
import { CompaniesModule } from '#companies/index.js';
import { IdentityModule } from '#identity/index.js';
import { IntroductionsModule } from '#introductions/index.js';
import { NegotiationsModule } from '#negotiations/index.js';
import { CouncilService } from './council/council.service.js';
import { PoolReader } from './council/pool.reader.js';
import { WillingnessService } from './council/willingness.service.js';
import { DisputeAudienceReader } from './dispute-audience.reader.js';
import { DisputesController } from './disputes.controller.js';
import { DisputesHandlers } from './disputes.handlers.js';
import { DisputesReader } from './disputes.reader.js';
import { DisputesRepository } from './disputes.repository.js';
import { DisputesService } from './disputes.service.js';

/** All of them are for the context's other modules; others import what index.ts offers. */
const services = [
  DisputesService,
  DisputesReader,
  DisputesRepository,
  DisputeAudienceReader,
  CouncilService,
  PoolReader,
  WillingnessService,
];

@Module({
  imports: [IdentityModule, CompaniesModule, IntroductionsModule, NegotiationsModule],
  providers: services,
  exports: services,
})
export class DisputesModule {}

@Module({ imports: [DisputesModule], controllers: [DisputesController] })
export class DisputesApiModule {}

@Module({ imports: [DisputesModule], providers: [DisputesHandlers] })
export class DisputesWorkerModule {}
