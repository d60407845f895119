import { Global, Module } from '@nestjs/common';
import { Sessions } from '#platform/auth/index.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsReader } from './accounts.reader.js';
import { AccountsService } from './accounts.service.js';
import { AuthController } from './auth.controller.js';
import { BodiesController } from './bodies.controller.js';
import { BodiesService } from './bodies.service.js';
import { IdentityHandlers } from './identity.handlers.js';
import { IdentityReader } from './identity.reader.js';
import { IdentityService } from './identity.service.js';
import { LinksService } from './links.service.js';
import { MailHandlers } from './mail.handlers.js';
import { MeController } from './me.controller.js';
import { MembersController } from './members.controller.js';
import { MembersService } from './members.service.js';
import { PasswordsService } from './passwords.service.js';
import { SecondFactor } from './second-factor.service.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';
import { SignUpService } from './sign-up.service.js';
import { Throttle } from './throttle.js';
import { TwoFactorService } from './two-factor.service.js';

/** Global, since every route asks who is calling. */
@Global()
@Module({
  providers: [
    IdentityReader,
    IdentityService,
    SecondFactor,
    SessionsService,
    Throttle,
    TwoFactorService,
    { provide: Sessions, useExisting: SessionsService },
  ],
  exports: [
    IdentityReader,
    IdentityService,
    SecondFactor,
    Sessions,
    SessionsService,
    Throttle,
    TwoFactorService,
  ],
})
export class IdentityModule {}

@Module({
  imports: [IdentityModule],
  controllers: [AuthController, MeController, MembersController, BodiesController, AccountsController],
  providers: [
    AccountsReader,
    AccountsService,
    BodiesService,
    LinksService,
    MembersService,
    PasswordsService,
    SignInService,
    SignUpService,
  ],
})
export class IdentityApiModule {}

@Module({ imports: [IdentityModule], providers: [IdentityHandlers, MailHandlers] })
export class IdentityWorkerModule {}
