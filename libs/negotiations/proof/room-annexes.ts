import { Injectable } from '@nestjs/common';
import type { Language } from '#contracts/shapes.js';
import type { Actor } from '#platform/auth/index.js';
import type { ZipPart } from '#platform/zip/index.js';

/** For whom a room's archive is made; `actor` is null for whoever runs the system. */
export interface AnnexFor {
  readonly roomId: string;
  readonly actor: Actor | null;
  readonly language: Language;
}
/** What another context keeps about a room, in folders of its own, each reader with what they may see. */
export type Annex = (about: AnnexFor) => AsyncIterable<ZipPart>;

/** What other contexts add to a room's archive; they know the rooms, and not the other way round. */
@Injectable()
export class RoomAnnexes {
  private readonly annexes: Annex[] = [];

  add(annex: Annex): void {
    this.annexes.push(annex);
  }

  async *parts(about: AnnexFor): AsyncGenerator<ZipPart> {
    for (const annex of this.annexes) yield* annex(about);
  }
}
