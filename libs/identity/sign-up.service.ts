import { Injectable } from '@nestjs/common';
import type { Language } from '#contracts/shapes.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError } from '#platform/http/index.js';
import { AppUser } from './app-user.entity.js';
import { signedUp } from './identity.events.js';
import { IdentityService } from './identity.service.js';
import { LinksService } from './links.service.js';
import type { MailedLink } from './mailed-link.entity.js';
import { hashPassword, isPassword } from './passwords.js';
import { SessionsService, type Visitor } from './sessions.service.js';

interface Completion {
  readonly token: string;
  readonly name: string;
  readonly password: string;
  readonly language: Language;
}

@Injectable()
export class SignUpService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly links: LinksService,
    private readonly identity: IdentityService,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * Makes the account of a sign-up or invitation link, or lets the newcomer who has that address accept the
   * invitation with their present password; signs in. Errors: `auth/invalid-link`, `auth/already-member`,
   * `auth/wrong-password`.
   */
  async complete(completion: Completion, visitor: Visitor): Promise<{ token: string; userId: string }> {
    return this.database.transaction(async () => {
      const link = await this.links.open(completion.token);
      if (link.kind === 'reset') throw new AppError('auth/invalid-link');
      const existing = await this.database.repository(AppUser).findOneBy({ email: link.email });
      const user = existing
        ? await this.accepting(existing, link, completion.password)
        : await this.create(link, completion);
      if (link.role) {
        const { role, companyId, bodyId } = link;
        await this.identity.join(user.id, { role, companyId, bodyId });
      }
      await this.links.use(link);
      return { token: await this.sessions.open(user, visitor), userId: user.id };
    });
  }

  /** Who has left a company may join another with the account they have. */
  private async accepting(user: AppUser, link: MailedLink, password: string): Promise<AppUser> {
    if (link.kind === 'sign-up' || user.suspendedAt) throw new AppError('auth/invalid-link');
    if (user.role !== 'newcomer') throw new AppError('auth/already-member');
    if (!(await isPassword(user.passwordHash, password))) throw new AppError('auth/wrong-password');
    return user;
  }

  private async create(link: MailedLink, { name, password, language }: Completion) {
    const passwordHash = await hashPassword(password);
    const id = await this.identity.insertPerson({ email: link.email, name, passwordHash, language });
    await this.events.record(signedUp, { userId: id }, { subjectId: id, actor: { userId: id } });
    return { id, passwordHash };
  }
}
