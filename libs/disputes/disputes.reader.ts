import { Injectable } from '@nestjs/common';
import type { OutputOf } from '#contracts/endpoint.js';
import type {
  Dispute as DisputeDto,
  DisputeCard,
  disputesApi,
  DisputeViewer,
  LotRecord,
} from '#contracts/disputes.js';
import type { RoomRole } from '#contracts/message.js';
import type { Vote } from '#contracts/sealed-vote.js';
import type { Page } from '#contracts/shapes.js';
import { CompaniesReader } from '#companies/index.js';
import { RoomsReader } from '#negotiations/index.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { found, notFound } from '#platform/http/index.js';
import { recordOf } from './council/lot-record.js';
import { WillingnessService, type Untold } from './council/willingness.service.js';
import { disputeView, type DisputeParts, type PersonName } from './dispute-view.js';
import { Dispute, type CouncilLot } from './dispute.entity.js';
import { viewerOf, type SeatFacts } from './dispute.policy.js';
import { DisputesRepository, type Case } from './disputes.repository.js';
import { OwnParts } from './votes/own-parts.reader.js';
import { canReadVotes, type OwnPart } from './votes/vote.policy.js';

type OfRoom = OutputOf<typeof disputesApi.ofRoom>;
type CardRow = Omit<DisputeCard, 'viewer' | 'dueAt' | 'createdAt'> & {
  roomId: string;
  bodyId: string | null;
  seat: SeatFacts | null;
  dueAt: Date | null;
  createdAt: Date;
};

const CARD = `select d.id, d.no, d.title, d.kind, d.state, d.room_id "roomId", d.body_id "bodyId",
  d.created_at "createdAt", coalesce(case when s.state = 'asked' then s.due_at end, d.due_at) "dueAt",
  case when s.id is not null then json_build_object('userId', s.user_id, 'state', s.state) end seat
  from dispute d left join council_seat s on s.dispute_id = d.id and s.user_id = $1`;
const OVER = `('decided', 'withdrawn', 'settled', 'lapsed')`;

@Injectable()
export class DisputesReader {
  constructor(
    private readonly database: Database,
    private readonly disputes: DisputesRepository,
    private readonly rooms: RoomsReader,
    private readonly companies: CompaniesReader,
    private readonly willingness: WillingnessService,
    private readonly parts: OwnParts,
  ) {}

  /** As the viewer may see it; 404 for who may not. */
  async get(actor: Actor, id: string): Promise<DisputeDto> {
    const { viewer, ...one } = await this.seen(actor, id);
    return disputeView(actor, viewer, await this.partsOf(one, await this.parts.of(actor, one.dispute)));
  }

  /** All that a coordinator reads of it, for whoever runs the system; 404 where there is none. */
  async whole(id: string): Promise<DisputeDto> {
    const dispute = found(await this.facts(id));
    const nobody = { userId: '', role: 'administrator' } as const;
    const own = { vote: null, commitment: null, isChair: false, hasOpined: false, hasReported: false };
    const one = { dispute, seats: await this.disputes.seats(id) };
    return disputeView(nobody, 'coordinator', await this.partsOf(one, own));
  }

  private async partsOf({ dispute, seats }: Case, own: OwnPart): Promise<DisputeParts> {
    const { id } = dispute;
    const lots = await this.disputes.lots(id);
    const names = await this.companies.names([dispute.ownerCompanyId, dispute.candidateCompanyId]);
    const drawers = lots.flatMap(({ drawnBy }) => drawnBy ?? []);
    const people = await this.people([
      ...[dispute.openedBy, ...drawers],
      ...seats.map(({ userId }) => userId),
    ]);
    return {
      ...{ dispute, seats, lots, people, own },
      statements: await this.statements(id),
      parties: {
        owner: names.get(dispute.ownerCompanyId) ?? '',
        candidate: names.get(dispute.candidateCompanyId) ?? '',
      },
      untold: untoldIn(lots) ?? (await this.willingness.untold(dispute)),
      ...(await this.parts.ofAll(id)),
    };
  }

  /** A dispute and as whom the actor sees it; 404 for who may not. */
  async seen(actor: Actor, id: string) {
    const dispute = found(await this.facts(id));
    const seats = await this.disputes.seats(id);
    const viewer = viewerOf(actor, dispute, await this.rooms.roleIn(actor, dispute.roomId), seats);
    if (!viewer) throw notFound();
    return { dispute, seats, viewer };
  }

  /** A dispute, whoever asks; null where there is none. */
  facts(id: string): Promise<Dispute | null> {
    return this.database.repository(Dispute).findOne({ where: { id } });
  }

