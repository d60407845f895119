import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth/index.js';
import { Sessions } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';

/** A session's token is only in the cookie; the table has its SHA-256. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

@Injectable()
export class SessionsService extends Sessions {
  constructor(private readonly database: Database) {
    super();
  }

  async findActor(token: string): Promise<Actor | null> {
    const [actor] = await this.database.query<Actor>(
      `select u.id "userId", u.name, u.role, u.language, s.id "sessionId",
              case when c.id is not null then json_build_object('id', c.id, 'isOrderer', c.is_orderer,
                'isSupplier', c.is_supplier, 'approved', c.state = 'approved') end company,
              case when u.body_id is not null then json_build_object('id', u.body_id) end body
       from user_session s
       join app_user u on u.id = s.user_id
       left join company c on c.id = u.company_id
       where s.token_hash = $1 and u.suspended_at is null`,
      [hashToken(token)],
    );
    return actor ?? null;
  }
}
