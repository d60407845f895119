import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth/index.js';
import { found } from '#platform/http/index.js';
import { RoomsRepository } from './rooms.repository.js';

/** Notes that other contexts leave in a room's record; `key`: one that the room's screen has words for. */
export interface RoomNote {
  readonly key:
    'dispute-opened' | 'dispute-decided' | 'dispute-ended' | 'lot-committed' | 'lot-listed' | 'lot-drawn';
  readonly values: Readonly<Record<string, string | number | null>>;
  /** Null where the system itself speaks. */
  readonly actor: Actor | null;
}

/** What happens about a room elsewhere and belongs into its record; in the caller's transaction. */
@Injectable()
export class RoomNotes {
  constructor(private readonly rooms: RoomsRepository) {}

  /** Also in a room that is closed or paused: the note is no part of its talks. */
  async leave(roomId: string, { key, values, actor }: RoomNote): Promise<void> {
    const room = found(await this.rooms.locked(roomId));
    await this.rooms.write(room, {
      kind: 'system',
      sender: actor,
      data: { ...values, key },
      changed: ['record'],
    });
  }
}
