import { Inject, Injectable } from '@nestjs/common';
import type { Side } from '#contracts/parties.js';
import type { Signing } from '#contracts/signing.js';
import type { RecordHead, Signature } from '#contracts/verification.js';
import { SecondFactor } from '#identity/index.js';
import type { Actor } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { AppError, found } from '#platform/http/index.js';
import { CONFIG } from '#platform/resources.js';
import { OffersReader } from '../offers.reader.js';
import { RoomChain } from '../proof/room-chain.js';
import { SealingKeys } from '../proof/sealing-keys.js';
import { sideOf } from '../room.policy.js';
import { RoomsReader, type Seat } from '../rooms.reader.js';
import { signingRefusal, signingStateOf } from './signing.states.js';

type SignatureRow = Omit<Signature, 'at'> & { id: string; at: Date };

@Injectable()
export class SigningReader {
  constructor(
    private readonly database: Database,
    private readonly offers: OffersReader,
    private readonly rooms: RoomsReader,
    private readonly chain: RoomChain,
    private readonly keys: SealingKeys,
    private readonly secondFactor: SecondFactor,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** For whoever may read the agreement; 404 for others. */
  async get(actor: Actor, agreementId: string): Promise<Signing> {
    const agreement = await this.offers.agreement(actor, agreementId);
    const signatures = await this.signatures(agreementId);
    const signed = signatures.map(({ side }) => side);
    const seat = await this.seatIn(actor, agreement.roomId);
    const side = seat && sideOf(seat.role);
    return {
      state: signingStateOf(signed),
      signatures,
      side,
      method: (await this.secondFactor.isOn(actor.userId)) ? 'totp' : 'mailed-code',
      head: await this.headOf(agreement.roomId, agreementId),
      sha256: agreement.sha256,
      verifyAt: this.verifyAt,
      fingerprint: this.keys.sealer.fingerprint,
      can: { sign: seat?.pausedAt === null && signingRefusal(side, signed) === null },
    };
  }

  /** Where everybody can check what was sealed here. */
  get verifyAt(): string {
    return `${this.config.http.publicUrl}/verify`;
  }

  /** In the order of signing. */
  async signatures(agreementId: string): Promise<Signature[]> {
    return (await this.rows(agreementId)).map(({ side, by, at, method }) => ({
      ...{ side, by, method },
      at: at.toISOString(),
    }));
  }

  /**
   * The room's record up to the latest of the agreement and its signatures: it stays the same however the talks go on, so
   * that the same agreement is printed with the same bytes.
   */
  async headOf(roomId: string, agreementId: string): Promise<RecordHead> {
    await this.chain.catchUp(roomId);
    const last = (await this.rows(agreementId)).at(-1);
    return found(
      last
        ? await this.chain.headAt(roomId, 'signature', last.id)
        : await this.chain.headAt(roomId, 'agreement', agreementId),
    );
  }

  /** The side for which somebody sits in the room now; null for coordinators and for who sits there no more. */
  async sideIn(actor: Actor, roomId: string): Promise<Side | null> {
    const seat = await this.seatIn(actor, roomId);
    return seat && sideOf(seat.role);
  }

  private async seatIn(actor: Actor, roomId: string): Promise<Seat | null> {
    try {
      return await this.rooms.seat(actor, roomId);
    } catch (error) {
      if (error instanceof AppError && error.code === 'request/not-found') return null;
      throw error;
    }
  }

  private rows(agreementId: string): Promise<SignatureRow[]> {
    return this.database.query(
      `select id, side, name "by", signed_at at, method from agreement_signature where agreement_id = $1
       order by signed_at, id`,
      [agreementId],
    );
  }
}
