import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database/index.js';
import type { RecordedEvent } from '#platform/events/index.js';
import { Every, OnEvent } from '#platform/queue/index.js';
import { Live } from '#platform/realtime/index.js';
import { accountSuspended, memberJoined, memberRemoved, sessionRevoked } from './identity.events.js';
import { SessionsService } from './sessions.service.js';

const HOUR_MS = 3_600_000;

/** Sockets follow what happened to sessions; what has lost its use is swept away. */
@Injectable()
export class IdentityHandlers {
  constructor(
    private readonly database: Database,
    private readonly live: Live,
    private readonly sessions: SessionsService,
  ) {}

  @OnEvent(sessionRevoked, 'identity.drop-sockets-of-session')
  async dropSession({ data }: RecordedEvent<typeof sessionRevoked>): Promise<void> {
    this.live.disconnectSession(data.sessionId);
  }

  /** A socket knows its owner as they were when it opened; the browser opens it again. */
  @OnEvent(memberJoined, 'identity.renew-sockets-of-joined')
  async renewJoined({ data }: RecordedEvent<typeof memberJoined>): Promise<void> {
    this.live.disconnectUser(data.userId);
  }

  @OnEvent(memberRemoved, 'identity.drop-sockets-of-removed')
  async dropRemoved({ data }: RecordedEvent<typeof memberRemoved>): Promise<void> {
    this.live.disconnectUser(data.userId);
  }

  @OnEvent(accountSuspended, 'identity.drop-sockets-of-suspended')
  async dropSuspended({ data }: RecordedEvent<typeof accountSuspended>): Promise<void> {
    this.live.disconnectUser(data.userId);
  }

  @Every('identity.sweep', HOUR_MS)
  async sweep(): Promise<void> {
    await this.sessions.endExpired();
    await this.database.query("delete from sign_in_attempt where at < now() - interval '1 day'");
    await this.database.query("delete from mailed_link where expires_at < now() - interval '30 days'");
  }
}
