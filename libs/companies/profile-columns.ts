import { companyProfile, type CompanyProfile } from '#contracts/companies.js';
import type { Company } from './company.entity.js';
import { searchText } from './search-text.js';

export type ProfileField = keyof CompanyProfile;
export const profileFields = Object.keys(companyProfile.shape) as ProfileField[];

/** A company's columns that are its profile. */
export type ProfileColumns = Omit<CompanyProfile, 'materials' | 'themes'> &
  Pick<Company, 'processCodes' | 'materialCodes' | 'certificateKinds' | 'themeCodes' | 'searchText'>;

const distinct = (codes: string[]): string[] => [...new Set(codes)];

/** The columns of a profile, with those that follow from it. */
export function toColumns(profile: CompanyProfile): ProfileColumns {
  const { materials, themes, ...same } = profile;
  return {
    ...same,
    processCodes: distinct(profile.processes.map(({ code }) => code)),
    materialCodes: distinct(materials),
    certificateKinds: distinct(profile.certificates.map(({ kind }) => kind)),
    themeCodes: distinct(themes),
    searchText: searchText(profile),
  };
}

/** The profile in a company's row. */
export function toProfile(row: Omit<ProfileColumns, 'searchText'>): CompanyProfile {
  const named = { ...row, materials: row.materialCodes, themes: row.themeCodes };
  return Object.fromEntries(profileFields.map((field) => [field, named[field]])) as CompanyProfile;
}

export interface FieldChange {
  readonly field: ProfileField;
  readonly before: unknown;
  readonly after: unknown;
}

/** The fields that differ, with both values. */
export function changedFields(before: CompanyProfile, after: CompanyProfile): FieldChange[] {
  return profileFields
    .filter((field) => !isSame(before[field], after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

/** Equal as JSON, whatever the order of an object's keys (PostgreSQL keeps them in its own). */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, i) => isSame(item, b[i]))
    );
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => isSame(left[key], right[key]));
}
