import { materials } from './materials.js';
import { municipalities } from './municipalities.js';
import { prefectures } from './prefectures.js';
import { processes } from './processes.js';
import type { Coordinates, Municipality, Prefecture, TaxonomyEntry } from './taxonomy.types.js';

const processByCode = byCode(processes);
const materialByCode = byCode(materials);
const prefectureByCode = byCode(prefectures);
const municipalityByCode = byCode(municipalities);
const processByName = byName(processes);
const materialByName = byName(materials);

/** The process with this code, or undefined. */
export function findProcess(code: string): TaxonomyEntry | undefined {
  return processByCode.get(code);
}

/** The material with this code, or undefined. */
export function findMaterial(code: string): TaxonomyEntry | undefined {
  return materialByCode.get(code);
}

/** The prefecture with this two-digit code, or undefined. */
export function findPrefecture(code: string): Prefecture | undefined {
  return prefectureByCode.get(code);
}

/** The municipality with this five-digit code, or undefined: the list holds the main ones, not all. */
export function findMunicipality(code: string): Municipality | undefined {
  return municipalityByCode.get(code);
}

/** Codes of the broader processes or materials, nearest first, without the code itself. Unknown code: []. */
export function ancestorsOf(code: string): string[] {
  const parent = (processByCode.get(code) ?? materialByCode.get(code))?.parent;
  return parent ? [parent, ...ancestorsOf(parent)] : [];
}

/** The code and the codes of all narrower processes or materials. Unknown code: []. */
export function descendantsOf(code: string): string[] {
  const terms = [...processes, ...materials].map((entry) => entry.code);
  return terms.filter((term) => isWithin(term, code));
}

/** Whether a process or material is the other one or narrower than it. */
export function isWithin(code: string, ancestorCode: string): boolean {
  return code === ancestorCode || ancestorsOf(code).includes(ancestorCode);
}

/** The code of the process called this, by code, name in either language or synonym; null if none is. */
export function resolveProcess(text: string): string | null {
  return processByName.get(normaliseName(text)) ?? null;
}

/** The code of the material called this, by code, name in either language or synonym; null if none is. */
export function resolveMaterial(text: string): string | null {
  return materialByName.get(normaliseName(text)) ?? null;
}

/** NFKC, lower case, without spaces and hyphens. The long-vowel mark 'ー' is a letter and stays. */
export function normaliseName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u002d\u2010-\u2015\u2212]/g, '');
}

/** Every normalised text that leads to the entry. */
export function namesOf(entry: TaxonomyEntry): Set<string> {
  return new Set([entry.code, entry.ja, entry.en, ...entry.synonyms].map(normaliseName));
}

/**
 * Great-circle distance in kilometres between two points, by the haversine formula
 * (R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68, 1984) on a sphere of the earth's
 * mean radius, 6371.0088 km: within 0.6 % of the distance on the ellipsoid. Not the distance by road.
 */
export function distanceKm(a: Coordinates, b: Coordinates): number {
  const radians = Math.PI / 180;
  const halfLatitude = ((b.latitude - a.latitude) * radians) / 2;
  const halfLongitude = ((b.longitude - a.longitude) * radians) / 2;
  const parallels = Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians);
  const h = Math.sin(halfLatitude) ** 2 + parallels * Math.sin(halfLongitude) ** 2;
  return 2 * 6371.0088 * Math.asin(Math.sqrt(Math.min(1, h)));
}

function byCode<T extends { code: string }>(entries: T[]): Map<string, T> {
  return new Map(entries.map((entry) => [entry.code, entry]));
}

function byName(entries: TaxonomyEntry[]): Map<string, string> {
  return new Map(entries.flatMap((entry) => [...namesOf(entry)].map((name) => [name, entry.code])));
}
