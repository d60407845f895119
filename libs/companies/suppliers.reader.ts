import { Injectable } from '@nestjs/common';
import type { Company as CompanyDto, CompanyProfile } from '#contracts/companies.js';
import { Database } from '#platform/database/index.js';
import { findMunicipality, findPrefecture } from './taxonomy/index.js';

/** A company as matching needs it. Codes are the taxonomy's; lengths in mm. */
export interface SupplierData {
  readonly id: string;
  readonly name: string;
  /** Whether it may be proposed now: approved, and a supplier. */
  readonly approved: boolean;
  readonly processes: CompanyProfile['processes'];
  readonly materials: string[];
  readonly certificates: CompanyProfile['certificates'];
  readonly capacity: CompanyDto['capacity'];
  readonly equipment: CompanyProfile['equipment'];
  readonly prefecture: string | null;
  /** Of the company, else of its municipality, else of its prefecture's office. */
  readonly lat: number | null;
  readonly lon: number | null;
  readonly themes: string[];
  /** Each paragraph, product and award by itself. */
  readonly texts: { field: 'profile' | 'product' | 'award'; text: string }[];
  /** ISO 8601. */
  readonly updatedAt: string;
}

export interface WantedSuppliers {
  /** Only these. */
  readonly ids?: readonly string[];
  /** Only what was written at or after this instant. Rows appear when they are committed, some seconds after theirs. */
  readonly changedSince?: Date;
}

interface Row
  extends
    Omit<SupplierData, 'texts' | 'lat' | 'lon' | 'updatedAt'>,
    Pick<
      CompanyProfile,
      'municipality' | 'latitude' | 'longitude' | 'summary' | 'description' | 'products' | 'awards'
    > {
  readonly updatedAt: Date;
}

const BATCH = 500;

/** Companies as the matching engine takes them. */
@Injectable()
export class SuppliersReader {
  constructor(private readonly database: Database) {}

  /**
   * Companies by id, read in batches. Those that may not be proposed (any more) come too where they are asked for by
   * `ids` or `changedSince`, so that they can be taken out; otherwise only those that may.
   */
  async *suppliersForMatching(wanted: WantedSuppliers = {}): AsyncGenerator<SupplierData> {
    let after: string | null = null;
    for (;;) {
      const rows: Row[] = await this.batch(wanted, after);
      for (const row of rows) yield toSupplier(row);
      if (rows.length < BATCH) return;
      after = rows.at(-1)?.id ?? null;
    }
  }

  /** Since when these companies are registered, and their regular staff. */
  async sizes(ids: readonly string[]): Promise<Map<string, { since: Date; staff: number | null }>> {
    const rows = await this.database.query<{ id: string; since: Date; staff: number | null }>(
      'select id, created_at since, staff from company where id = any($1)',
      [ids],
    );
    return new Map(rows.map(({ id, since, staff }) => [id, { since, staff }]));
  }

  /** Approved suppliers that list one of these processes, those that list most of them first, at most so many. */
  async idsDoing(processCodes: readonly string[], limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select id from company
       where state = 'approved' and is_supplier and process_codes && $1::text[]
       order by (select count(*) from unnest(process_codes) listed where listed = any($1)) desc, id limit $2`,
      [processCodes, limit],
    );
    return rows.map(({ id }) => id);
  }

  private batch({ ids, changedSince }: WantedSuppliers, after: string | null): Promise<Row[]> {
    return this.database.query<Row>(
      `select id, name, state = 'approved' and is_supplier approved, processes, material_codes materials, certificates,
              capacity, equipment, prefecture, municipality, latitude, longitude, theme_codes themes, summary,
              description, products, awards, updated_at "updatedAt"
       from company
       where ($1::uuid is null or id > $1) and ($2::uuid[] is null or id = any($2))
         and ($3::timestamptz is null or updated_at >= $3)
         and ($2::uuid[] is not null or $3::timestamptz is not null or (state = 'approved' and is_supplier))
       order by id limit ${BATCH}`,
      [after, ids ?? null, changedSince ?? null],
    );
  }
}

function toSupplier(row: Row): SupplierData {
  const { municipality, latitude, longitude, summary, description, products, awards, ...same } = row;
  const place =
    (municipality ? findMunicipality(municipality) : undefined) ??
    (row.prefecture ? findPrefecture(row.prefecture) : undefined);
  const own = latitude !== null && longitude !== null;
  const profile = [summary, ...description.split(/\n\s*\n/)].map((text) => text.trim()).filter(Boolean);
  return {
    ...same,
    lat: own ? latitude : (place?.latitude ?? null),
    lon: own ? longitude : (place?.longitude ?? null),
    texts: [
      ...profile.map((text) => ({ field: 'profile' as const, text })),
      ...products.map((product) => ({
        field: 'product' as const,
        text: `${product.name} ${product.summary}`.trim(),
      })),
      ...awards.map((award) => ({ field: 'award' as const, text: award.title })),
    ],
    updatedAt: row.updatedAt.toISOString(),
  };
}
