import { Injectable } from '@nestjs/common';
import { memberRemoved as leftOrganisation } from '#identity/index.js';
import { introductionConsented, IntroductionsService } from '#introductions/index.js';
import { orderAmended } from '#orders/index.js';
import type { RecordedEvent } from '#platform/events/index.js';
import { fileScanned } from '#platform/file-scans.js';
import { Every, OnEvent } from '#platform/queue/index.js';
import { Live } from '#platform/realtime/index.js';
import { tellMessage } from './attendance/tell-message.js';
import { DocumentsService } from './files/documents.service.js';
import { MessagesReader } from './messages.reader.js';
import {
  agreementMade,
  entryWritten,
  memberRemoved,
  minutesChanged,
  roomClosed,
  roomOpened,
} from './negotiations.events.js';
import { OffersService } from './offers.service.js';
import { RoomsReader } from './rooms.reader.js';
import { RoomsRepository } from './rooms.repository.js';
import { RoomsService } from './rooms.service.js';

@Injectable()
export class NegotiationsHandlers {
  constructor(
    private readonly roomsService: RoomsService,
    private readonly offers: OffersService,
    private readonly rooms: RoomsRepository,
    private readonly reader: RoomsReader,
    private readonly documents: DocumentsService,
    private readonly messages: MessagesReader,
    private readonly introductions: IntroductionsService,
    private readonly live: Live,
  ) {}

  @OnEvent(introductionConsented, 'negotiations.open-room')
  async openRoom({ data }: RecordedEvent<typeof introductionConsented>): Promise<void> {
    await this.roomsService.open(data.introductionId);
  }

  @OnEvent(roomOpened, 'negotiations.tell-introduction-opened')
  async opened({ data }: RecordedEvent<typeof roomOpened>): Promise<void> {
    await this.introductions.roomOpened(data.introductionId, data.roomId);
  }

  @OnEvent(agreementMade, 'negotiations.tell-introduction-agreed')
  async agreed({ data }: RecordedEvent<typeof agreementMade>): Promise<void> {
    await this.introductions.agreed(data.introductionId, { amountYen: data.totalYen, on: data.agreedOn });
  }

  @OnEvent(roomClosed, 'negotiations.tell-introduction-closed')
  async closed({ data }: RecordedEvent<typeof roomClosed>): Promise<void> {
    await this.introductions.talksEnded(data.introductionId, data.reason);
  }

  @OnEvent(entryWritten, 'negotiations.tell-room')
  async tellRoom({ data: { roomId, seq, changed } }: RecordedEvent<typeof entryWritten>): Promise<void> {
    tellMessage(this.live, await this.messages.one(roomId, seq));
    for (const what of changed) this.live.toRoom(roomId, 'room:changed', { roomId, what });
  }

  @OnEvent(minutesChanged, 'negotiations.tell-minutes')
  async tellMinutes({ data: { roomId } }: RecordedEvent<typeof minutesChanged>): Promise<void> {
    this.live.toRoom(roomId, 'room:changed', { roomId, what: 'record' });
  }

  /** Whoever looks at the room's documents reads that one can be opened now, or never. */
  @OnEvent(fileScanned, 'negotiations.tell-scan')
  async tellScan({ data: { fileId, scan } }: RecordedEvent<typeof fileScanned>): Promise<void> {
    if (scan === 'infected') await this.documents.noteInfected(fileId);
    const roomId = await this.reader.withFile(fileId);
    if (roomId) this.live.toRoom(roomId, 'room:changed', { roomId, what: 'files' });
  }

  /** Who has come back meanwhile stays. */
  @OnEvent(memberRemoved, 'negotiations.evict')
  async evict({ data: { roomId, userId } }: RecordedEvent<typeof memberRemoved>): Promise<void> {
    const member = await this.rooms.member(roomId, userId);
    if (member?.leftAt) this.live.removeFromRoom(userId, roomId);
  }

  @OnEvent(leftOrganisation, 'negotiations.leave-rooms')
  async leaveRooms({ data }: RecordedEvent<typeof leftOrganisation>): Promise<void> {
    const organisationId = data.companyId ?? data.bodyId;
    if (organisationId) await this.roomsService.leaveAll(data.userId, organisationId);
  }

  @OnEvent(orderAmended, 'negotiations.note-amendment')
  async noteAmendment({ data }: RecordedEvent<typeof orderAmended>): Promise<void> {
    await this.offers.noteAmendment(data.orderId, data.revision);
  }

  @Every('negotiations.expire-offers', 60_000)
  async expireOffers(): Promise<void> {
    await this.offers.expireOverdue();
  }
}
