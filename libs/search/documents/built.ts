import type { SearchCard } from '#contracts/search.js';
import {
  ancestorsOf,
  certificateKinds,
  findMaterial,
  findMunicipality,
  findPrefecture,
  findProcess,
  industries,
  themes,
  type TaxonomyEntry,
} from '#companies/index.js';
import { tagOf, type Place, type SearchDocument } from '#platform/search/index.js';
import { readingOf } from './readings.js';

/** A document, and what its hit shows. */
export interface Built {
  readonly document: SearchDocument;
  readonly card: SearchCard;
}

/** What kinds of rows there are documents of. */
export type SubjectKind = 'company' | 'order' | 'patent' | 'meeting' | 'fair';

const byCode = (entries: readonly TaxonomyEntry[]) => {
  const index = new Map(entries.map((entry) => [entry.code, entry]));
  return (code: string): TaxonomyEntry | undefined => index.get(code);
};
const findCertificate = byCode(certificateKinds);
const findTheme = byCode(themes);
const findIndustry = byCode(industries);

const said = new Map<string, string[]>();

/** The tag of an entry: its names, with those of the broader ones: who looks for 機械加工 finds 旋削加工. */
function namesOf(
  entry: TaxonomyEntry | undefined,
  find: (code: string) => TaxonomyEntry | undefined,
): string[] {
  if (!entry) return [];
  const known = said.get(entry.code);
  if (known) return known;
  const all = [entry, ...ancestorsOf(entry.code).map(find)].filter((one) => one !== undefined);
  const names = new Set(all.flatMap(({ ja, en, synonyms }) => [ja, en, ...synonyms]));
  const tag = [tagOf([...names].map((text) => ({ text, reading: readingOf(text) })))];
  said.set(entry.code, tag);
  return tag;
}

export interface Codes {
  readonly processes?: readonly string[];
  readonly materials?: readonly string[];
  readonly certificates?: readonly string[];
  readonly themes?: readonly string[];
  readonly industry?: string | null;
}

/** The names of everything a document is coded by. */
export const tagsOf = (codes: Codes): string[] => [
  ...(codes.processes ?? []).flatMap((code) => namesOf(findProcess(code), findProcess)),
  ...(codes.materials ?? []).flatMap((code) => namesOf(findMaterial(code), findMaterial)),
  ...(codes.certificates ?? []).flatMap((code) => namesOf(findCertificate(code), findCertificate)),
  ...(codes.themes ?? []).flatMap((code) => namesOf(findTheme(code), findTheme)),
  ...(codes.industry ? namesOf(findIndustry(codes.industry), findIndustry) : []),
];

/** Codes with the broader ones: the filter of a broader one finds them, and its count has them. */
export const withBroader = (codes: readonly string[]): string[] => [
  ...new Set(codes.flatMap((code) => [code, ...ancestorsOf(code)])),
];

/** The names of a place in both languages. */
export function placeNames(prefecture: string | null, municipality: string | null): string[] {
  const places = [
    prefecture ? findPrefecture(prefecture) : undefined,
    municipality ? findMunicipality(municipality) : undefined,
  ];
  return places.flatMap((place) => (place ? [place.ja, place.en] : []));
}

/** The own place, else that of the municipality's or prefecture's office. */
export function placeOf(given: {
  latitude?: number | null;
  longitude?: number | null;
  municipality?: string | null;
  prefecture: string | null;
}): Place | null {
  const { latitude = null, longitude = null, municipality, prefecture } = given;
  if (latitude !== null && longitude !== null) return { latitude, longitude };
  const office =
    (municipality ? findMunicipality(municipality) : undefined) ??
    (prefecture ? findPrefecture(prefecture) : undefined);
  return office ? { latitude: office.latitude, longitude: office.longitude } : null;
}

/** The sides of a box, the longest first. */
export const sides = (a: number, b: number, c: number): [number, number, number] =>
  [a, b, c].sort((x, y) => y - x) as [number, number, number];

/** Only what is there: a number that is not told is in no range. */
export const told = <Name extends string>(
  numbers: Record<Name, number | null | undefined>,
): Partial<Record<Name, number>> =>
  Object.fromEntries(
    Object.entries<number | null | undefined>(numbers).filter(
      ([, value]) => value !== null && value !== undefined && Number.isFinite(value),
    ),
  ) as Partial<Record<Name, number>>;

export const secondsOf = (date: Date | string | null): number | null =>
  date === null ? null : Math.floor(new Date(date).getTime() / 1_000);

const notEmpty = (text: string | null | undefined): text is string =>
  text !== null && text !== undefined && text.trim() !== '';

/** Texts without empty ones. */
export const texts = (...list: readonly (string | null | undefined)[]): string[] => list.filter(notEmpty);
