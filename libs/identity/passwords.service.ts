import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError } from '#platform/http/index.js';
import { AppUser } from './app-user.entity.js';
import { passwordChanged } from './identity.events.js';
import { LinksService } from './links.service.js';
import { hashPassword, isPassword } from './passwords.js';
import { SessionsService } from './sessions.service.js';
import { limits, Throttle } from './throttle.js';

@Injectable()
export class PasswordsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly links: LinksService,
    private readonly sessions: SessionsService,
    private readonly throttle: Throttle,
  ) {}

  /** Sets a new password, and ends all sessions. Error: `auth/invalid-link`. */
  async reset(token: string, password: string, address: string): Promise<void> {
    await this.database.transaction(async () => {
      const link = await this.links.open(token);
      const users = this.database.repository(AppUser);
      const user = link.kind === 'reset' ? await users.findOneBy({ email: link.email }) : null;
      if (!user || user.suspendedAt) throw new AppError('auth/invalid-link');
      await this.setPassword(user, password);
      await this.sessions.endAll(user.id, user.id);
      await this.throttle.clear(limits.signIn(address, user.email));
    });
  }

  /** Changes the own password; other sessions end. Errors: `auth/wrong-password`, `auth/too-many-attempts`. */
  async change(userId: string, sessionId: string, current: string, password: string): Promise<void> {
    const tries = await this.throttle.claim(limits.ownPassword(userId));
    const user = await this.database.repository(AppUser).findOneByOrFail({ id: userId });
    if (!(await isPassword(user.passwordHash, current))) throw new AppError('auth/wrong-password');
    await this.throttle.release(tries);
    await this.database.transaction(async () => {
      await this.setPassword(user, password);
      await this.sessions.endAll(userId, userId, sessionId);
    });
  }

  private async setPassword({ id, email }: AppUser, password: string): Promise<void> {
    const passwordHash = await hashPassword(password);
    await this.database.repository(AppUser).update({ id }, { passwordHash });
    await this.links.withdrawResets(email);
    await this.events.record(passwordChanged, { userId: id }, { subjectId: id, actor: { userId: id } });
  }
}
