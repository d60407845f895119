import { Controller } from '@nestjs/common';
import { identityApi, type Invitation } from '#contracts/identity.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, type Input } from '#platform/http/index.js';
import { MembersService } from './members.service.js';

const company = (id: string) => ({ kind: 'company', id }) as const;
const body = (id: string) => ({ kind: 'body', id }) as const;

/** Members of companies and support bodies. */
@Controller()
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Route(identityApi.companyMembers)
  ofCompany(
    @FromRequest() { params }: Input<typeof identityApi.companyMembers>,
    @CurrentActor() actor: Actor,
  ) {
    return this.members.list(actor, company(params.id));
  }

  @Route(identityApi.inviteToCompany)
  inviteToCompany(
    @FromRequest() input: Input<typeof identityApi.inviteToCompany>,
    @CurrentActor() actor: Actor,
  ): Promise<Invitation> {
    return this.members.invite(actor, company(input.params.id), input.body);
  }

  @Route(identityApi.removeFromCompany)
  async removeFromCompany(
    @FromRequest() { params }: Input<typeof identityApi.removeFromCompany>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.members.remove(actor, company(params.id), params.userId);
  }

  @Route(identityApi.bodyMembers)
  async ofBody(
    @FromRequest() { params }: Input<typeof identityApi.bodyMembers>,
    @CurrentActor() actor: Actor,
  ) {
    const { members, invitations } = await this.members.list(actor, body(params.id));
    return { members, invitations };
  }

  @Route(identityApi.inviteToBody)
  inviteToBody(
    @FromRequest() input: Input<typeof identityApi.inviteToBody>,
    @CurrentActor() actor: Actor,
  ): Promise<Invitation> {
    return this.members.invite(actor, body(input.params.id), input.body);
  }

  @Route(identityApi.removeFromBody)
  async removeFromBody(
    @FromRequest() { params }: Input<typeof identityApi.removeFromBody>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.members.remove(actor, body(params.id), params.userId);
  }
}
