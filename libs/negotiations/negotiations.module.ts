import { Module } from '@nestjs/common';
import { CompaniesModule } from '#companies/index.js';
import { IdentityModule } from '#identity/index.js';
import { IntroductionsModule } from '#introductions/index.js';
import { OrdersModule } from '#orders/index.js';
import { StatutoryModule } from '#statutory/index.js';
import { AgreementsService } from './agreements.service.js';
import { DocumentHashesReader } from './files/document-hashes.reader.js';
import { NdaReader } from './files/nda.reader.js';
import { NdaService } from './files/nda.service.js';
import { PriceRoundsController } from './ledger/price-rounds.controller.js';
import { PriceRoundsReader } from './ledger/price-rounds.reader.js';
import { PriceRoundsService } from './ledger/price-rounds.service.js';
import { AttendanceController } from './attendance/attendance.controller.js';
import { AttendanceService } from './attendance/attendance.service.js';
import { MentionsReader } from './mentions.reader.js';
import { MessageSearchReader } from './message-search.reader.js';
import { MessageWriter } from './message-writer.js';
import { MessagesController } from './messages.controller.js';
import { MessagesReader } from './messages.reader.js';
import { MessagesService } from './messages.service.js';
import { NegotiationsHandlers } from './negotiations.handlers.js';
import { OffersController } from './offers.controller.js';
import { OffersReader } from './offers.reader.js';
import { OffersService } from './offers.service.js';
import { RoomSockets } from './room-sockets.js';
import { RoomsController } from './rooms.controller.js';
import { RoomsReader } from './rooms.reader.js';
import { RoomsRepository } from './rooms.repository.js';
import { RoomsService } from './rooms.service.js';
import { RoomStatutoryController } from './statutory/room-statutory.controller.js';
import { RoomStatutoryReader } from './statutory/room-statutory.reader.js';
import { RoomStatutoryService } from './statutory/room-statutory.service.js';
import { TradeTermsController } from './trade-terms.controller.js';

@Module({
  imports: [IdentityModule, CompaniesModule, OrdersModule, IntroductionsModule, StatutoryModule],
  providers: [
    AgreementsService,
    DocumentHashesReader,
    AttendanceService,
    MentionsReader,
    MessageSearchReader,
    MessageWriter,
    MessagesReader,
    MessagesService,
    NdaReader,
    NdaService,
    OffersReader,
    OffersService,
    PriceRoundsReader,
    PriceRoundsService,
    RoomStatutoryReader,
    RoomStatutoryService,
    RoomsReader,
    RoomsRepository,
    RoomsService,
  ],
  exports: [
    DocumentHashesReader,
    AttendanceService,
    MentionsReader,
    MessageSearchReader,
    MessageWriter,
    MessagesReader,
    MessagesService,
    NdaReader,
    NdaService,
    OffersReader,
    OffersService,
    PriceRoundsReader,
    PriceRoundsService,
    RoomStatutoryReader,
    RoomStatutoryService,
    RoomsReader,
    RoomsRepository,
    RoomsService,
  ],
})
export class NegotiationsModule {}

@Module({
  imports: [NegotiationsModule],
  controllers: [
    RoomsController,
    AttendanceController,
    MessagesController,
    OffersController,
    TradeTermsController,
    RoomStatutoryController,
    PriceRoundsController,
  ],
})
export class NegotiationsApiModule {}

@Module({ imports: [NegotiationsModule], providers: [RoomSockets] })
export class NegotiationsRealtimeModule {}

@Module({ imports: [NegotiationsModule, IntroductionsModule], providers: [NegotiationsHandlers] })
export class NegotiationsWorkerModule {}
