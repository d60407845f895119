import { randomInt } from 'node:crypto';
import type { CompanyProfile, CompanyState } from '#contracts/companies.js';
import type { Database } from '#platform/database/index.js';

/** A corporate number with the right check digit; a random one unless the other twelve digits are given. */
export function corporateNumberOf(
  rest = `${randomInt(100_000, 1_000_000)}${randomInt(100_000, 1_000_000)}`,
): string {
  const digits = rest.padStart(12, '0');
  const sum = [...digits].reverse().reduce((total, d, i) => total + Number(d) * (i % 2 === 0 ? 1 : 2), 0);
  return `${9 - (sum % 9)}${digits}`;
}

export interface GivenCompany extends Partial<CompanyProfile> {
  corporateNumber?: string;
  state?: CompanyState;
  bodyId?: string | null;
}

export interface TestCompany {
  readonly id: string;
  readonly corporateNumber: string;
  readonly name: string;
}

/** A company written straight into the table: approved, a supplier, its other data empty unless given. */
export async function aCompany(database: Database, given: GivenCompany = {}): Promise<TestCompany> {
  const { corporateNumber = corporateNumberOf(), name = '試験製作所', state = 'approved' } = given;
  const json = (value: unknown[] | undefined) => JSON.stringify(value ?? []);
  const searchText = [name, given.nameKana, given.nameEn, given.summary, given.description]
    .filter(Boolean)
    .join(' ')
    .normalize('NFKC')
    .toLowerCase();
  const columns: Record<string, unknown> = {
    corporate_number: corporateNumber,
    state,
    body_id: given.bodyId ?? null,
    name,
    name_kana: given.nameKana ?? '',
    name_en: given.nameEn ?? '',
    is_orderer: given.isOrderer ?? false,
    is_supplier: given.isSupplier ?? true,
    industry: given.industry ?? null,
    prefecture: given.prefecture ?? null,
    municipality: given.municipality ?? null,
    latitude: given.latitude ?? null,
    longitude: given.longitude ?? null,
    staff: given.staff ?? null,
    capital_yen: given.capitalYen ?? null,
    phone: given.phone ?? '',
    contact_name: given.contactName ?? '',
    summary: given.summary ?? '',
    description: given.description ?? '',
    processes: json(given.processes),
    equipment: json(given.equipment),
    certificates: json(given.certificates),
    products: json(given.products),
    awards: json(given.awards),
    process_codes: (given.processes ?? []).map((p) => p.code),
    material_codes: given.materials ?? [],
    certificate_kinds: (given.certificates ?? []).map((c) => c.kind),
    theme_codes: given.themes ?? [],
    search_text: searchText,
  };
  const names = Object.keys(columns);
  const [row] = await database.query<{ id: string }>(
    `insert into company (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})
     returning id`,
    Object.values(columns),
  );
  return { id: row?.id ?? '', corporateNumber, name };
}