  /** Those that the actor is party to, brokers, judges or keeps going; the newest first. */
  async list(
    actor: Actor,
    query: { cursor?: string | undefined; limit: number; open?: boolean | undefined },
  ): Promise<Page<DisputeCard>> {
    const rooms = new Map((await this.rooms.dealRooms(actor)).map(({ id, role }) => [id, role]));
    const after = decodeCursor(query.cursor);
    const rows = await this.database.query<CardRow>(
      `${CARD} where (d.room_id = any($2) or s.state in ('asked', 'accepted') or d.body_id = $3 or $4)
         and ($5::uuid is null or d.id < $5) and ($6::boolean is null or (d.state not in ${OVER}) = $6)
       order by d.id desc limit $7`,
      [
        ...[actor.userId, [...rooms.keys()], actor.body?.id ?? null, actor.role === 'administrator'],
        ...[after?.[0] ?? null, query.open ?? null, query.limit + 1],
      ],
    );
    return pageFrom(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => cardOf(row, found(viewerOf(actor, row, rooms.get(row.roomId) ?? null, seatOf(row)))),
    );
  }

  /** For the parties and coordinators of a room; 404 for others. */
  async ofRoom(actor: Actor, roomId: string): Promise<OfRoom> {
    const { role, ownerCompanyId, candidateCompanyId } = await this.rooms.dealSeat(actor, roomId);
    const viewer = role as Exclude<RoomRole, 'partner'>;
    const rows = await this.database.query<CardRow>(`${CARD} where d.room_id = $2 order by d.id desc`, [
      actor.userId,
      roomId,
    ]);
    const own = viewer === 'owner' ? ownerCompanyId : candidateCompanyId;
    const kept = new Set([
      ...(await this.disputes.barred(roomId)),
      ...(await this.disputes.claiming(roomId)),
    ]);
    return {
      items: rows.map((row) => cardOf(row, viewer)),
      can: { open: viewer === 'coordinator' ? kept.size < 2 : !kept.has(viewer) },
      viewer,
      tiesTold: viewer === 'coordinator' || (await this.willingness.ties(own)) !== null,
    };
  }

  /** All opened votes, for the panel alone, once they are counted. */
  async votes(actor: Actor, id: string): Promise<(Vote & { by: string })[]> {
    const { dispute, viewer } = await this.seen(actor, id);
    authorize(canReadVotes(viewer, dispute));
    const rows = await this.database.query<{ vote: Vote; by: string }>(
      `select v.vote, u.name "by" from council_vote v join app_user u on u.id = v.user_id
       where v.dispute_id = $1 and v.vote is not null order by u.name, u.id`,
      [id],
    );
    return rows.map(({ vote, by }) => ({ ...vote, by }));
  }

  /** The records of the lots that are drawn, for whoever may see the panel. */
  async lotRecords(actor: Actor, id: string): Promise<LotRecord[]> {
    const { viewer } = await this.seen(actor, id);
    authorize(viewer !== 'asked');
    return this.drawnLots(id);
  }

  /** The same, whoever asks. */
  async drawnLots(id: string): Promise<LotRecord[]> {
    const seats = await this.disputes.seats(id);
    return (await this.disputes.lots(id)).flatMap((lot) => recordOf(lot, seats) ?? []);
  }

  private statements(id: string): Promise<DisputeDto['statements']> {
    return this.database.query(
      `select s.side, s.text, u.name "by",
         to_char(s.stated_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') at
       from dispute_statement s join app_user u on u.id = s.stated_by
       where s.dispute_id = $1 order by s.id`,
      [id],
    );
  }

  private async people(ids: readonly string[]): Promise<Map<string, PersonName>> {
    const rows = await this.database.query<PersonName & { id: string }>(
      `select u.id, u.name, coalesce(c.name, b.name, '') organisation from app_user u
       left join company c on c.id = u.company_id left join support_body b on b.id = u.body_id
       where u.id = any($1)`,
      [ids],
    );
    return new Map(rows.map(({ id, ...person }) => [id, person]));
  }
}

/** As it was when the last list was fixed: what is told afterwards was not compared. */
function untoldIn(lots: readonly CouncilLot[]): Untold | null {
  const listed = lots.findLast(({ listedAt }) => listedAt);
  return listed ? { sides: listed.untold, partners: listed.untoldPartners } : null;
}

const seatOf = ({ seat }: CardRow): SeatFacts[] => (seat ? [seat] : []);

const cardOf = (row: CardRow, viewer: DisputeViewer): DisputeCard => ({
  ...{ id: row.id, no: row.no, title: row.title, kind: row.kind, state: row.state, viewer },
  dueAt: row.dueAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});
