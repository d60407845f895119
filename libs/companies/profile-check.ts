import type { Company, CompanyProfile } from '#contracts/companies.js';
import type { Language } from '#contracts/shapes.js';
import { AppError } from '#platform/http/index.js';
import {
  certificateKinds,
  findMaterial,
  findPrefecture,
  findProcess,
  industries,
  themes,
} from './taxonomy/index.js';

const sentences = {
  process: ['この加工・工程は一覧にありません。', 'This process is not in the list.'],
  material: ['この材料は一覧にありません。', 'This material is not in the list.'],
  certificate: ['この認証は一覧にありません。', 'This certificate is not in the list.'],
  theme: ['このテーマは一覧にありません。', 'This theme is not in the list.'],
  industry: ['この業種は一覧にありません。', 'This industry is not in the list.'],
  prefecture: ['この都道府県はありません。', 'There is no such prefecture.'],
  municipality: ['市区町村が都道府県と合いません。', 'The municipality is not in the prefecture.'],
  lot: ['ロットの下限が上限より大きくなっています。', 'The smallest lot is larger than the largest.'],
  role: ['発注・受注の少なくとも一方を選んでください。', 'Choose orderer, supplier or both.'],
  body: ['この支援機関はありません。', 'There is no such support body.'],
  repeated: ['同じ加工・工程が2回あります。', 'This process is there twice.'],
  place: ['緯度と経度は両方入力してください。', 'Give both latitude and longitude, or neither.'],
} as const;
export type ProfileProblem = keyof typeof sentences;

const known = (entries: { code: string }[]) => {
  const codes = new Set(entries.map(({ code }) => code));
  return (code: string): boolean => codes.has(code);
};
export const isCertificate = known(certificateKinds);
export const isTheme = known(themes);
export const isIndustry = known(industries);

/** A municipality is told by its five-digit code, which begins with its prefecture's; not all are in our list. */
const fits = (municipality: string, prefecture: string | null): boolean =>
  /^\d{5}$/.test(municipality) && municipality.slice(0, 2) === prefecture;

/** What the schema cannot know: whether codes are in the taxonomy, and whether values fit together. Path → problem. */
export function profileProblems(profile: CompanyProfile): Record<string, ProfileProblem> {
  const problems: Record<string, ProfileProblem> = {};
  const demand = (ok: boolean, path: string, problem: ProfileProblem) => {
    if (!ok) problems[path] ??= problem;
  };
  const { industry, prefecture, municipality, latitude, longitude } = profile;
  demand(profile.isOrderer || profile.isSupplier, 'isSupplier', 'role');
  demand(industry === null || isIndustry(industry), 'industry', 'industry');
  demand(prefecture === null || findPrefecture(prefecture) !== undefined, 'prefecture', 'prefecture');
  demand(municipality === null || fits(municipality, prefecture), 'municipality', 'municipality');
  demand((latitude === null) === (longitude === null), latitude === null ? 'latitude' : 'longitude', 'place');
  profile.processes.forEach(({ code, lotFrom, lotTo }, i) => {
    demand(findProcess(code) !== undefined, `processes.${i}.code`, 'process');
    demand(lotFrom === null || lotTo === null || lotFrom <= lotTo, `processes.${i}.lotFrom`, 'lot');
  });
  profile.materials.forEach((code, i) =>
    demand(findMaterial(code) !== undefined, `materials.${i}`, 'material'),
  );
  profile.certificates.forEach(({ kind }, i) =>
    demand(isCertificate(kind), `certificates.${i}.kind`, 'certificate'),
  );
  profile.themes.forEach((code, i) => demand(isTheme(code), `themes.${i}`, 'theme'));
  return problems;
}

/** Each process that capacity is told for is in the taxonomy, and there once. Path → problem. */
export function capacityProblems(
  items: Pick<Company['capacity'][number], 'process'>[],
): Record<string, ProfileProblem> {
  const codes = items.map(({ process }) => process);
  return Object.fromEntries(
    codes.flatMap((code, i): [string, ProfileProblem][] => {
      if (!findProcess(code)) return [[`items.${i}.process`, 'process']];
      return codes.indexOf(code) < i ? [[`items.${i}.process`, 'repeated']] : [];
    }),
  );
}

/** A sentence per path. */
export const toFields = (
  problems: Record<string, ProfileProblem>,
  language: Language,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(problems).map(([path, problem]) => [path, sentences[problem][language === 'ja' ? 0 : 1]]),
  );

/** Refuses with `request/invalid` and a sentence per field. */
export function demandValid(problems: Record<string, ProfileProblem>, language: Language): void {
  if (Object.keys(problems).length > 0)
    throw new AppError('request/invalid', {}, toFields(problems, language));
}
