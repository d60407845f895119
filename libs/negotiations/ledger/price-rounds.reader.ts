import { Injectable } from '@nestjs/common';
import type { PriceIndex, PriceLedger, PriceRound as PriceRoundDto } from '#contracts/price-ledger.js';
import { daysBetween } from '#contracts/payment-days.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { found } from '#platform/http/index.js';
import { dayInJapan, todayInJapan } from '#platform/japan-time.js';
import { StatutoryReader, type PriceTalk } from '#statutory/index.js';
import { sha256Of } from '../agreement-document.js';
import { canWrite, sideOf } from '../room.policy.js';
import { RoomsReader, type Seat } from '../rooms.reader.js';
import { PriceRound } from './price-round.entity.js';
import { priceSteps, refusal, type PriceRoundFacts, type PriceStep } from './price-round.states.js';

type Named = 'asked' | 'answered' | 'ownerSigned' | 'candidateSigned';
type RoundRow = PriceRound & Record<`${Named}Name`, string | null>;
type IndexRow = Omit<PriceIndex, 'createdAt'> & { createdAt: Date };

const ROUND = `select r.id, r.room_id "roomId", r.no, r.side, r.asked_at "askedAt", r.document, r.state, r.answer,
    r.answered_at "answeredAt", r.owner_signed_at "ownerSignedAt", r.candidate_signed_at "candidateSignedAt",
    r.withdrawn_reason "withdrawnReason", r.retain_until "retainUntil",
    a.name "askedName", b.name "answeredName", o.name "ownerSignedName", c.name "candidateSignedName"
  from price_round r
  left join app_user a on a.id = r.asked_by left join app_user b on b.id = r.answered_by
  left join app_user o on o.id = r.owner_signed_by left join app_user c on c.id = r.candidate_signed_by
  where r.room_id = $1 order by r.no`;

/** Rounds and indexes of a room. */
@Injectable()
export class PriceRoundsReader {
  constructor(
    private readonly database: Database,
    private readonly rooms: RoomsReader,
    private readonly statutory: StatutoryReader,
  ) {}

  /** For the members of a room but partners (403); 404 for others. */
  async ledger(actor: Actor, roomId: string): Promise<PriceLedger> {
    const seat = await this.rooms.dealSeat(actor, roomId);
    const rows = await this.database.query<RoundRow>(ROUND, [roomId]);
    const mayAct = canWrite(seat) && sideOf(seat.role) !== null;
    return {
      items: rows.map((row) => toDto(row, seat)),
      indexes: await this.indexes(roomId),
      retentionYears: await this.statutory.retentionYears(todayInJapan()),
      can: { ask: mayAct, attach: mayAct },
    };
  }

  async round(actor: Actor, roomId: string, roundId: string): Promise<PriceRoundDto> {
    return found((await this.ledger(actor, roomId)).items.find(({ id }) => id === roundId));
  }

  /** What a round is about, whoever asks; null where there is none. */
  async facts(roundId: string): Promise<(PriceRoundFacts & { readonly no: number }) | null> {
    const row = await this.database.repository(PriceRound).findOneBy({ id: roundId });
    return row && { no: row.no, ...factsOf(row) };
  }

  async index(roomId: string, indexId: string): Promise<PriceIndex> {
    return found((await this.indexes(roomId)).find(({ id }) => id === indexId));
  }

  /** The supplier's requests, as the law looks at them; whoever asks. */
  async talks(roomId: string): Promise<PriceTalk[]> {
    const rows = await this.database.query<
      Pick<PriceRound, 'no' | 'askedAt' | 'answer'> & { passedOver: boolean }
    >(
      `select no, asked_at "askedAt", answer, answer is null and exists (
         select 1 from offer o where o.room_id = r.room_id and o.side = 'owner' and o.created_at > r.asked_at
       ) "passedOver"
       from price_round r where room_id = $1 and side = 'candidate' and state <> 'withdrawn' order by no`,
      [roomId],
    );
    return rows.map(({ no, askedAt, answer, passedOver }) => ({
      ...{ no, passedOver, askedOn: dayInJapan(askedAt) },
      decision: answer?.decision ?? null,
      hasReasons: (answer?.reasons ?? '') !== '',
    }));
  }

  private async indexes(roomId: string): Promise<PriceIndex[]> {
    const rows = await this.database.query<IndexRow>(
      `select i.id, i.name, i.source, i.file_name "fileName", i.points, i.problems, u.name "by",
         i.created_at "createdAt"
       from price_index i join app_user u on u.id = i.attached_by where i.room_id = $1 order by i.id`,
      [roomId],
    );
    return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
  }
}

/** What both sides countersign: the request and its answer. */
export const contentHash = ({
  no,
  document,
  answer,
}: Pick<PriceRound, 'no' | 'document' | 'answer'>): string => sha256Of({ no, document, answer });

/** What the states ask of a stored round. */
export const factsOf = (row: Pick<PriceRound, 'side' | 'state' | 'ownerSignedAt' | 'candidateSignedAt'>) => ({
  side: row.side,
  state: row.state,
  signed: [
    ...(row.ownerSignedAt ? (['owner'] as const) : []),
    ...(row.candidateSignedAt ? (['candidate'] as const) : []),
  ],
});

function toDto(row: RoundRow, seat: Seat): PriceRoundDto {
  const done = (by: string | null, at: Date | null) =>
    at === null ? null : { by: by ?? '', at: at.toISOString() };
  const can = Object.fromEntries(
    priceSteps.map((step) => [step, refusal(step, sideOf(seat.role), factsOf(row), seat.state) === null]),
  ) as Record<PriceStep, boolean>;
  return {
    ...{
      id: row.id,
      no: row.no,
      side: row.side,
      state: row.state,
      document: row.document,
      answer: row.answer,
    },
    asked: { by: row.askedName ?? '', at: row.askedAt.toISOString() },
    answered: done(row.answeredName, row.answeredAt),
    signed: {
      owner: done(row.ownerSignedName, row.ownerSignedAt),
      candidate: done(row.candidateSignedName, row.candidateSignedAt),
    },
    ...{ withdrawnReason: row.withdrawnReason, retainUntil: row.retainUntil, sha256: contentHash(row), can },
    waitingDays: row.state === 'asked' ? daysBetween(dayInJapan(row.askedAt), todayInJapan()) : null,
  };
}
