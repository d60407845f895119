import type { CompanyProfile } from '#contracts/companies.js';
import type { Database } from '#platform/database/index.js';
import { remember } from '../company-history.js';
import { toColumns, type FieldChange, type ProfileColumns } from '../profile-columns.js';
import type { Importer } from './company-merger.js';

/** A company as it is to be after the import, and what that changes. */
export interface MergedCompany {
  readonly corporateNumber: string;
  readonly profile: CompanyProfile;
  readonly isNew: boolean;
  readonly changes: readonly FieldChange[];
}

const columns: Record<keyof ProfileColumns, string> = {
  name: 'name text',
  nameKana: 'name_kana text',
  nameEn: 'name_en text',
  isOrderer: 'is_orderer boolean',
  isSupplier: 'is_supplier boolean',
  industry: 'industry text',
  prefecture: 'prefecture text',
  municipality: 'municipality text',
  address: 'address text',
  latitude: 'latitude double precision',
  longitude: 'longitude double precision',
  staff: 'staff int',
  capitalYen: 'capital_yen bigint',
  founded: 'founded int',
  website: 'website text',
  phone: 'phone text',
  contactName: 'contact_name text',
  summary: 'summary text',
  description: 'description text',
  acceptsVisits: 'accepts_visits boolean',
  processes: 'processes jsonb',
  equipment: 'equipment jsonb',
  certificates: 'certificates jsonb',
  products: 'products jsonb',
  awards: 'awards jsonb',
  processCodes: 'process_codes text[]',
  materialCodes: 'material_codes text[]',
  certificateKinds: 'certificate_kinds text[]',
  themeCodes: 'theme_codes text[]',
  searchText: 'search_text text',
};
const properties = Object.keys(columns) as (keyof ProfileColumns)[];
const nameOf = (property: keyof ProfileColumns): string => columns[property].split(' ')[0] ?? '';
const names = properties.map(nameOf);

/** New companies are approved: the list they come from is a support body's own. */
const WRITE = `
  insert into company (corporate_number, state, body_id, ${names.join(', ')})
  select r.corporate_number, 'approved', $2, ${names.map((name) => `r.${name}`).join(', ')}
  from jsonb_to_recordset($1) r(corporate_number text, ${Object.values(columns).join(', ')})
  on conflict (corporate_number) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')},
    version = company.version + 1, updated_at = now()
  returning id, corporate_number "corporateNumber"`;

/**
 * Adds or replaces companies by corporate number, one statement for all, and one row of history for each. Answers with
 * their ids. In the caller's transaction, which has locked them (company-number.ts).
 */
export async function writeCompanies(
  database: Database,
  merged: readonly MergedCompany[],
  importer: Importer,
): Promise<string[]> {
  const rows = merged.map(({ corporateNumber, profile }) => {
    const values = toColumns(profile);
    const named = properties.map((property) => [nameOf(property), values[property]]);
    return { corporate_number: corporateNumber, ...(Object.fromEntries(named) as object) };
  });
  const written = await database.query<{ id: string; corporateNumber: string }>(WRITE, [
    JSON.stringify(rows),
    importer.bodyId,
  ]);
  const ids = new Map(written.map(({ id, corporateNumber }) => [corporateNumber, id]));
  const history = merged.map(({ corporateNumber, isNew, changes }) => ({
    companyId: ids.get(corporateNumber) ?? '',
    field: 'import',
    before: isNew ? null : valuesOf(changes, 'before'),
    after: valuesOf(changes, 'after'),
  }));
  await remember(database, history, importer.userId);
  return [...ids.values()];
}

const valuesOf = (changes: readonly FieldChange[], side: 'before' | 'after'): object =>
  Object.fromEntries(changes.map((change) => [change.field, change[side]]));
