import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database/index.js';
import { AppError } from '#platform/http/index.js';
import { AppUser } from './app-user.entity.js';
import { isPassword } from './passwords.js';
import { SessionsService, type Visitor } from './sessions.service.js';
import { limits, Throttle } from './throttle.js';
import { TwoFactorService } from './two-factor.service.js';

interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly code?: string | undefined;
}

@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly throttle: Throttle,
    private readonly twoFactor: TwoFactorService,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * Checks the password and, where it is on, the code; answers with a new session's token and whose it is. A wrong
   * address, a wrong password and a suspended account get the same answer after the same work. Errors:
   * `auth/wrong-password`, `auth/two-factor-needed`, `auth/invalid-code`, `auth/too-many-attempts`.
   */
  async signIn({ email, password, code }: Credentials, visitor: Visitor) {
    const own = limits.signIn(visitor.address, email);
    const tries = await this.throttle.claim(own, limits.signInFrom(visitor.address));
    const user = await this.database.repository(AppUser).findOneBy({ email });
    const matches = await isPassword(user?.passwordHash ?? null, password);
    if (!user || !matches || user.suspendedAt) throw new AppError('auth/wrong-password');
    if (user.totpActive && code === undefined) {
      await this.throttle.release(tries);
      throw new AppError('auth/two-factor-needed');
    }
    if (user.totpActive && code !== undefined) await this.twoFactor.take(user, code);
    const token = await this.sessions.open(user, visitor);
    await this.throttle.release(tries);
    await this.throttle.clear(own);
    return { token, userId: user.id };
  }
}
