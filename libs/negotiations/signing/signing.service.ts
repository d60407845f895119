import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Agreement } from '#contracts/offers.js';
import type { SigningMethod } from '#contracts/verification.js';
import { SecondFactor, Throttle, type Limit } from '#identity/index.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError } from '#platform/http/index.js';
import { CONFIG } from '#platform/resources.js';
import { agreementSigned, signingCodeAsked } from '../negotiations.events.js';
import { OffersReader } from '../offers.reader.js';
import { sideOf } from '../room.policy.js';
import { RoomsRepository } from '../rooms.repository.js';
import { AgreementSignature, SigningCode } from './signature.entity.js';
import { codeOf, hashOfCode, isCode } from './signing-code.js';
import { SigningReader } from './signing.reader.js';
import { signingRefusal, signingStateOf } from './signing.states.js';

const wrongCode = (): AppError => new AppError('signing/wrong-code', {}, { code: 'signing/wrong-code' });

const MINUTES_VALID = 10;
const MOST_TRIES = 5;
/** Codes mailed to one person, whatever the agreement. */
const mails = (userId: string): Limit => ({ key: `signing-mail:${userId}`, most: 5, seconds: 3_600 });
/** Wrong codes by one person; a new mail gives new tries, but not without end. */
const tries = (userId: string): Limit => ({ key: `signing:${userId}`, most: 15, seconds: 3_600 });

/**
 * Signatures. The acceptance has made the agreement; by signing, one person of each side confirms it with something that
 * only they have. Each leaves an entry in the room's record.
 */
@Injectable()
export class SigningService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly rooms: RoomsRepository,
    private readonly offers: OffersReader,
    private readonly reader: SigningReader,
    private readonly secondFactor: SecondFactor,
    private readonly throttle: Throttle,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** Has a code mailed. Errors: `signing/use-app`, `signing/already-signed`, `auth/too-many-attempts`. */
  async sendCode(actor: Actor, agreementId: string): Promise<void> {
    await this.demandMaySign(actor, agreementId);
    if (await this.secondFactor.isOn(actor.userId)) throw new AppError('signing/use-app');
    await this.throttle.claim(mails(actor.userId));
    const id = randomUUID();
    const { secretKey } = this.config;
    await this.database.transaction(async () => {
      await this.useUp(actor, agreementId);
      await this.database.repository(SigningCode).insert({
        ...{ id, agreementId, userId: actor.userId },
        codeHash: hashOfCode(secretKey, id, codeOf(secretKey, id)),
        expiresAt: new Date(Date.now() + MINUTES_VALID * 60_000),
      });
      await this.events.record(signingCodeAsked, { codeId: id }, { subjectId: agreementId, actor });
    });
  }

  /**
   * Signs for the actor's side what was read. Errors: `signing/wrong-code`, `signing/no-code`, `signing/already-signed`,
   * `negotiation/offer-changed` where `sha256` is another agreement's, `auth/too-many-attempts`.
   */
  async sign(actor: Actor, agreementId: string, given: { code: string; sha256: string }): Promise<void> {
    const agreement = await this.demandMaySign(actor, agreementId);
    if (agreement.sha256 !== given.sha256) throw new AppError('negotiation/offer-changed');
    // Outside the transaction: a wrong try counts, whatever becomes of the rest.
    const method = await this.take(actor, agreementId, given.code);
    await this.database.transaction(() => this.record(actor, agreement, method));
  }

  private async record(actor: Actor, agreement: Agreement, method: SigningMethod): Promise<void> {
    const { id: agreementId, roomId, no, sha256 } = agreement;
    const { room, me } = await this.rooms.enter(actor, roomId);
    const signed = await this.reader.signatures(agreementId);
    const side = sideOf(me.role);
    const sides = signed.map((one) => one.side);
    const refused = signingRefusal(side, sides);
    if (refused || side === null) throw new AppError(refused ?? 'auth/forbidden');
    const signedAt = new Date();
    await this.database.repository(AgreementSignature).insert({
      ...{ agreementId, side, userId: actor.userId, name: actor.name, method, sha256, signedAt },
    });
    await this.useUp(actor, agreementId);
    const inForce = signingStateOf([...sides, side]) === 'in-force';
    await this.rooms.write(room, {
      ...{ kind: 'system', sender: actor, changed: ['state'] },
      data: { key: inForce ? 'agreement-in-force' : 'agreement-signed', no, agreementId, side, method },
    });
    await this.events.record(
      agreementSigned,
      { roomId, agreementId, side, inForce },
      { subjectId: agreementId, companyId: actor.company?.id ?? null, actor },
    );
  }

  /** The agreement, where the actor sits in its room for a side that has not signed. */
  private async demandMaySign(actor: Actor, agreementId: string): Promise<Agreement> {
    const agreement = await this.offers.agreement(actor, agreementId);
    const side = await this.reader.sideIn(actor, agreement.roomId);
    authorize(side !== null);
    const signed = await this.reader.signatures(agreementId);
    const refused = signingRefusal(
      side,
      signed.map((one) => one.side),
    );
    if (refused) throw new AppError(refused);
    return agreement;
  }

  private async take(actor: Actor, agreementId: string, code: string): Promise<SigningMethod> {
    if (!(await this.secondFactor.isOn(actor.userId))) {
      await this.takeMailed(actor, agreementId, code);
      return 'mailed-code';
    }
    try {
      await this.secondFactor.take(actor.userId, code);
    } catch (error) {
      // Who is signed in stays so: here the code is a field of a form.
      const wrong = error instanceof AppError && error.code === 'auth/invalid-code';
      throw wrong ? wrongCode() : error;
    }
    return 'totp';
  }

  /** Counts the try before it is looked at, so that of many at once no more than the limit get through. */
  private async takeMailed({ userId }: Actor, agreementId: string, code: string): Promise<void> {
    const claimed = await this.throttle.claim(tries(userId));
    const [tried] = await this.database.query<{ id: string; hash: string }>(
      `update signing_code set attempts = attempts + 1
       where agreement_id = $1 and user_id = $2 and used_at is null and expires_at > now() and attempts < $3
       returning id, code_hash hash`,
      [agreementId, userId, MOST_TRIES],
    );
    if (!tried) {
      await this.throttle.release(claimed);
      throw new AppError('signing/no-code');
    }
    if (!isCode(this.config.secretKey, tried.id, code, tried.hash)) throw wrongCode();
    await this.throttle.release(claimed);
  }

  private async useUp({ userId }: Actor, agreementId: string): Promise<void> {
    await this.database.query(
      'update signing_code set used_at = now() where agreement_id = $1 and user_id = $2 and used_at is null',
      [agreementId, userId],
    );
  }
}
