import type { CompanyProfile } from '#contracts/companies.js';

/** What matching compares with orders and patents, and when it is missing; in the order in which it helps. */
const gaps = {
  processes: ({ processes }) => processes.length === 0,
  limits: ({ processes }) =>
    processes.some((process) => process.maxX === null || process.toleranceMm === null),
  lots: ({ processes }) => processes.some((process) => process.lotFrom === null && process.lotTo === null),
  materials: ({ materials }) => materials.length === 0,
  certificates: ({ certificates }) => certificates.length === 0,
  place: ({ prefecture }) => prefecture === null,
  awards: ({ awards, products }) => awards.length === 0 && products.length === 0,
  themes: ({ themes }) => themes.length === 0,
  words: ({ summary, description }) => summary === '' && description === '',
} as const satisfies Record<string, (profile: CompanyProfile) => boolean>;
export type ProfileGap = keyof typeof gaps;

/** What a profile does not tell although matching would use it. */
export const profileGaps = (profile: CompanyProfile): ProfileGap[] =>
  (Object.keys(gaps) as ProfileGap[]).filter((gap) => gaps[gap](profile));
