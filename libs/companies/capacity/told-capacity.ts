import { CAPACITY_HALF_LIFE_DAYS } from '#contracts/capacity-weeks.js';
import type { Company, CompanyProfile } from '#contracts/companies.js';

export type Told = Company['capacity'][number];

/** It counts half, then a quarter, and so on. */
export const HALF_LIFE_DAYS = CAPACITY_HALF_LIFE_DAYS;

const DAY_MS = 86_400_000;

/** How much an answer still counts, 1 when just told; halved every four weeks. */
export function freshness(toldAt: string, now: number): number {
  const days = Math.max(0, (now - Date.parse(toldAt)) / DAY_MS);
  return 0.5 ** (days / HALF_LIFE_DAYS);
}

/** The answers with those of some processes replaced; an answer of nothing but nulls takes the process out. */
export function withAnswers(
  told: readonly Told[],
  answers: readonly Omit<Told, 'toldAt'>[],
  toldAt: string,
): Told[] {
  const answered = new Map(answers.map((answer) => [answer.process, answer]));
  const isTold = ({ weeks4, weeks8, weeks12 }: Omit<Told, 'toldAt'>) =>
    weeks4 !== null || weeks8 !== null || weeks12 !== null;
  return [
    ...told.filter(({ process }) => !answered.has(process)),
    ...[...answered.values()].filter(isTold).map((answer) => ({ ...answer, toldAt })),
  ];
}

/** What is to be asked: each process of the profile with what is known of it. */
export function asked(
  processes: CompanyProfile['processes'],
  told: readonly Told[],
): (Omit<Told, 'toldAt'> & { toldAt: string | null })[] {
  const known = new Map(told.map((each) => [each.process, each]));
  return processes.map(
    ({ code }) =>
      known.get(code) ?? { process: code, weeks4: null, weeks8: null, weeks12: null, toldAt: null },
  );
}
