import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth/index.js';
import { Sessions } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError } from '#platform/http/index.js';
import { CONFIG } from '#platform/resources.js';
import { sessionRevoked, signedIn } from './identity.events.js';
import { hashToken, newToken } from './secrets.js';

/** Where a sign-in comes from. */
export interface Visitor {
  /** Network address. */
  readonly address: string;
  readonly userAgent: string;
  /** The session cookie that came with the request, if any. */
  readonly token: string | undefined;
}

@Injectable()
export class SessionsService extends Sessions {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {
    super();
  }

  /** Who a cookie's token stands for. Being seen prolongs the session; that is written down every few minutes. */
  async findActor(token: string): Promise<Actor | null> {
    const tokenHash = hashToken(token);
    const [row] = await this.database.prepared<{ actor: Actor; seenLongAgo: boolean }>(
      'find-actor',
      `select json_build_object('userId', u.id, 'name', u.name, 'role', u.role, 'language', u.language,
                'sessionId', s.id,
                'company', case when c.id is not null then json_build_object('id', c.id, 'isOrderer', c.is_orderer,
                  'isSupplier', c.is_supplier, 'approved', c.state = 'approved') end,
                'body', case when u.body_id is not null then json_build_object('id', u.body_id) end) actor,
              s.last_seen_at < now() - interval '5 minutes' "seenLongAgo"
       from user_session s
       join app_user u on u.id = s.user_id
       left join company c on c.id = u.company_id
       where s.token_hash = $1 and u.suspended_at is null
         and s.last_seen_at > now() - make_interval(days => $2)`,
      [tokenHash, this.config.sessions.days],
    );
    if (row?.seenLongAgo) {
      await this.database.query('update user_session set last_seen_at = now() where token_hash = $1', [
        tokenHash,
      ]);
    }
    return row?.actor ?? null;
  }

  /**
   * Signs in; answers with the new session's token. A session that the browser had before ends, so that nobody who
   * planted or read its cookie shares the new one. Error: `auth/wrong-password` where the password has changed or the
   * account was suspended since `passwordHash` was checked.
   */
  async open(user: { id: string; passwordHash: string }, visitor: Visitor): Promise<string> {
    const token = newToken();
    await this.database.transaction(async () => {
      if (visitor.token) await this.end('token_hash = $1', [hashToken(visitor.token)], user.id);
      const unchanged = await this.database.query(
        'select 1 from app_user where id = $1 and password_hash = $2 and suspended_at is null for share',
        [user.id, user.passwordHash],
      );
      if (unchanged.length === 0) throw new AppError('auth/wrong-password');
      const [session] = await this.database.query<{ id: string }>(
        'insert into user_session (user_id, token_hash, device) values ($1, $2, $3) returning id',
        [user.id, hashToken(token), visitor.userAgent.slice(0, 500)],
      );
      const sessionId = session?.id ?? '';
      await this.events.record(
        signedIn,
        { userId: user.id, sessionId },
        { subjectId: user.id, actor: { userId: user.id } },
      );
    });
    return token;
  }

  /** Ends one of a person's own sessions; answers whether there was one. */
  async endOne(userId: string, sessionId: string): Promise<boolean> {
    return (await this.end('user_id = $1 and id = $2', [userId, sessionId], userId)) > 0;
  }

  /** Ends all of a person's sessions, at most all but one. `by`: who ends them. */
  async endAll(userId: string, by: string, exceptSessionId: string | null = null): Promise<void> {
    await this.end('user_id = $1 and id is distinct from $2::uuid', [userId, exceptSessionId], by);
  }

  /** Ends sessions that were not used for too long, with the sockets that are still open. */
  async endExpired(): Promise<void> {
    await this.end('last_seen_at <= now() - make_interval(days => $1)', [this.config.sessions.days], null);
  }

  private async end(condition: string, parameters: unknown[], by: string | null): Promise<number> {
    return this.database.transaction(async () => {
      const ended = await this.database.query<{ id: string; userId: string }>(
        `delete from user_session where ${condition} returning id, user_id "userId"`,
        parameters,
      );
      const actor = by === null ? null : { userId: by };
      for (const { id, userId } of ended) {
        await this.events.record(sessionRevoked, { userId, sessionId: id }, { subjectId: userId, actor });
      }
      return ended.length;
    });
  }
}
