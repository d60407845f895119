import { Inject, Injectable } from '@nestjs/common';
import { NobleCryptoPlugin, ScureBase32Plugin, TOTP } from 'otplib';
import { toString as toQrCode } from 'qrcode';
import type { Actor } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError, found } from '#platform/http/index.js';
import { CONFIG } from '#platform/resources.js';
import { AppUser } from './app-user.entity.js';
import { twoFactorChanged } from './identity.events.js';
import { isPassword } from './passwords.js';
import { openTotpSecret, sealTotpSecret } from './secrets.js';
import { limits, Throttle } from './throttle.js';

const totp = new TOTP({
  crypto: new NobleCryptoPlugin(),
  base32: new ScureBase32Plugin(),
  issuer: 'Nakadachi',
});

/** A phone's clock may be this far off, and a code be typed this late; RFC 6238 section 5.2 advises one step. */
const TOLERANCE_SECONDS = 30;

/** One-time passwords of an authenticator app (RFC 6238). */
@Injectable()
export class TwoFactorService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly throttle: Throttle,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** A new secret, to be confirmed by a first code. Error: `auth/two-factor-already-on`. */
  async start(actor: Actor): Promise<{ secret: string; uri: string; qrSvg: string }> {
    const secret = totp.generateSecret();
    const sealed = sealTotpSecret(this.config.secretKey, actor.userId, secret);
    const [user] = await this.database.query<{ email: string }>(
      `update app_user set totp_secret = $2, totp_last_step = null
       where id = $1 and not totp_active returning email`,
      [actor.userId, sealed],
    );
    if (!user) throw new AppError('auth/two-factor-already-on');
    const uri = totp.toURI({ label: user.email, secret });
    return { secret, uri, qrSvg: await toQrCode(uri, { type: 'svg', margin: 2 }) };
  }

  /** Turns it on by a code of the new secret. Errors: `auth/invalid-code`, `auth/two-factor-already-on`. */
  async confirm(actor: Actor, code: string): Promise<void> {
    const user = await this.load(actor.userId);
    if (user.totpActive) throw new AppError('auth/two-factor-already-on');
    await this.take(user, code);
    await this.database.transaction(async () => {
      await this.database.repository(AppUser).update({ id: user.id }, { totpActive: true });
      await this.record(actor, true);
    });
  }

  /** Turns it off. Error: `auth/wrong-password`. */
  async stop(actor: Actor, password: string): Promise<void> {
    const tries = await this.throttle.claim(limits.ownPassword(actor.userId));
    const user = await this.load(actor.userId);
    if (!(await isPassword(user.passwordHash, password))) throw new AppError('auth/wrong-password');
    await this.throttle.release(tries);
    await this.database.transaction(async () => {
      await this.database
        .repository(AppUser)
        .update({ id: user.id }, { totpActive: false, totpSecret: null, totpLastStep: null });
      if (user.totpActive) await this.record(actor, false);
    });
  }

  /**
   * Takes a code, once: its time step and all before it are used up, whoever else sends them at the same time.
   * Error: `auth/invalid-code`.
   */
  async take(user: Pick<AppUser, 'id' | 'totpSecret'>, code: string): Promise<void> {
    const tries = await this.throttle.claim(limits.code(user.id));
    if (!user.totpSecret) throw new AppError('auth/invalid-code');
    const secret = openTotpSecret(this.config.secretKey, user.id, user.totpSecret);
    const result = await totp.verify(code, { secret, epochTolerance: TOLERANCE_SECONDS });
    if (!result.valid) throw new AppError('auth/invalid-code');
    const fresh = await this.database.query(
      `update app_user set totp_last_step = $2
       where id = $1 and totp_secret = $3 and (totp_last_step is null or totp_last_step < $2) returning id`,
      [user.id, result.timeStep, user.totpSecret],
    );
    if (fresh.length === 0) throw new AppError('auth/invalid-code');
    await this.throttle.release(tries);
  }

  private async load(userId: string): Promise<AppUser> {
    return found(await this.database.repository(AppUser).findOneBy({ id: userId }));
  }

  private record(actor: Actor, active: boolean): Promise<void> {
    const { userId } = actor;
    return this.events.record(twoFactorChanged, { userId, active }, { subjectId: userId, actor });
  }
}
