import { Inject, Injectable } from '@nestjs/common';
import type { MessageNote } from '#contracts/message.js';
import type { Actor } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { AppError, found } from '#platform/http/index.js';
import { CONFIG } from '#platform/resources.js';
import { storable, storedNote } from './message-writer.js';
import { revisionProblem, type EntryFacts } from './message.policy.js';
import { NOT_WITHDRAWN } from './revisions.js';
import { canWrite } from './room.policy.js';
import { RoomsRepository } from './rooms.repository.js';

interface Revision extends MessageNote {
  readonly clientId: string;
  /** Null: the message is taken back. */
  readonly text: string | null;
}

/** Edits and withdrawals: entries of their own, so that the record only grows. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly database: Database,
    private readonly rooms: RoomsRepository,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /**
   * Adds a version to an own message, or takes it back, and answers with the new entry's number; the same `clientId`
   * again answers with the number it has. Errors: those of revisionProblem, `negotiation/room-closed`,
   * `request/invalid` where somebody is mentioned who never was in the room.
   */
  async revise(actor: Actor, roomId: string, seq: number, revision: Revision): Promise<number> {
    const kind = revision.text === null ? 'withdrawal' : 'edit';
    const minutes = this.config.negotiations.editMinutes;
    return this.database.transaction(async () => {
      const { room, me } = await this.rooms.enter(actor, roomId);
      const known = await this.rooms.numberOf(roomId, revision.clientId);
      if (known !== null) return known;
      if (seq < me.joinedSeq) throw new AppError('request/not-found');
      const facts = await this.facts(roomId, seq);
      const problem = revisionProblem(kind, facts, actor.userId, minutes);
      if (problem) throw new AppError(problem, { minutes });
      if (!canWrite(room)) throw new AppError('negotiation/room-closed');
      if (me.role === 'coordinator' && !me.speaks) throw new AppError('negotiation/silent');
      // What was said between the parties stays so, whatever becomes of it.
      const note = {
        ...(kind === 'edit' ? storedNote(revision) : {}),
        ...(facts.between && { between: true as const }),
      };
      await this.demandMembers(roomId, revision.mentions ?? []);
      return this.rooms.write(room, {
        kind,
        sender: actor,
        clientId: revision.clientId,
        revises: seq,
        text: storable(revision.text ?? ''),
        data: note,
      });
    });
  }

  private async facts(roomId: string, seq: number): Promise<EntryFacts & { between: boolean }> {
    const [entry] = await this.database.query<EntryFacts & { between: boolean }>(
      `select k.kind, k.sender_id "senderId", not ${NOT_WITHDRAWN} withdrawn,
         k.data @> '{"between": true}' "between",
         (extract(epoch from clock_timestamp() - k.created_at) * 1000)::float8 "ageMs"
       from message k where k.room_id = $1 and k.seq = $2`,
      [roomId, seq],
    );
    return found(entry);
  }

  private async demandMembers(roomId: string, userIds: readonly string[]): Promise<void> {
    if (userIds.length === 0) return;
    const [row] = await this.database.query<{ n: number }>(
      'select count(*) n from room_member where room_id = $1 and user_id = any($2)',
      [roomId, userIds],
    );
    if (row?.n !== userIds.length) throw new AppError('request/invalid');
  }
}
