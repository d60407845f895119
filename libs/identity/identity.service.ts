import { Injectable } from '@nestjs/common';
import type { Role } from '#contracts/permissions.js';
import type { Language } from '#contracts/shapes.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError, found } from '#platform/http/index.js';
import { AppUser } from './app-user.entity.js';
import { memberJoined } from './identity.events.js';
import { hashPassword } from './passwords.js';

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  /** Newcomer, where nothing else is said. */
  readonly role?: Role;
  readonly companyId?: string | null;
  readonly bodyId?: string | null;
  readonly language?: Language;
}

/** What a newcomer becomes: member of exactly one company or support body. */
export interface Membership {
  readonly role: Role;
  readonly companyId: string | null;
  readonly bodyId: string | null;
}

/** What other contexts, the command line and the demonstration do with accounts. */
@Injectable()
export class IdentityService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
  ) {}

  /** Argon2id hash of a password. */
  hashPassword(password: string): Promise<string> {
    return hashPassword(password);
  }

  /** Makes the newcomer who registered a company its owner. Error: `auth/already-member`. */
  async makeOwner(userId: string, companyId: string): Promise<void> {
    await this.join(userId, { role: 'company-owner', companyId, bodyId: null });
  }

  /** Makes a newcomer a member. Errors: `request/not-found`, `auth/already-member`. */
  async join(userId: string, membership: Membership): Promise<void> {
    await this.database.transaction(async () => {
      const users = this.database.repository(AppUser);
      const user = found(await users.findOne({ where: { id: userId }, lock: { mode: 'pessimistic_write' } }));
      if (user.role !== 'newcomer') throw new AppError('auth/already-member');
      await users.update({ id: userId }, { ...membership, joinedAt: new Date() });
      await this.events.record(
        memberJoined,
        { userId, ...membership },
        { subjectId: userId, companyId: membership.companyId, actor: { userId } },
      );
    });
  }

  /**
   * Creates an account without a mailed link: for the demonstration and the command line. Answers with its id.
   * Error: `request/conflict` where the address has an account.
   */
  async createPerson({ password, ...person }: NewPerson): Promise<string> {
    return this.insertPerson({ ...person, passwordHash: await hashPassword(password) });
  }

  /** Writes an account whose password is hashed already. Error: `request/conflict`. */
  async insertPerson(person: Omit<NewPerson, 'password'> & { passwordHash: string }): Promise<string> {
    const { email, name, passwordHash, role = 'newcomer', companyId = null, bodyId = null } = person;
    const [row] = await this.database.query<{ id: string }>(
      `insert into app_user (email, name, password_hash, role, company_id, body_id, language, joined_at)
       values ($1, $2, $3, $4, $5::uuid, $6::uuid, $7, case when coalesce($5, $6) is not null then now() end)
       on conflict do nothing returning id`,
      [email.toLowerCase(), name, passwordHash, role, companyId, bodyId, person.language ?? 'ja'],
    );
    if (!row) throw new AppError('request/conflict');
    return row.id;
  }
}
