import { Injectable } from '@nestjs/common';
import type { CompanyCard, CompanyState } from '#contracts/companies.js';
import { Database } from '#platform/database/index.js';

/** What a company is to the platform. */
export interface CompanyMembership {
  readonly id: string;
  readonly state: CompanyState;
  readonly name: string;
  readonly bodyId: string | null;
  readonly isOrderer: boolean;
  readonly isSupplier: boolean;
}

/** A company as those may see it who must not learn yet which one it is. */
export interface MaskedParty {
  readonly prefecture: string | null;
  readonly industry: string | null;
  readonly staff: number | null;
  readonly processes: string[];
  readonly certificates: string[];
  readonly summary: string | null;
}

/** How large a company says it is. */
export interface CompanySize {
  readonly id: string;
  readonly name: string;
  readonly capitalYen: number | null;
  readonly staff: number | null;
}

/** The columns of a card; dates as ISO text. */
export const CARD = `c.id, c.corporate_number "corporateNumber", c.state, c.name, c.name_en "nameEn", c.summary,
  c.is_orderer "isOrderer", c.is_supplier "isSupplier", c.industry, c.prefecture, c.municipality, c.staff,
  c.process_codes processes, c.certificate_kinds certificates, jsonb_array_length(c.awards) awards,
  to_char(c.verified_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') "verifiedAt"`;

/** What other contexts may ask about companies. None of it checks who is asking. */
@Injectable()
export class CompaniesReader {
  constructor(private readonly database: Database) {}

  /** Cards by id, in no particular order; missing ones are left out. */
  cards(ids: readonly string[]): Promise<CompanyCard[]> {
    return this.database.query(`select ${CARD} from company c where c.id = any($1)`, [ids]);
  }

  async membership(id: string): Promise<CompanyMembership | null> {
    const [row] = await this.database.query<CompanyMembership>(
      `select id, state, name, body_id "bodyId", is_orderer "isOrderer", is_supplier "isSupplier"
       from company where id = $1`,
      [id],
    );
    return row ?? null;
  }

  async name(id: string): Promise<string | null> {
    return (await this.names([id])).get(id) ?? null;
  }

  async names(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; name: string }>(
      'select id, name from company where id = any($1)',
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Sizes by id, in no particular order; missing ones are left out. */
  sizes(ids: readonly string[]): Promise<CompanySize[]> {
    return this.database.query(
      'select id, name, capital_yen "capitalYen", staff from company where id = any($1)',
      [ids],
    );
  }

  async masked(id: string): Promise<MaskedParty | null> {
    return (await this.maskedParty([id])).get(id) ?? null;
  }

  /** By id; missing ones are left out. */
  async maskedParty(ids: readonly string[]): Promise<Map<string, MaskedParty>> {
    const rows = await this.database.query<MaskedParty & { id: string }>(
      `select id, prefecture, industry, staff, process_codes processes, certificate_kinds certificates,
              nullif(summary, '') summary
       from company where id = any($1)`,
      [ids],
    );
    return new Map(rows.map(({ id, ...party }) => [id, party]));
  }
}
