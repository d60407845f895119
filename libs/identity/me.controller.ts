import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { identityApi, type Me, type Session } from '#contracts/identity.js';
import type { Actor } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { CurrentActor, found, FromRequest, notFound, Route, type Input } from '#platform/http/index.js';
import { CONFIG } from '#platform/resources.js';
import { AccountsReader } from './accounts.reader.js';
import { AppUser } from './app-user.entity.js';
import { PasswordsService } from './passwords.service.js';
import { setSessionCookie } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';
import { TwoFactorService } from './two-factor.service.js';
import { visitorOf } from './visitor.js';

/** The own account. */
@Controller()
export class MeController {
  constructor(
    private readonly database: Database,
    private readonly reader: AccountsReader,
    private readonly passwords: PasswordsService,
    private readonly sessionsService: SessionsService,
    private readonly twoFactor: TwoFactorService,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** Called by the app at each start, so that a browser in use keeps its cookie as long as the session lasts. */
  @Route(identityApi.me)
  async me(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const { token } = visitorOf(request);
    if (token) setSessionCookie(reply, this.config, token);
    return found(await this.reader.me(actor.userId));
  }

  @Route(identityApi.updateMe)
  async updateMe(
    @FromRequest() { body }: Input<typeof identityApi.updateMe>,
    @CurrentActor() { userId }: Actor,
  ): Promise<Me> {
    if (Object.keys(body).length > 0) await this.database.repository(AppUser).update({ id: userId }, body);
    return found(await this.reader.me(userId));
  }

  @Route(identityApi.changePassword)
  async changePassword(
    @FromRequest() { body }: Input<typeof identityApi.changePassword>,
    @CurrentActor() { userId, sessionId }: Actor,
  ): Promise<void> {
    await this.passwords.change(userId, sessionId, body.current, body.password);
  }

  @Route(identityApi.sessions)
  async sessions(@CurrentActor() { userId, sessionId, language }: Actor): Promise<{ items: Session[] }> {
    return { items: await this.reader.sessions(userId, sessionId, language) };
  }

  @Route(identityApi.revokeSession)
  async revokeSession(
    @FromRequest() { params }: Input<typeof identityApi.revokeSession>,
    @CurrentActor() { userId }: Actor,
  ): Promise<void> {
    if (!(await this.sessionsService.endOne(userId, params.id))) throw notFound();
  }

  @Route(identityApi.startTwoFactor)
  startTwoFactor(@CurrentActor() actor: Actor) {
    return this.twoFactor.start(actor);
  }

  @Route(identityApi.confirmTwoFactor)
  async confirmTwoFactor(
    @FromRequest() { body }: Input<typeof identityApi.confirmTwoFactor>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.twoFactor.confirm(actor, body.code);
  }

  @Route(identityApi.stopTwoFactor)
  async stopTwoFactor(
    @FromRequest() { body }: Input<typeof identityApi.stopTwoFactor>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.twoFactor.stop(actor, body.password);
  }
}
