import { Module } from '@nestjs/common';
import { CompaniesModule } from '#companies/index.js';
import { IdentityModule } from '#identity/index.js';
import { IntroductionsModule } from '#introductions/index.js';
import { OrdersModule } from '#orders/index.js';
import { AgreementsService } from './agreements.service.js';
import { MessageWriter } from './message-writer.js';
import { MessagesReader } from './messages.reader.js';
import { NegotiationsHandlers } from './negotiations.handlers.js';
import { OffersController } from './offers.controller.js';
import { OffersReader } from './offers.reader.js';
import { OffersService } from './offers.service.js';
import { RoomSockets } from './room-sockets.js';
import { RoomsController } from './rooms.controller.js';
import { RoomsReader } from './rooms.reader.js';
import { RoomsRepository } from './rooms.repository.js';
import { RoomsService } from './rooms.service.js';

@Module({
  imports: [IdentityModule, CompaniesModule, OrdersModule, IntroductionsModule],
  providers: [
    AgreementsService,
    MessageWriter,
    MessagesReader,
    OffersReader,
    OffersService,
    RoomsReader,
    RoomsRepository,
    RoomsService,
  ],
  exports: [
    MessageWriter,
    MessagesReader,
    OffersReader,
    OffersService,
    RoomsReader,
    RoomsRepository,
    RoomsService,
  ],
})
export class NegotiationsModule {}

@Module({ imports: [NegotiationsModule], controllers: [RoomsController, OffersController] })
export class NegotiationsApiModule {}

@Module({ imports: [NegotiationsModule], providers: [RoomSockets] })
export class NegotiationsRealtimeModule {}

@Module({ imports: [NegotiationsModule, IntroductionsModule], providers: [NegotiationsHandlers] })
export class NegotiationsWorkerModule {}
