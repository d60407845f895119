import { Injectable } from '@nestjs/common';
import type { Flag, RoomStatutory, Verdict, WorkKind } from '#contracts/statutory.js';
import type { TermSheet } from '#contracts/term-sheet.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { found } from '#platform/http/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import { flagsOf, StatutoryReader, verdictsOf, type PriceTalk, type Rule } from '#statutory/index.js';
import { PriceRoundsReader } from '../ledger/price-rounds.reader.js';
import { RoomsRepository } from '../rooms.repository.js';
import { RoomsReader, type Seat } from '../rooms.reader.js';
import { sideOf } from '../room.policy.js';
import { askId } from './ask-id.js';

/** What decides in a room, and what follows from it. */
interface Judged extends Pick<RoomStatutory, 'work' | 'workVersion' | 'orderer' | 'supplier'> {
  readonly rules: Rule[];
  readonly verdicts: Verdict[];
  readonly priceTalks: PriceTalk[];
}

type JudgedRoom = Pick<Seat, 'roomId' | 'subjectKind' | 'ownerCompanyId' | 'candidateCompanyId'>;
export type RoomJudgement = Pick<
  RoomStatutory,
  'work' | 'orderer' | 'supplier' | 'verdicts' | 'flags' | 'offerNo'
>;

/** Whether the acts apply between the two companies of a room, and what to look at. */
@Injectable()
export class RoomStatutoryReader {
  constructor(
    private readonly database: Database,
    private readonly rooms: RoomsReader,
    private readonly repository: RoomsRepository,
    private readonly statutory: StatutoryReader,
    private readonly ledger: PriceRoundsReader,
  ) {}

  /** For the members of a room but partners (403); 404 for others. */
  async get(actor: Actor, roomId: string): Promise<RoomStatutory> {
    const seat = await this.rooms.dealSeat(actor, roomId);
    const today = todayInJapan();
    const { rules, verdicts, priceTalks, ...judged } = await this.judge(seat, today);
    const offer = await this.latestOffer(roomId);
    const viewer = sideOf(seat.role);
    return {
      ...judged,
      verdicts,
      flags: flagsOf(rules, verdicts, { terms: offer?.terms ?? null, priceTalks, today }),
      offerNo: offer?.no ?? null,
      viewer,
      asked:
        viewer !== null && (await this.repository.numberOf(roomId, askId(roomId, viewer, today))) !== null,
    };
  }

  /** The same for a room's record, whoever asks; 404 where there is no such room. */
  async ofRoom(roomId: string): Promise<RoomJudgement> {
    const [room] = await this.database.query<JudgedRoom>(
      `select id "roomId", subject_kind "subjectKind", owner_company_id "ownerCompanyId",
         candidate_company_id "candidateCompanyId" from room where id = $1`,
      [roomId],
    );
    const today = todayInJapan();
    const { rules, verdicts, priceTalks, work, orderer, supplier } = await this.judge(found(room), today);
    const offer = await this.latestOffer(roomId);
    const flags = flagsOf(rules, verdicts, { terms: offer?.terms ?? null, priceTalks, today });
    return { work, orderer, supplier, verdicts, flags, offerNo: offer?.no ?? null };
  }

  /** What to look at in terms that are not offered yet. */
  async check(actor: Actor, roomId: string, terms: TermSheet): Promise<Flag[]> {
    const seat = await this.rooms.dealSeat(actor, roomId);
    const today = todayInJapan();
    const { rules, verdicts } = await this.judge(seat, today);
    return flagsOf(rules, verdicts, { terms, priceTalks: [], today });
  }

  /** In rooms about an order its owner entrusts the candidate; talks about a licence entrust nothing unless stated. */
  private async judge(seat: JudgedRoom, today: string): Promise<Judged> {
    const [row] = await this.database.query<{ work: WorkKind; version: number }>(
      'select work, version from room_work where room_id = $1',
      [seat.roomId],
    );
    const work = row?.work ?? (seat.subjectKind === 'patent' ? 'none' : null);
    const [orderer, supplier] = await this.statutory.facts([seat.ownerCompanyId, seat.candidateCompanyId]);
    if (!orderer || !supplier) throw new Error('A room has two companies.');
    const rules = await this.statutory.rules(today);
    return {
      ...{ work, workVersion: row?.version ?? 0, orderer, supplier, rules },
      verdicts: verdictsOf(rules, { work, orderer, supplier }),
      priceTalks: await this.ledger.talks(seat.roomId),
    };
  }

  private async latestOffer(roomId: string): Promise<{ no: number; terms: TermSheet } | undefined> {
    const [row] = await this.database.query<{ no: number; terms: TermSheet }>(
      `select no, terms from offer where room_id = $1 and state in ('open', 'accepted')
       order by no desc limit 1`,
      [roomId],
    );
    return row;
  }
}
