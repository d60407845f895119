import { Injectable } from '@nestjs/common';
import type { Invitation, Member } from '#contracts/identity.js';
import type { Role } from '#contracts/permissions.js';
import type { Actor } from '#platform/auth/index.js';
import { authorize } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError, found, notFound } from '#platform/http/index.js';
import { AccountsReader } from './accounts.reader.js';
import { AppUser } from './app-user.entity.js';
import { memberRemoved } from './identity.events.js';
import { canManageMembers, canSeeMembers, staysLed, type Organisation } from './identity.policy.js';
import { LinksService } from './links.service.js';
import { SessionsService } from './sessions.service.js';
import { limits, Throttle } from './throttle.js';

/** Who belongs to a company or a support body. */
@Injectable()
export class MembersService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly reader: AccountsReader,
    private readonly links: LinksService,
    private readonly sessions: SessionsService,
    private readonly throttle: Throttle,
  ) {}

  /** Members and open invitations. Errors: `request/not-found`, `auth/forbidden`. */
  async list(actor: Actor, organisation: Organisation) {
    await this.demand(canSeeMembers(actor, organisation), organisation);
    const members: Member[] = await this.reader.members(organisation);
    const invitations: Invitation[] = await this.reader.invitations(organisation);
    return { members, invitations, can: { manage: canManageMembers(actor, organisation) } };
  }

  /**
   * Invites an address; the same address again gets a new link in place of the old one. Whether it has an account
   * elsewhere is for the mail to say, not for the inviter to learn. Errors: `request/not-found`, `auth/forbidden`,
   * `auth/already-member` for one of the own members, `auth/too-many-attempts`.
   */
  async invite(
    actor: Actor,
    organisation: Organisation,
    { email, role }: { email: string; role: Role },
  ): Promise<Invitation> {
    await this.demand(canManageMembers(actor, organisation), organisation);
    const members = await this.reader.members(organisation);
    if (members.some((member) => member.email === email)) throw new AppError('auth/already-member');
    await this.throttle.claim(limits.invitations(actor.userId), limits.mailTo(email));
    const kind = organisation.kind === 'company' ? 'company-invitation' : 'body-invitation';
    const link = await this.links.create(kind, email, actor.language, {
      organisation,
      role,
      invitedBy: actor.userId,
    });
    return { id: link.id, email, role, expiresAt: link.expiresAt.toISOString() };
  }

  /**
   * Takes a member out: they are a newcomer again and signed out everywhere. Errors: `request/not-found`,
   * `auth/forbidden`, `company/last-owner`, `body/last-secretary`.
   */
  async remove(actor: Actor, organisation: Organisation, userId: string): Promise<void> {
    await this.demand(canManageMembers(actor, organisation), organisation);
    await this.database.transaction(async () => {
      const members = await this.lockMembers(organisation);
      const leaving = found(members.find((member) => member.id === userId));
      if (!staysLed(members, userId, organisation)) {
        throw new AppError(organisation.kind === 'company' ? 'company/last-owner' : 'body/last-secretary');
      }
      await this.database
        .repository(AppUser)
        .update({ id: userId }, { role: 'newcomer', companyId: null, bodyId: null, joinedAt: null });
      await this.sessions.endAll(userId, actor.userId);
      const { companyId, bodyId, role } = leaving;
      await this.events.record(
        memberRemoved,
        { userId, companyId, bodyId, role },
        { subjectId: userId, companyId, actor },
      );
    });
  }

  /** Another company's members are no one's business; a support body is known to everybody, so there it is 403. */
  private async demand(allowed: boolean, organisation: Organisation): Promise<void> {
    if (!allowed && organisation.kind === 'company') throw notFound();
    found(await this.reader.organisationName(organisation));
    authorize(allowed);
  }

  /** All members, locked in one order, so that of two owners who leave at once one stays. */
  private lockMembers({ kind, id }: Organisation): Promise<AppUser[]> {
    return this.database.repository(AppUser).find({
      where: kind === 'company' ? { companyId: id } : { bodyId: id },
      order: { id: 'asc' },
      lock: { mode: 'pessimistic_write' },
    });
  }
}
