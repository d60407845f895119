import type { CompanyProfile } from '#contracts/companies.js';
import { normalise } from '#platform/search/index.js';
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
} from './taxonomy/index.js';

const labels = (entry: { ja: string; en: string } | undefined): string[] =>
  entry ? [entry.ja, entry.en] : [];

const byCode = (entries: TaxonomyEntry[]) => {
  const index = new Map(entries.map((entry) => [entry.code, entry]));
  return (code: string): string[] => [...labels(index.get(code)), ...(index.get(code)?.synonyms ?? [])];
};
const certificateLabels = byCode(certificateKinds);
const themeLabels = byCode(themes);
const industryLabels = byCode(industries);

/** A term and the broader ones with their synonyms: who looks for 機械加工 finds 旋削加工. */
const termLabels = (find: (code: string) => TaxonomyEntry | undefined, code: string): string[] =>
  [code, ...ancestorsOf(code)].flatMap((term) => [...labels(find(term)), ...(find(term)?.synonyms ?? [])]);

/**
 * What a company is found by, normalised, in three lines: its names; what it does; everything else. The lines tell
 * how near a hit is (company-search.ts).
 */
export function searchText(profile: CompanyProfile): string {
  const names = [profile.name, profile.nameKana, profile.nameEn];
  const does = [
    profile.summary,
    ...profile.processes.flatMap(({ code }) => termLabels(findProcess, code)),
    ...profile.materials.flatMap((code) => termLabels(findMaterial, code)),
    ...profile.products.map((product) => product.name),
    ...profile.certificates.flatMap(({ kind }) => certificateLabels(kind)),
    ...profile.themes.flatMap(themeLabels),
    ...(profile.industry ? industryLabels(profile.industry) : []),
  ];
  const rest = [
    ...labels(profile.prefecture ? findPrefecture(profile.prefecture) : undefined),
    ...labels(profile.municipality ? findMunicipality(profile.municipality) : undefined),
    profile.address,
    profile.description,
    ...profile.products.map((product) => product.summary),
    ...profile.equipment.flatMap(({ kind, maker, model }) => [kind, maker, model]),
    ...profile.awards.map((award) => award.title),
  ];
  const line = (words: string[]) => normalise([...new Set(words)].join(' '));
  return [names, does, rest].map(line).join('\n');
}
