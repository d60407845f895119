import { Global, Module } from '@nestjs/common';
import { Sessions } from '#platform/auth/index.js';
import { IdentityReader } from './identity.reader.js';
import { IdentityService } from './identity.service.js';
import { SessionsService } from './sessions.service.js';

/** Global, since every route asks who is calling. */
@Global()
@Module({
  providers: [
    IdentityReader,
    IdentityService,
    SessionsService,
    { provide: Sessions, useExisting: SessionsService },
  ],
  exports: [IdentityReader, IdentityService, Sessions, SessionsService],
})
export class IdentityModule {}

@Module({ imports: [IdentityModule] })
export class IdentityApiModule {}
