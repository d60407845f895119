import type { Context } from '#platform/context.js';
import { Agreement } from './agreement.entity.js';
import { PriceIndex, PriceRound } from './ledger/price-round.entity.js';
import { RoomNda, RoomNdaAcceptance } from './files/room-nda.entity.js';
import { RoomDocument, RoomDocumentRevision, RoomFileAccess } from './files/room-document.entity.js';
import {
  Appointment,
  AppointmentReminder,
  CalendarFeed,
  MemberZone,
} from './appointments/appointment.entity.js';
import { CallParticipant, RoomCall } from './calls/call.entity.js';
import { OfferWeighing } from './comparison/offer-weighing.entity.js';
import { Message } from './message.entity.js';
import { CreateNegotiations1764000007000 } from './migrations/1764000007000-create-negotiations.js';
import { ReviseMessages1764100500000 } from './migrations/1764100500000-revise-messages.js';
import { CreateCalls1764200602000 } from './migrations/1764200602000-create-calls.js';
import { CreateAppointments1764200601000 } from './migrations/1764200601000-create-appointments.js';
import { AttendRooms1764200600000 } from './migrations/1764200600000-attend-rooms.js';
import { StructureOffers1764100600000 } from './migrations/1764100600000-structure-offers.js';
import { StateWork1764100602000 } from './migrations/1764100602000-state-work.js';
import { CreateRoomChain1764200400100 } from './migrations/1764200400100-create-room-chain.js';
import { CreateMinutes1764200400300 } from './migrations/1764200400300-create-minutes.js';
import { CreateSignatures1764200400200 } from './migrations/1764200400200-create-signatures.js';
import { CreatePriceLedger1764100603000 } from './migrations/1764100603000-create-price-ledger.js';
import { CreateRoomDocuments1764200300000 } from './migrations/1764200300000-create-room-documents.js';
import { WeighOffers1764200800000 } from './migrations/1764200800000-weigh-offers.js';
import { RemindOfPrices1764300200000 } from './migrations/1764300200000-remind-of-prices.js';
import { ShowToParties1764300202000 } from './migrations/1764300202000-show-to-parties.js';
import { RoomMinutes } from './minutes/room-minutes.entity.js';
import { OpenRoomsForMeetings1764300300100 } from './migrations/1764300300100-open-rooms-for-meetings.js';
import { SeatPartners1764200100000 } from './migrations/1764200100000-seat-partners.js';
import {
  NegotiationsApiModule,
  NegotiationsRealtimeModule,
  NegotiationsWorkerModule,
} from './negotiations.module.js';
import { Offer } from './offer.entity.js';
import { ChainLink, StoredSealingKey } from './proof/chain-link.entity.js';
import { Room, RoomMember } from './room.entity.js';
import { AgreementSignature, SigningCode } from './signing/signature.entity.js';
import { RoomWork } from './statutory/room-work.entity.js';

export { DocumentHashesReader, type DocumentHash } from './files/document-hashes.reader.js';
export { AppointmentCalendar, type CalendarFile } from './appointments/appointment-calendar.js';
export {
  AppointmentAudienceReader,
  type AppointmentAudience,
} from './appointments/appointment-audience.reader.js';
export * from './appointments/appointments.events.js';
export { AppointmentsService } from './appointments/appointments.service.js';
export { CallsService } from './calls/calls.service.js';
export { DocumentsService } from './files/documents.service.js';
export { NdaReader } from './files/nda.reader.js';
export { NdaService } from './files/nda.service.js';
export { MeetingRooms } from './meeting-rooms.service.js';
export { MentionsReader, type Mention } from './mentions.reader.js';
export { MessagesService } from './messages.service.js';
export { MessageWriter, type NewMessage, type Posted } from './message-writer.js';
export * from './negotiations.events.js';
export { NegotiationsModule } from './negotiations.module.js';
export { PriceRoundsReader } from './ledger/price-rounds.reader.js';
export { PriceRoundsService } from './ledger/price-rounds.service.js';
export { RoomStatutoryService } from './statutory/room-statutory.service.js';
export { MinutesReader } from './minutes/minutes.reader.js';
export { MinutesService } from './minutes/minutes.service.js';
export { codeOf } from './signing/signing-code.js';
export { SigningService } from './signing/signing.service.js';
export { RoomEvidence, type RecordPiece } from './proof/room-evidence.js';
export { RoomAnnexes, type AnnexFor } from './proof/room-annexes.js';
export { RoomExport } from './proof/room-export.js';
export { NotOurs, verifyBytes, type Evidence } from './proof/verify.js';
export { RoomNotes, type RoomNote } from './room-notes.service.js';
export { OffersService } from './offers.service.js';
export { RoomsReader, type RoomAudience } from './rooms.reader.js';
export { RoomsService } from './rooms.service.js';

export const negotiations: Context = {
  name: 'negotiations',
  entities: [
    Room,
    RoomMember,
    Message,
    Offer,
    Agreement,
    RoomWork,
    OfferWeighing,
    PriceIndex,
    PriceRound,
    RoomNda,
    RoomNdaAcceptance,
    RoomDocument,
    RoomDocumentRevision,
    RoomFileAccess,
    ...[ChainLink, StoredSealingKey, AgreementSignature, SigningCode, RoomMinutes],
    Appointment,
    AppointmentReminder,
    MemberZone,
    CalendarFeed,
    RoomCall,
    CallParticipant,
  ],
  migrations: [
    CreateNegotiations1764000007000,
    ReviseMessages1764100500000,
    StructureOffers1764100600000,
    StateWork1764100602000,
    CreatePriceLedger1764100603000,
    CreateRoomDocuments1764200300000,
    AttendRooms1764200600000,
    CreateRoomChain1764200400100,
    CreateSignatures1764200400200,
    CreateAppointments1764200601000,
    CreateMinutes1764200400300,
    CreateCalls1764200602000,
    SeatPartners1764200100000,
    WeighOffers1764200800000,
    OpenRoomsForMeetings1764300300100,
    RemindOfPrices1764300200000,
    ShowToParties1764300202000,
  ],
  api: NegotiationsApiModule,
  realtime: NegotiationsRealtimeModule,
  worker: NegotiationsWorkerModule,
};
