import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  priceLedgerApi,
  type PriceIndex,
  type PriceLedger,
  type PriceRound,
} from '#contracts/price-ledger.js';
import type { Actor } from '#platform/auth/index.js';
import {
  CurrentActor,
  FromRequest,
  readUpload,
  Route,
  sendFile,
  type AppRequest,
  type Input,
} from '#platform/http/index.js';
import { RoomsReader } from '../rooms.reader.js';
import { ledgerPdf } from './ledger-pdf.js';
import { PriceRoundsReader } from './price-rounds.reader.js';
import { PriceRoundsService } from './price-rounds.service.js';

@Controller()
export class PriceRoundsController {
  constructor(
    private readonly service: PriceRoundsService,
    private readonly reader: PriceRoundsReader,
    private readonly rooms: RoomsReader,
  ) {}

  @Route(priceLedgerApi.list)
  list(
    @FromRequest() { params }: Input<typeof priceLedgerApi.list>,
    @CurrentActor() actor: Actor,
  ): Promise<PriceLedger> {
    return this.reader.ledger(actor, params.id);
  }

  @Route(priceLedgerApi.ask)
  async ask(
    @FromRequest() { params, body }: Input<typeof priceLedgerApi.ask>,
    @CurrentActor() actor: Actor,
  ): Promise<PriceRound> {
    return this.reader.round(actor, params.id, await this.service.ask(actor, params.id, body));
  }

  @Route(priceLedgerApi.answer)
  async answer(
    @FromRequest() { params, body }: Input<typeof priceLedgerApi.answer>,
    @CurrentActor() actor: Actor,
  ): Promise<PriceRound> {
    await this.service.answer(actor, params.id, params.roundId, body);
    return this.reader.round(actor, params.id, params.roundId);
  }

  @Route(priceLedgerApi.sign)
  async sign(
    @FromRequest() { params, body }: Input<typeof priceLedgerApi.sign>,
    @CurrentActor() actor: Actor,
  ): Promise<PriceRound> {
    await this.service.sign(actor, params.id, params.roundId, body.sha256);
    return this.reader.round(actor, params.id, params.roundId);
  }

  @Route(priceLedgerApi.withdraw)
  async withdraw(
    @FromRequest() { params, body }: Input<typeof priceLedgerApi.withdraw>,
    @CurrentActor() actor: Actor,
  ): Promise<PriceRound> {
    await this.service.withdraw(actor, params.id, params.roundId, body.reason);
    return this.reader.round(actor, params.id, params.roundId);
  }

  @Route(priceLedgerApi.attachIndex)
  async attachIndex(
    @FromRequest() { params }: Input<typeof priceLedgerApi.attachIndex>,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
  ): Promise<PriceIndex> {
    await this.rooms.seat(actor, params.id);
    const upload = await readUpload(request, this.service.maxBytes, priceLedgerApi.attachIndex.body);
    return this.reader.index(params.id, await this.service.attachIndex(actor, params.id, upload));
  }

  @Route(priceLedgerApi.pdf)
  async pdf(
    @FromRequest() { params }: Input<typeof priceLedgerApi.pdf>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const seat = await this.rooms.seat(actor, params.id);
    const content = await ledgerPdf(
      seat,
      await this.reader.ledger(actor, params.id),
      actor.language,
      new Date(),
    );
    const name = actor.language === 'ja' ? '価格協議記録.pdf' : 'price-ledger.pdf';
    await sendFile(reply, { name, mime: 'application/pdf', size: content.length, content });
  }

  @Route(priceLedgerApi.json)
  async json(
    @FromRequest() { params }: Input<typeof priceLedgerApi.json>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const seat = await this.rooms.seat(actor, params.id);
    const { items, indexes, retentionYears } = await this.reader.ledger(actor, params.id);
    const parties = { owner: seat.ownerName, candidate: seat.candidateName };
    const rounds = items.map(({ can: _, waitingDays: __, ...round }) => round);
    const room = { id: seat.roomId, title: seat.title, ...parties };
    const content = Buffer.from(
      JSON.stringify({ format: 1, room, retentionYears, rounds, indexes }, null, 2),
    );
    const name = actor.language === 'ja' ? '価格協議記録.json' : 'price-ledger.json';
    await sendFile(reply, { name, mime: 'application/json', size: content.length, content });
  }
}
