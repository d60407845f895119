import { Module } from '@nestjs/common';
import { CompaniesModule } from '#companies/index.js';
import { IdentityModule } from '#identity/index.js';
import { IntroductionsModule } from '#introductions/index.js';
import { NegotiationsModule } from '#negotiations/index.js';
import { CouncilService } from './council/council.service.js';
import { DealingsReader } from './council/dealings.reader.js';
import { PoolReader } from './council/pool.reader.js';
import { WillingnessService } from './council/willingness.service.js';
import { DisputeAudienceReader } from './dispute-audience.reader.js';
import { DisputeEndings } from './dispute-endings.js';
import { DisputesController } from './disputes.controller.js';
import { DisputesHandlers } from './disputes.handlers.js';
import { DisputesReader } from './disputes.reader.js';
import { DisputesRepository } from './disputes.repository.js';
import { DisputesService } from './disputes.service.js';
import { ConsultationExport } from './evidence/consultation-export.js';
import { DisputeAnnex } from './evidence/dispute-annex.js';
import { EvidenceController } from './evidence/evidence.controller.js';
import { EvidenceService } from './evidence/evidence.service.js';
import { OwnParts } from './votes/own-parts.reader.js';
import { VotesController } from './votes/votes.controller.js';
import { VotesService } from './votes/votes.service.js';

/** All of them are for the context's other modules; others import what index.ts offers. */
const services = [
  DisputesService,
  DisputesReader,
  DisputesRepository,
  DisputeAudienceReader,
  DisputeEndings,
  VotesService,
  OwnParts,
  EvidenceService,
  ConsultationExport,
  DisputeAnnex,
  CouncilService,
  PoolReader,
  DealingsReader,
  WillingnessService,
];

@Module({
  imports: [IdentityModule, CompaniesModule, IntroductionsModule, NegotiationsModule],
  providers: services,
  exports: services,
})
export class DisputesModule {}

@Module({ imports: [DisputesModule], controllers: [DisputesController, EvidenceController, VotesController] })
export class DisputesApiModule {}

@Module({ imports: [DisputesModule], providers: [DisputesHandlers] })
export class DisputesWorkerModule {}
