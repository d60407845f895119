import { companyProfile, type CompanyProfile } from '#contracts/companies.js';
import type { BothLanguages } from '#contracts/shapes.js';
import { normalise } from '#platform/search/index.js';
import type { ProfileField } from '../profile-columns.js';
import { checked } from './checked.js';
import { reasons } from './import-problems.js';

/** A company that an import adds: a supplier of which nothing else is known. */
export const unknownCompany = companyProfile.parse({ name: '-', isOrderer: false, isSupplier: true });

/**
 * The profile after an import. What the row tells wins; lists are joined: an entry that is there already is completed
 * with what the row adds to it, never taken away.
 */
export function mergeProfile(existing: CompanyProfile | null, said: Partial<CompanyProfile>): CompanyProfile {
  const before = existing ?? unknownCompany;
  const after: CompanyProfile = {
    ...before,
    ...said,
    processes: joined(before.processes, said.processes, ({ code }) => code),
    materials: [...new Set([...before.materials, ...(said.materials ?? [])])],
    themes: [...new Set([...before.themes, ...(said.themes ?? [])])],
    certificates: joinedCertificates(before.certificates, said.certificates ?? []),
    products: joined(before.products, said.products, ({ name }) => normalise(name)),
    awards: joined(before.awards, said.awards, ({ title }) => normalise(title)),
    equipment: joined(
      before.equipment,
      said.equipment,
      ({ maker, model }) => normalise(`${maker} ${model}`),
      completedEquipment,
    ),
  };
  // Moved to another prefecture, without the town: the old town is no longer right.
  if (after.municipality?.slice(0, 2) !== after.prefecture) after.municipality = null;
  return after;
}

const isTold = (value: unknown): boolean => value !== null && value !== '' && value !== undefined;

/** `before` with what `said` tells of it. */
const completed = <T extends object>(before: T, said: T): T => ({
  ...before,
  ...(Object.fromEntries(Object.entries(said).filter(([, value]) => isTold(value))) as Partial<T>),
});

/** `before` with the entries of `said`: those with a known key complete the first one of it, others come last. */
function joined<T extends object>(
  before: readonly T[],
  said: readonly T[] = [],
  keyOf: (entry: T) => string,
  complete: (known: T, entry: T) => T = completed,
): T[] {
  const result = [...before];
  const places = new Map<string, number>();
  before.forEach((entry, i) => {
    if (!places.has(keyOf(entry))) places.set(keyOf(entry), i);
  });
  for (const entry of said) {
    const place = places.get(keyOf(entry));
    const known = place === undefined ? undefined : result[place];
    if (place !== undefined && known) result[place] = complete(known, entry);
    else places.set(keyOf(entry), result.push(entry) - 1);
  }
  return result;
}

type Equipment = CompanyProfile['equipment'][number];
/** A number of one is what a row without a number gives. */
const completedEquipment = (known: Equipment, entry: Equipment): Equipment =>
  completed(known, entry.count === 1 ? { ...entry, count: known.count } : entry);

/** Certificates of one kind are the same one unless both have a number and these differ. */
function joinedCertificates(
  before: CompanyProfile['certificates'],
  said: CompanyProfile['certificates'],
): CompanyProfile['certificates'] {
  const result = [...before];
  for (const entry of said) {
    const at = result.findIndex(
      ({ kind, number }) =>
        kind === entry.kind && (number === '' || entry.number === '' || number === entry.number),
    );
    const known = result[at];
    if (known) result[at] = completed(known, entry);
    else result.push(entry);
  }
  return result;
}

/** The first of `fields` that holds more than a profile may (a list that became too long), or null. */
export function overfull(
  profile: CompanyProfile,
  fields: readonly ProfileField[],
): { field: ProfileField; reason: BothLanguages } | null {
  for (const field of fields) {
    const { problem } = checked(companyProfile.shape[field], profile[field]);
    if (problem) return { field, reason: problem };
  }
  if (!profile.isOrderer && !profile.isSupplier) return { field: 'isSupplier', reason: reasons.noRole };
  return null;
}
