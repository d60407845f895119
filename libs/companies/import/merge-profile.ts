import { companyProfile, type CompanyProfile } from '#contracts/companies.js';
import type { BothLanguages } from '#contracts/shapes.js';
import type { ProfileField } from '../profile-columns.js';
import { checked } from './checked.js';
import { reasons } from './import-problems.js';
import { isDamaged, MISSING, textKey } from './same-text.js';

/** A company that an import adds: a supplier of which nothing else is known. */
export const unknownCompany = companyProfile.parse({ name: '-', isOrderer: false, isSupplier: true });

/**
 * The profile after an import. What the row tells wins; lists are joined: an entry that is there already is completed
 * with what the row adds to it, never taken away.
 */
export function mergeProfile(existing: CompanyProfile | null, said: Partial<CompanyProfile>): CompanyProfile {
  const before = existing ?? unknownCompany;
  const after: CompanyProfile = {
    ...completed(before, said),
    processes: joined(before.processes, said.processes, ({ code }) => code),
    materials: [...new Set([...before.materials, ...(said.materials ?? [])])],
    themes: [...new Set([...before.themes, ...(said.themes ?? [])])],
    certificates: joinedCertificates(before.certificates, said.certificates ?? []),
    products: joined(before.products, said.products, ({ name }) => textKey(name), ['name']),
    awards: joined(before.awards, said.awards, ({ title }) => textKey(title), ['title']),
    equipment: joinedEquipment(before.equipment, said.equipment ?? []),
  };
  // Moved to another prefecture, without the town: the old town is no longer right.
  if (after.municipality?.slice(0, 2) !== after.prefecture) after.municipality = null;
  return after;
}

/** Whether `said` tells more than what is known. */
function isTold(said: unknown, known: unknown): boolean {
  if (said === null || said === '' || said === undefined) return false;
  return !(typeof said === 'string' && typeof known === 'string' && isDamaged(said, known));
}

/** `known` with what `said` tells of it; the fields of `identity` stay as they are written already. */
function completed<T extends object>(known: T, said: Partial<T>, identity: readonly (keyof T)[] = []): T {
  const told = Object.entries(said).filter(
    ([key, value]) => !identity.includes(key as keyof T) && isTold(value, known[key as keyof T]),
  );
  return { ...known, ...(Object.fromEntries(told) as Partial<T>) };
}

/** `before` with the entries of `said`: those with a known key complete the first one of it, others come last. */
function joined<T extends object>(
  before: readonly T[],
  said: readonly T[] = [],
  keyOf: (entry: T) => string,
  identity: readonly (keyof T)[] = [],
): T[] {
  const result = [...before];
  const places = new Map<string, number>();
  before.forEach((entry, i) => {
    if (!places.has(keyOf(entry))) places.set(keyOf(entry), i);
  });
  for (const entry of said) {
    const key = keyOf(entry);
    const place = places.get(key) ?? damagedPlace(key, places);
    const known = place === undefined ? undefined : result[place];
    if (place !== undefined && known) result[place] = completed(known, entry, identity);
    else places.set(key, result.push(entry) - 1);
  }
  return result;
}

/** The place of an entry whose key lost letters on its way through a file. */
const damagedPlace = (key: string, places: ReadonlyMap<string, number>): number | undefined =>
  key.includes(MISSING) ? [...places].find(([known]) => isDamaged(key, known))?.[1] : undefined;

type Equipment = CompanyProfile['equipment'];

/** Machines by maker and model. A number of one is what a row without a number gives: it tells nothing. */
function joinedEquipment(before: Equipment, said: Equipment): Equipment {
  type Told = Omit<Equipment[number], 'count'> & { count: number | null };
  const told = said.map((machine): Told => ({
    ...machine,
    count: machine.count === 1 ? null : machine.count,
  }));
  const key = ({ maker, model }: Told) => textKey(`${maker} ${model}`);
  const all = joined<Told>(before, told, key, ['maker', 'model']);
  return all.map((machine) => ({ ...machine, count: machine.count ?? 1 }));
}

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
