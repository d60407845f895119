import { Inject, Injectable } from '@nestjs/common';
import { monthsLater } from '#contracts/payment-days.js';
import type { Side } from '#contracts/parties.js';
import type { PriceAnswer, PriceRequest } from '#contracts/price-ledger.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { CONFIG } from '#platform/resources.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError, found } from '#platform/http/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import { StatutoryReader } from '#statutory/index.js';
import * as happened from '../negotiations.events.js';
import type { Room } from '../room.entity.js';
import { canWrite, sideOf } from '../room.policy.js';
import { RoomsRepository } from '../rooms.repository.js';
import { readIndexTable } from './index-table.js';
import { priceDocumentOf } from './price-document.js';
import { PriceIndex, PriceRound } from './price-round.entity.js';
import { afterSignature, refusal, type PriceStep } from './price-round.states.js';
import { contentHash, factsOf } from './price-rounds.reader.js';

interface IndexUpload {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly body: { readonly name: string; readonly source: string };
}

/** Requests to change a price, their answers and signatures: each step leaves a message in the room's record. */
@Injectable()
export class PriceRoundsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly rooms: RoomsRepository,
    private readonly statutory: StatutoryReader,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** Largest table in bytes. */
  get maxBytes(): number {
    return this.config.files.maxBytes;
  }

  /** Attaches an index. Answers with its id. Errors: those of readTable, `ledger/no-rows` where no row could be read. */
  async attachIndex(actor: Actor, roomId: string, { fileName, bytes, body }: IndexUpload): Promise<string> {
    const { points, problems } = await readIndexTable({ name: fileName, bytes });
    if (points.length === 0) throw new AppError('ledger/no-rows');
    return this.database.transaction(async () => {
      await this.enter(actor, roomId);
      const indexes = this.database.repository(PriceIndex);
      const retainUntil = await this.retainUntil();
      const index = indexes.create({
        roomId,
        ...body,
        fileName,
        points,
        problems,
        attachedBy: actor.userId,
        retainUntil,
      });
      await indexes.insert(index);
      return index.id;
    });
  }

  /** Asks to change a price. Answers with the round's id. Errors: `ledger/no-such-month`, `ledger/no-price-left`. */
  async ask(actor: Actor, roomId: string, request: PriceRequest): Promise<string> {
    return this.database.transaction(async () => {
      const { room, side } = await this.enter(actor, roomId);
      const rounds = this.database.repository(PriceRound);
      const ids = request.parts.flatMap(({ indexId }) => (indexId === null ? [] : [indexId]));
      const indexes = await this.database
        .repository(PriceIndex)
        .findBy([...ids.map((id) => ({ id, roomId }))]);
      if (ids.some((id) => !indexes.some((index) => index.id === id)))
        throw new AppError('request/not-found');
      const round = rounds.create({
        ...{ roomId, side, no: (await rounds.countBy({ roomId })) + 1, state: 'asked' },
        ...{ askedBy: actor.userId, askedAt: new Date(), document: priceDocumentOf(request, indexes) },
        retainUntil: await this.retainUntil(),
      });
      await rounds.insert(round);
      await this.tell(room, round, actor, 'asked');
      return round.id;
    });
  }

  /** Answers the other side's request, once. */
  async answer(actor: Actor, roomId: string, roundId: string, answer: PriceAnswer): Promise<void> {
    await this.step('answer', actor, roomId, roundId, async (round) => {
      const { decision, reasons } = answer;
      const agreed = { accepted: round.document.requestedPrice, refused: round.document.currentPrice };
      const price = decision === 'other-price' ? answer.price : agreed[decision];
      Object.assign(round, { answer: { decision, price, reasons }, state: 'answered' });
      Object.assign(round, { answeredBy: actor.userId, answeredAt: new Date() });
      return 'answered';
    });
  }

  /** Countersigns what was read. Error: `negotiation/offer-changed` where it is another content. */
  async sign(actor: Actor, roomId: string, roundId: string, sha256: string): Promise<void> {
    await this.step('sign', actor, roomId, roundId, async (round, side) => {
      if (contentHash(round) !== sha256) throw new AppError('negotiation/offer-changed');
      const state = afterSignature(factsOf(round), side);
      const signature = { by: actor.userId, at: new Date() };
      Object.assign(round, { state, [`${side}SignedBy`]: signature.by, [`${side}SignedAt`]: signature.at });
      return state === 'settled' ? 'settled' : 'signed';
    });
  }

  async withdraw(actor: Actor, roomId: string, roundId: string, reason: string): Promise<void> {
    await this.step('withdraw', actor, roomId, roundId, async (round) => {
      Object.assign(round, { state: 'withdrawn', withdrawnReason: reason });
      return 'withdrawn';
    });
  }

  private async step(
    step: PriceStep,
    actor: Actor,
    roomId: string,
    roundId: string,
    work: (round: PriceRound, side: Side) => Promise<keyof typeof told>,
  ): Promise<void> {
    await this.database.transaction(async () => {
      const { room, me } = await this.rooms.enter(actor, roomId);
      const rounds = this.database.repository(PriceRound);
      const round = found(await rounds.findOne({ where: { id: roundId, roomId } }));
      const side = sideOf(me.role);
      const refused = refusal(step, side, factsOf(round), room.state);
      if (refused) throw new AppError(refused);
      const what = await work(round, side ?? 'owner');
      // Kept from the last thing that happened to it.
      const retainUntil = await this.retainUntil();
      if (retainUntil > round.retainUntil) round.retainUntil = retainUntil;
      await rounds.save(round);
      await this.tell(room, round, actor, what);
    });
  }

  private async enter(actor: Actor, roomId: string): Promise<{ room: Room; side: Side }> {
    const { room, me } = await this.rooms.enter(actor, roomId);
    const side = sideOf(me.role);
    authorize(side !== null);
    if (!canWrite(room)) throw new AppError('negotiation/room-closed');
    return { room, side: side ?? 'owner' };
  }

  private async retainUntil(): Promise<string> {
    const today = todayInJapan();
    return monthsLater(today, 12 * (await this.statutory.retentionYears(today)));
  }

  private async tell(room: Room, round: PriceRound, actor: Actor, what: keyof typeof told): Promise<void> {
    const data = { key: `price-${what}`, no: round.no, roundId: round.id };
    await this.rooms.write(room, { kind: 'system', sender: actor, data, changed: ['offers'] });
    await this.events.record(
      told[what],
      { roomId: room.id, roundId: round.id, side: round.side },
      { subjectId: round.id, companyId: actor.company?.id ?? null, actor },
    );
  }
}

const told = {
  asked: happened.priceAsked,
  answered: happened.priceAnswered,
  signed: happened.priceSigned,
  settled: happened.priceSettled,
  withdrawn: happened.priceWithdrawn,
} as const;
