import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database/index.js';
import { found } from '#platform/http/index.js';
import { AppUser } from './app-user.entity.js';
import { TwoFactorService } from './two-factor.service.js';

/** A person's authenticator app, for contexts that ask for it again before something weighty. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly database: Database,
    private readonly twoFactor: TwoFactorService,
  ) {}

  /** Whether the person signs in with an authenticator app. */
  async isOn(userId: string): Promise<boolean> {
    return (await this.load(userId)).totpActive;
  }

  /** Takes a code of the app, once. Errors: `auth/invalid-code`, `auth/too-many-attempts`. */
  async take(userId: string, code: string): Promise<void> {
    await this.twoFactor.take(await this.load(userId), code);
  }

  private async load(userId: string): Promise<AppUser> {
    return found(await this.database.repository(AppUser).findOneBy({ id: userId }));
  }
}
