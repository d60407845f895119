import { Injectable } from '@nestjs/common';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError } from '#platform/http/index.js';
import { ndaAccepted } from '../negotiations.events.js';
import { canWrite } from '../room.policy.js';
import { RoomsReader } from '../rooms.reader.js';
import { RoomsRepository } from '../rooms.repository.js';
import { isParty } from './document.policy.js';
import { NdaReader } from './nda.reader.js';
import { RoomNda, RoomNdaAcceptance } from './room-nda.entity.js';

/** Acceptances of confidentiality terms: each leaves an entry in the room's record and is never taken back. */
@Injectable()
export class NdaService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly rooms: RoomsRepository,
    private readonly seats: RoomsReader,
    private readonly reader: NdaReader,
  ) {}

  /**
   * Accepts for the actor's company what was read; a second time changes nothing. Errors: `document/nda-changed` where
   * `sha256` is of other terms, `negotiation/room-closed`.
   */
  async accept(actor: Actor, roomId: string, sha256: string): Promise<void> {
    await this.database.transaction(async () => {
      const { room, me } = await this.rooms.enter(actor, roomId);
      const { role } = me;
      authorize(isParty(role));
      if (!isParty(role)) return;
      if (!canWrite(room)) throw new AppError('negotiation/room-closed');
      const terms = await this.reader.terms(await this.seats.seat(actor, roomId));
      if (terms.sha256 !== sha256) throw new AppError('document/nda-changed');
      const acceptances = this.database.repository(RoomNdaAcceptance);
      if (await acceptances.existsBy({ roomId, side: role })) return;
      const { document } = terms;
      if (!terms.isKept)
        await this.database
          .repository(RoomNda)
          .insert({ roomId, version: document.version, document, sha256 });
      await acceptances.insert({ roomId, side: role, userId: actor.userId, sha256 });
      const inForce = await this.reader.inForce(roomId);
      const data = {
        key: inForce ? 'nda-in-force' : 'nda-accepted',
        side: role,
        version: document.version,
        sha256,
      };
      await this.rooms.write(room, { kind: 'system', sender: actor, data, changed: ['files'] });
      const companyId = actor.company?.id ?? null;
      await this.events.record(
        ndaAccepted,
        { roomId, side: role, inForce },
        { subjectId: roomId, companyId, actor },
      );
    });
  }
}
