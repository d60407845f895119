import { Injectable } from '@nestjs/common';
import type { CompanyProfile } from '#contracts/companies.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { companyChanged } from '../companies.events.js';
import { lockNewCompanies } from '../company-number.js';
import { Company } from '../company.entity.js';
import { changedFields, toProfile } from '../profile-columns.js';
import { reasons, type RowProblem } from './import-problems.js';
import { mergeProfile, overfull, unknownCompany } from './merge-profile.js';
import type { CompanyRow } from './read-row.js';
import { writeCompanies, type MergedCompany } from './write-companies.js';

/** On whose behalf companies are merged. */
export interface Importer {
  /** Null: the command line. */
  readonly userId: string | null;
  /** The body that new companies belong to. */
  readonly bodyId: string | null;
  /** Whether companies of every body may be changed, or only those of the own one and of none. */
  readonly everyBody: boolean;
}

export interface BatchResult {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly problems: RowProblem[];
}

/** A company of the batch: as it was found, and as its rows make it. */
interface Merging {
  readonly corporateNumber: string;
  readonly bodyId: string | null;
  readonly before: CompanyProfile | null;
  after: CompanyProfile | null;
}

/** Merges rows of a file into the companies, by corporate number. */
@Injectable()
export class CompanyMerger {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
  ) {}

  /**
   * Merges a batch in the caller's transaction: one read, one write, a row of history per changed company, one event.
   * Rows of one company are merged one after the other.
   */
  async merge(rows: readonly CompanyRow[], importer: Importer): Promise<BatchResult> {
    await lockNewCompanies(this.database);
    const companies = await this.load(rows, true);
    const result = mergeRows(rows, companies, importer);
    await this.save([...companies.values()], importer);
    return result;
  }

  /** What `merge` would do. `met`: companies of the batches before, which a dry run has not written. */
  async rehearse(rows: readonly CompanyRow[], importer: Importer, met: Set<string>): Promise<BatchResult> {
    const companies = await this.load(rows, false);
    const again = rows.filter(
      ({ corporateNumber }) => met.has(corporateNumber) && !companies.has(corporateNumber),
    );
    for (const { corporateNumber } of again)
      companies.set(corporateNumber, { corporateNumber, bodyId: null, before: null, after: unknownCompany });
    for (const { corporateNumber } of rows) met.add(corporateNumber);
    return mergeRows(rows, companies, importer);
  }

  private async load(rows: readonly CompanyRow[], lock: boolean): Promise<Map<string, Merging>> {
    const query = this.database
      .repository(Company)
      .createQueryBuilder('c')
      .where('c.corporateNumber = any(:numbers)', { numbers: rows.map((row) => row.corporateNumber) })
      .orderBy('c.id');
    const companies = await (lock ? query.setLock('pessimistic_write') : query).getMany();
    return new Map(
      companies.map((company): [string, Merging] => {
        const { corporateNumber, bodyId } = company;
        const profile = toProfile(company);
        return [corporateNumber, { corporateNumber, bodyId, before: profile, after: profile }];
      }),
    );
  }

  private async save(companies: readonly Merging[], importer: Importer): Promise<void> {
    const merged = companies.flatMap(({ corporateNumber, before, after }): MergedCompany[] => {
      const changes = after ? changedFields(before ?? unknownCompany, after) : [];
      return after && changes.length > 0
        ? [{ corporateNumber, profile: after, isNew: before === null, changes }]
        : [];
    });
    if (merged.length === 0) return;
    const companyIds = await writeCompanies(this.database, merged, importer);
    const fields = [...new Set(merged.flatMap(({ changes }) => changes.map(({ field }) => field)))];
    const actor = importer.userId === null ? null : { userId: importer.userId };
    await this.events.record(companyChanged, { companyIds, fields }, { actor });
  }
}

function mergeRows(
  rows: readonly CompanyRow[],
  companies: Map<string, Merging>,
  importer: Importer,
): BatchResult {
  const problems: RowProblem[] = [];
  const counts = { created: 0, updated: 0, unchanged: 0 };
  for (const row of rows) {
    const { corporateNumber, line, raw } = row;
    const company = companies.get(corporateNumber) ?? {
      corporateNumber,
      bodyId: null,
      before: null,
      after: null,
    };
    const outcome = mergeRow(row, company, importer);
    if (typeof outcome !== 'string') {
      problems.push({ line, raw, ...outcome });
      continue;
    }
    companies.set(corporateNumber, company);
    counts[outcome] += 1;
  }
  return { ...counts, problems };
}

/** Merges one row into `company.after`; answers with what became of it, or why it cannot be taken. */
function mergeRow(
  row: CompanyRow,
  company: Merging,
  importer: Importer,
): 'created' | 'updated' | 'unchanged' | Pick<RowProblem, 'field' | 'reason'> {
  const { bodyId } = company;
  if (bodyId !== null && bodyId !== importer.bodyId && !importer.everyBody)
    return { field: '', reason: reasons.otherBody };
  const after = mergeProfile(company.after, row.said);
  const changes = changedFields(company.after ?? unknownCompany, after);
  const problem = overfull(
    after,
    changes.map(({ field }) => field),
  );
  if (problem) return problem;
  const outcome = company.after === null ? 'created' : changes.length > 0 ? 'updated' : 'unchanged';
  company.after = after;
  return outcome;
}
