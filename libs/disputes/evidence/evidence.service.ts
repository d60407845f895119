import { Injectable } from '@nestjs/common';
import type { OutputOf } from '#contracts/endpoint.js';
import type { councilVotesApi, EvidencePiece } from '#contracts/council-votes.js';
import type { Side } from '#contracts/parties.js';
import type { Language } from '#contracts/shapes.js';
import { RoomEvidence, type RecordPiece } from '#negotiations/index.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { AppError, found } from '#platform/http/index.js';
import type { ZipPart } from '#platform/zip/index.js';
import { canReadEvidence, sideOf } from '../dispute.policy.js';
import { DisputesReader } from '../disputes.reader.js';
import { DisputesRepository } from '../disputes.repository.js';
import { canChoose } from '../votes/vote.policy.js';

const PAGE = 50;

/** 証拠: what the sides choose of their room's record, and who may read it. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly database: Database,
    private readonly disputes: DisputesRepository,
    private readonly reader: DisputesReader,
    private readonly room: RoomEvidence,
  ) {}

  /** What a side's member sees of the record, with what is chosen already. Error: `auth/forbidden` for others. */
  async choices(
    actor: Actor,
    id: string,
    before: number | null,
  ): Promise<OutputOf<typeof councilVotesApi.choices>> {
    const { dispute, viewer } = await this.reader.seen(actor, id);
    authorize(sideOf(viewer) !== null);
    const { language } = actor;
    const { head, items, next } = await this.room.choices(actor, dispute.roomId, {
      ...{ before, limit: PAGE, language },
    });
    const chosen = await this.chosen(id);
    return { head, next, items: items.map((piece) => withSides(piece, chosen)) };
  }

  /** Puts entries in or takes them out, of what `choices` offers the actor. Errors: `dispute/not-now`, `request/invalid`. */
  async choose(
    actor: Actor,
    id: string,
    { positions, chosen }: { positions: number[]; chosen: boolean },
  ): Promise<void> {
    await this.disputes.change(actor, id, async ({ dispute, viewer }) => {
      const side = sideOf(viewer);
      authorize(side !== null);
      if (!canChoose(viewer, dispute)) throw new AppError('dispute/not-now');
      if (!chosen) {
        await this.database.query(
          'delete from dispute_evidence where dispute_id = $1 and side = $2 and position = any($3)',
          [id, side, positions],
        );
        return;
      }
      const choosable = await this.room.choosable(actor, dispute.roomId, positions);
      if (choosable.length !== new Set(positions).size) throw new AppError('request/invalid');
      await this.database.query(
        `insert into dispute_evidence (dispute_id, side, position, chosen_by)
         select $1, $2, unnest($3::bigint[]), $4 on conflict do nothing`,
        [id, side, choosable, actor.userId],
      );
    });
  }

  /** What both sides have chosen, for members until the dispute is over; a coordinator does not see of it what the parties said between them. */
  async evidence(actor: Actor, id: string): Promise<EvidencePiece[]> {
    const { dispute, viewer } = await this.reader.seen(actor, id);
    authorize(canReadEvidence(viewer, dispute));
    return this.pieces(dispute, { language: actor.language, withBetween: viewer !== 'coordinator' });
  }

  /** All of it, for whoever runs the system; 404 where there is no such dispute. */
  async whole(id: string, language: Language): Promise<EvidencePiece[]> {
    return this.pieces(found(await this.reader.facts(id)), { language, withBetween: true });
  }

  private async pieces(
    { id, roomId }: { id: string; roomId: string },
    shown: { language: Language; withBetween: boolean },
  ): Promise<EvidencePiece[]> {
    const chosen = await this.withRevisions(roomId, await this.chosen(id));
    const pieces = await this.room.pieces(roomId, [...chosen.keys()], shown);
    return pieces.map((piece) => withSides(piece, chosen));
  }

  /** The evidence as a sealed record and its files, for who reads the evidence. */
  async pack(actor: Actor, id: string): Promise<AsyncGenerator<ZipPart>> {
    const { dispute, viewer } = await this.reader.seen(actor, id);
    authorize(canReadEvidence(viewer, dispute));
    const chosen = await this.withRevisions(dispute.roomId, await this.chosen(id));
    return this.room.parts(dispute.roomId, [...chosen.keys()], {
      ...{ made: actor.name, withBetween: viewer !== 'coordinator' },
    });
  }

  /** With each message its edits and its withdrawal, chosen by the same sides. */
  private async withRevisions(roomId: string, chosen: ReadonlyMap<number, Side[]>) {
    const all = new Map(chosen);
    for (const { position, revises } of await this.room.revisions(roomId, [...chosen.keys()]))
      all.set(position, [...new Set([...(all.get(position) ?? []), ...(chosen.get(revises) ?? [])])]);
    return all;
  }

  /** The sides that have chosen an entry, by its position. */
  private async chosen(id: string): Promise<Map<number, Side[]>> {
    const rows = await this.database.query<{ position: number; sides: Side[] }>(
      `select position, array_agg(side order by side) sides from dispute_evidence where dispute_id = $1
       group by position order by position`,
      [id],
    );
    return new Map(rows.map(({ position, sides }) => [position, sides]));
  }
}

const withSides = (piece: RecordPiece, chosen: ReadonlyMap<number, Side[]>): EvidencePiece => ({
  ...{ position: piece.position, at: piece.at.toISOString(), what: piece.what, text: piece.text },
  ...{ who: piece.who, hash: piece.hash, chosenBy: chosen.get(piece.position) ?? [] },
});
