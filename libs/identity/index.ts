import type { Context } from '#platform/context.js';
import { AppUser } from './app-user.entity.js';
import { IdentityApiModule, IdentityModule, IdentityWorkerModule } from './identity.module.js';
import { MailedLink } from './mailed-link.entity.js';
import { CreateIdentity1764000001000 } from './migrations/1764000001000-create-identity.js';
import { SignInAttempt } from './sign-in-attempt.entity.js';
import { SupportBody } from './support-body.entity.js';
import { UserSession } from './user-session.entity.js';

export * from './identity.events.js';
export { IdentityModule } from './identity.module.js';
export { IdentityReader, type Person } from './identity.reader.js';
export { IdentityService, type NewPerson } from './identity.service.js';
export { SecondFactor } from './second-factor.service.js';
export { SessionsService } from './sessions.service.js';
export { networkOf, Throttle, type Limit } from './throttle.js';

export const identity: Context = {
  name: 'identity',
  entities: [AppUser, MailedLink, SignInAttempt, SupportBody, UserSession],
  migrations: [CreateIdentity1764000001000],
  api: IdentityApiModule,
  realtime: IdentityModule,
  worker: IdentityWorkerModule,
};
