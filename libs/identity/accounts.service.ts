import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth/index.js';
import { authorize } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { found } from '#platform/http/index.js';
import { AppUser } from './app-user.entity.js';
import { accountRestored, accountSuspended } from './identity.events.js';
import { canSuspend } from './identity.policy.js';
import { SessionsService } from './sessions.service.js';

/** What an administrator does to accounts. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly sessions: SessionsService,
  ) {}

  /** Locks an account and signs it out everywhere. Errors: `request/not-found`, `auth/forbidden` for the own one. */
  async suspend(actor: Actor, userId: string): Promise<void> {
    await this.database.transaction(async () => {
      const user = await this.lock(userId);
      authorize(canSuspend(actor, userId));
      if (user.suspendedAt) return;
      await this.database.repository(AppUser).update({ id: userId }, { suspendedAt: new Date() });
      await this.sessions.endAll(userId, actor.userId);
      await this.record(accountSuspended, user, actor);
    });
  }

  /** Unlocks an account. Error: `request/not-found`. */
  async restore(actor: Actor, userId: string): Promise<void> {
    await this.database.transaction(async () => {
      const user = await this.lock(userId);
      if (!user.suspendedAt) return;
      await this.database.repository(AppUser).update({ id: userId }, { suspendedAt: null });
      await this.record(accountRestored, user, actor);
    });
  }

  private async lock(userId: string): Promise<AppUser> {
    const users = this.database.repository(AppUser);
    return found(await users.findOne({ where: { id: userId }, lock: { mode: 'pessimistic_write' } }));
  }

  private record(event: typeof accountSuspended, { id, companyId }: AppUser, actor: Actor): Promise<void> {
    return this.events.record(event, { userId: id }, { subjectId: id, companyId, actor });
  }
}
