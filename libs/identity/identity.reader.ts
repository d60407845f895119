import { Injectable } from '@nestjs/common';
import type { SupportBody } from '#contracts/identity.js';
import type { Role } from '#contracts/permissions.js';
import type { Language } from '#contracts/shapes.js';
import { Database } from '#platform/database/index.js';

/** A person as other contexts need them: to name them, and to write to them as they like it. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly mail: 'instant' | 'daily' | 'off';
  readonly role: Role;
  readonly companyId: string | null;
  readonly bodyId: string | null;
}

const PERSON = `select id, name, email, language, mail, role, company_id "companyId", body_id "bodyId"
                from app_user`;
const BODY = `select id, name, name_en "nameEn", prefecture, orderers_may_propose "orderersMayPropose", version
              from support_body`;

/** What other contexts may ask about people and support bodies. Lists leave suspended accounts out. */
@Injectable()
export class IdentityReader {
  constructor(private readonly database: Database) {}

  peopleOfCompany(companyId: string): Promise<Person[]> {
    return this.database.query(
      `${PERSON} where company_id = $1 and suspended_at is null order by joined_at, id`,
      [companyId],
    );
  }

  peopleOfBody(bodyId: string): Promise<Person[]> {
    return this.database.query(
      `${PERSON} where body_id = $1 and suspended_at is null order by joined_at, id`,
      [bodyId],
    );
  }

  administrators(): Promise<Person[]> {
    return this.database.query(`${PERSON} where role = 'administrator' and suspended_at is null order by id`);
  }

  /** One account, also a suspended one; null where there is none. */
  async person(userId: string): Promise<Person | null> {
    return (await this.people([userId]))[0] ?? null;
  }

  /** Accounts by id, also suspended ones, in no particular order. */
  people(userIds: readonly string[]): Promise<Person[]> {
    return this.database.query(`${PERSON} where id = any($1)`, [userIds]);
  }

  async body(bodyId: string): Promise<SupportBody | null> {
    const [body] = await this.database.query<SupportBody>(`${BODY} where id = $1`, [bodyId]);
    return body ?? null;
  }

  /** All support bodies, by prefecture (those of the whole country last) and name. */
  bodies(): Promise<SupportBody[]> {
    return this.database.query(`${BODY} order by prefecture nulls last, name, id`);
  }
}
