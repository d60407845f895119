import { Module } from '@nestjs/common';
import { CompaniesModule } from '#companies/index.js';
import { IdentityModule } from '#identity/index.js';
import { IntroductionsModule } from '#introductions/index.js';
import { OrdersModule } from '#orders/index.js';
import { StatutoryModule } from '#statutory/index.js';
import { TeamsModule } from '#teams/index.js';
import { AgreementsService } from './agreements.service.js';
import { CallSockets } from './calls/call-sockets.js';
import { callServices } from './calls/call-services.js';
import { CallsController } from './calls/calls.controller.js';
import { CallsHandlers } from './calls/calls.handlers.js';
import { fileServices } from './files/file-services.js';
import { RoomFilesController } from './files/room-files.controller.js';
import { PriceReminders } from './ledger/price-reminders.handlers.js';
import { PriceRoundsController } from './ledger/price-rounds.controller.js';
import { PriceRoundsReader } from './ledger/price-rounds.reader.js';
import { PriceRoundsService } from './ledger/price-rounds.service.js';
import { appointmentServices } from './appointments/appointment-services.js';
import { AppointmentsController } from './appointments/appointments.controller.js';
import { AppointmentsHandlers } from './appointments/appointments.handlers.js';
import { AttendanceController } from './attendance/attendance.controller.js';
import { AttendanceService } from './attendance/attendance.service.js';
import { ComparisonHandlers } from './comparison/comparison.handlers.js';
import { OfferComparisonController } from './comparison/offer-comparison.controller.js';
import { OfferComparisonReader } from './comparison/offer-comparison.reader.js';
import { OfferComparisonService } from './comparison/offer-comparison.service.js';
import { MeetingRooms } from './meeting-rooms.service.js';
import { MentionsReader } from './mentions.reader.js';
import { MessageSearchReader } from './message-search.reader.js';
import { MessageWriter } from './message-writer.js';
import { MessagesController } from './messages.controller.js';
import { MessagesReader } from './messages.reader.js';
import { MessagesService } from './messages.service.js';
import { DecisionsReader } from './minutes/decisions.reader.js';
import { MinutesController } from './minutes/minutes.controller.js';
import { MinutesReader } from './minutes/minutes.reader.js';
import { MinutesService } from './minutes/minutes.service.js';
import { NegotiationsHandlers } from './negotiations.handlers.js';
import { OffersController } from './offers.controller.js';
import { OffersReader } from './offers.reader.js';
import { OffersService } from './offers.service.js';
import { ProofHandlers } from './proof/proof.handlers.js';
import { RecordReader } from './proof/record.reader.js';
import { RecordsController } from './proof/records.controller.js';
import { RoomChain } from './proof/room-chain.js';
import { RoomAnnexes } from './proof/room-annexes.js';
import { RoomEvidence } from './proof/room-evidence.js';
import { RoomExport } from './proof/room-export.js';
import { RoomRegisters } from './proof/room-registers.js';
import { SealingKeys } from './proof/sealing-keys.js';
import { VerificationController } from './proof/verification.controller.js';
import { VerificationService } from './proof/verification.service.js';
import { RoomNotes } from './room-notes.service.js';
import { RoomSockets } from './room-sockets.js';
import { RoomsController } from './rooms.controller.js';
import { RoomsReader } from './rooms.reader.js';
import { RoomsRepository } from './rooms.repository.js';
import { RoomsService } from './rooms.service.js';
import { AgreementPrinter } from './signing/agreement-printer.js';
import { SigningController } from './signing/signing.controller.js';
import { SigningHandlers } from './signing/signing.handlers.js';
import { SigningReader } from './signing/signing.reader.js';
import { SigningService } from './signing/signing.service.js';
import { Seats } from './seats.js';
import { TeamRoomsHandlers } from './team-rooms.handlers.js';
import { TeamRooms } from './team-rooms.service.js';
import { RoomStatutoryController } from './statutory/room-statutory.controller.js';
import { RoomStatutoryReader } from './statutory/room-statutory.reader.js';
import { RoomStatutoryService } from './statutory/room-statutory.service.js';
import { TradeTermsController } from './trade-terms.controller.js';

/** All of them are for the context's other modules; others import what index.ts offers. */
const services = [
  ...fileServices,
  ...appointmentServices,
  ...callServices,
  AgreementPrinter,
  AgreementsService,
  AttendanceService,
  DecisionsReader,
  MeetingRooms,
  MentionsReader,
  MessageSearchReader,
  MessageWriter,
  MessagesReader,
  MessagesService,
  MinutesReader,
  MinutesService,
  OfferComparisonReader,
  OfferComparisonService,
  OffersReader,
  OffersService,
  PriceRoundsReader,
  PriceRoundsService,
  RecordReader,
  RoomChain,
  RoomAnnexes,
  RoomEvidence,
  RoomExport,
  RoomRegisters,
  RoomNotes,
  RoomStatutoryReader,
  RoomStatutoryService,
  RoomsReader,
  RoomsRepository,
  RoomsService,
  SealingKeys,
  Seats,
  SigningReader,
  SigningService,
  TeamRooms,
  VerificationService,
];

@Module({
  imports: [IdentityModule, CompaniesModule, OrdersModule, IntroductionsModule, StatutoryModule, TeamsModule],
  providers: services,
  exports: services,
})
export class NegotiationsModule {}

@Module({
  imports: [NegotiationsModule],
  controllers: [
    RoomsController,
    AttendanceController,
    AppointmentsController,
    CallsController,
    MessagesController,
    OffersController,
    OfferComparisonController,
    TradeTermsController,
    RoomStatutoryController,
    PriceRoundsController,
    RoomFilesController,
    MinutesController,
    RecordsController,
    SigningController,
    VerificationController,
  ],
})
export class NegotiationsApiModule {}

@Module({ imports: [NegotiationsModule], providers: [RoomSockets, CallSockets] })
export class NegotiationsRealtimeModule {}

@Module({
  imports: [NegotiationsModule, IntroductionsModule, StatutoryModule, TeamsModule],
  providers: [
    NegotiationsHandlers,
    AppointmentsHandlers,
    CallsHandlers,
    ComparisonHandlers,
    PriceReminders,
    ProofHandlers,
    SigningHandlers,
    TeamRoomsHandlers,
  ],
})
export class NegotiationsWorkerModule {}
