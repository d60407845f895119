import type { CompanyProfile } from '#contracts/companies.js';

type Process = CompanyProfile['processes'][number];
/** Not every process has a size or a lot to tell; where no one tells any, it was left out. */
const lack = (processes: Process[], isUntold: (process: Process) => boolean): boolean =>
  processes.length > 0 && processes.every(isUntold);

/** What matching compares with orders and patents, and when it is missing; in the order in which it helps. */
const gaps = {
  processes: ({ processes }) => processes.length === 0,
  limits: ({ processes }) =>
    lack(processes, ({ maxX, toleranceMm }) => maxX === null && toleranceMm === null),
  lots: ({ processes }) => lack(processes, ({ lotFrom, lotTo }) => lotFrom === null && lotTo === null),
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
