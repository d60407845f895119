import { Controller } from '@nestjs/common';
import { identityApi, type Account } from '#contracts/identity.js';
import type { Page } from '#contracts/shapes.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, type Input } from '#platform/http/index.js';
import { AccountsReader } from './accounts.reader.js';
import { AccountsService } from './accounts.service.js';

/** All accounts, for administrators. */
@Controller()
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly reader: AccountsReader,
  ) {}

  @Route(identityApi.accounts)
  list(@FromRequest() { query }: Input<typeof identityApi.accounts>): Promise<Page<Account>> {
    return this.reader.accounts(query);
  }

  @Route(identityApi.suspendAccount)
  async suspend(
    @FromRequest() { params }: Input<typeof identityApi.suspendAccount>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.accounts.suspend(actor, params.id);
  }

  @Route(identityApi.restoreAccount)
  async restore(
    @FromRequest() { params }: Input<typeof identityApi.restoreAccount>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.accounts.restore(actor, params.id);
  }
}
