import { Injectable } from '@nestjs/common';
import type { Account, Invitation, LinkInfo, Me, Member, Session } from '#contracts/identity.js';
import { id, type Language, type Page } from '#contracts/shapes.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { describeDevice } from './device.js';
import type { Organisation } from './identity.policy.js';
import { hashToken } from './secrets.js';

/** Rows as they come from the database; instants leave as ISO strings in JSON. */
type Timed<T, K extends keyof T> = Omit<T, K> & { [P in K]: Date };

const instants = <T extends object, K extends keyof T>(row: T, ...keys: K[]) =>
  ({ ...row, ...Object.fromEntries(keys.map((key) => [key, (row[key] as Date).toISOString()])) }) as Omit<
    T,
    K
  > & { [P in K]: string };

const column = ({ kind }: Organisation) => (kind === 'company' ? 'company_id' : 'body_id');

/** What the screens about accounts show, one query each. */
@Injectable()
export class AccountsReader {
  constructor(private readonly database: Database) {}

  /** The company's name comes straight from its table: companies depend on identity, not the other way round. */
  async me(userId: string): Promise<Me | null> {
    const [row] = await this.database.query<{ me: Me }>(
      `select json_build_object('id', u.id, 'email', u.email, 'name', u.name, 'role', u.role,
                'language', u.language, 'mail', u.mail, 'twoFactor', u.totp_active,
                'company', case when c.id is not null then json_build_object('id', c.id, 'name', c.name,
                  'isOrderer', c.is_orderer, 'isSupplier', c.is_supplier, 'approved', c.state = 'approved') end,
                'body', case when b.id is not null then json_build_object('id', b.id, 'name', b.name) end) me
       from app_user u
       left join company c on c.id = u.company_id
       left join support_body b on b.id = u.body_id
       where u.id = $1`,
      [userId],
    );
    return row?.me ?? null;
  }

  async sessions(userId: string, currentId: string, language: Language): Promise<Session[]> {
    const rows = await this.database.query<Timed<Session, 'createdAt' | 'lastSeenAt'>>(
      `select id, device, created_at "createdAt", last_seen_at "lastSeenAt", id = $2 current
       from user_session where user_id = $1 order by current desc, last_seen_at desc`,
      [userId, currentId],
    );
    return rows.map((row) => ({
      ...instants(row, 'createdAt', 'lastSeenAt'),
      device: describeDevice(row.device, language),
    }));
  }

  /** What a link that still works is for; null for any other. */
  async link(token: string): Promise<LinkInfo | null> {
    const [link] = await this.database.query<LinkInfo>(
      `select l.kind, l.email, coalesce(c.name, b.name) organisation,
              exists (select 1 from app_user u where u.email = l.email) "hasAccount"
       from mailed_link l
       left join company c on c.id = l.company_id
       left join support_body b on b.id = l.body_id
       where l.token_hash = $1 and l.used_at is null and l.expires_at > now()`,
      [hashToken(token)],
    );
    return link ?? null;
  }

  async organisationName(organisation: Organisation): Promise<string | null> {
    const table = organisation.kind === 'company' ? 'company' : 'support_body';
    const [row] = await this.database.query<{ name: string }>(`select name from ${table} where id = $1`, [
      organisation.id,
    ]);
    return row?.name ?? null;
  }

  async members(organisation: Organisation): Promise<Member[]> {
    const rows = await this.database.query<Timed<Member, 'joinedAt'>>(
      `select id, name, email, role, coalesce(joined_at, created_at) "joinedAt"
       from app_user where ${column(organisation)} = $1 order by "joinedAt", id`,
      [organisation.id],
    );
    return rows.map((row) => instants(row, 'joinedAt'));
  }

  /** Invitations that can still be accepted. */
  async invitations(organisation: Organisation): Promise<Invitation[]> {
    const rows = await this.database.query<Timed<Invitation, 'expiresAt'>>(
      `select id, email, role, expires_at "expiresAt"
       from mailed_link where ${column(organisation)} = $1 and used_at is null and expires_at > now()
       order by created_at, id`,
      [organisation.id],
    );
    return rows.map((row) => instants(row, 'expiresAt'));
  }

  /** All accounts, newest first; `q` is part of an address, a name or the organisation's name. */
  async accounts(query: { q: string; cursor?: string | undefined; limit: number }): Promise<Page<Account>> {
    const found = `from app_user u
       left join company c on c.id = u.company_id
       left join support_body b on b.id = u.body_id
       where concat_ws(' ', u.email, u.name, c.name, b.name) ilike $1`;
    const pattern = `%${query.q.trim().replace(/[\\%_]/g, '\\$&')}%`;
    const before = id.safeParse(decodeCursor(query.cursor)?.[0]).data ?? null;
    const rows = await this.database.query<
      Timed<Account, 'createdAt' | 'suspendedAt'> & { suspendedAt: Date | null }
    >(
      `select u.id, u.email, u.name, u.role, coalesce(c.name, b.name) affiliation,
              u.created_at "createdAt", u.suspended_at "suspendedAt"
       ${found} and ($2::uuid is null or u.id < $2) order by u.id desc limit $3`,
      [pattern, before, query.limit + 1],
    );
    const [{ total } = { total: 0 }] = await this.database.query<{ total: number }>(
      `select count(*) total ${found}`,
      [pattern],
    );
    const toAccount = (row: (typeof rows)[number]): Account => ({
      ...instants(row, 'createdAt'),
      suspendedAt: row.suspendedAt?.toISOString() ?? null,
    });
    return pageFrom(rows, query.limit, (row) => [row.id], toAccount, total);
  }
}
