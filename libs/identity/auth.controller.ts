import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { identityApi, type LinkInfo, type Me } from '#contracts/identity.js';
import type { Actor } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import {
  AppError,
  CurrentActor,
  found,
  FromRequest,
  languageOf,
  Route,
  type Input,
} from '#platform/http/index.js';
import { CONFIG } from '#platform/resources.js';
import { AccountsReader } from './accounts.reader.js';
import { LinksService } from './links.service.js';
import { PasswordsService } from './passwords.service.js';
import { clearSessionCookie, setSessionCookie } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';
import { SignUpService } from './sign-up.service.js';
import { visitorOf } from './visitor.js';

/** Getting in and out. */
@Controller()
export class AuthController {
  constructor(
    private readonly reader: AccountsReader,
    private readonly links: LinksService,
    private readonly signUps: SignUpService,
    private readonly signIns: SignInService,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionsService,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  @Route(identityApi.signUp)
  async signUp(
    @FromRequest() { body }: Input<typeof identityApi.signUp>,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.links.ask('sign-up', body.email, body.language, request.ip);
  }

  @Route(identityApi.readLink)
  async readLink(@FromRequest() { query }: Input<typeof identityApi.readLink>): Promise<LinkInfo> {
    const link = await this.reader.link(query.token);
    if (!link) throw new AppError('auth/invalid-link');
    return link;
  }

  @Route(identityApi.completeSignUp)
  async completeSignUp(
    @FromRequest() { body }: Input<typeof identityApi.completeSignUp>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const { token, userId } = await this.signUps.complete(body, visitorOf(request));
    setSessionCookie(reply, this.config, token);
    return found(await this.reader.me(userId));
  }

  @Route(identityApi.signIn)
  async signIn(
    @FromRequest() { body }: Input<typeof identityApi.signIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const { token, userId } = await this.signIns.signIn(body, visitorOf(request));
    setSessionCookie(reply, this.config, token);
    return found(await this.reader.me(userId));
  }

  @Route(identityApi.signOut)
  async signOut(
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.endOne(actor.userId, actor.sessionId);
    clearSessionCookie(reply, this.config);
  }

  @Route(identityApi.askReset)
  async askReset(
    @FromRequest() { body }: Input<typeof identityApi.askReset>,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.links.ask('reset', body.email, languageOf(request), request.ip);
  }

  @Route(identityApi.completeReset)
  async completeReset(
    @FromRequest() { body }: Input<typeof identityApi.completeReset>,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.passwords.reset(body.token, body.password, request.ip);
  }
}
