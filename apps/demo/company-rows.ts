import type { CompanyProfile } from '#contracts/companies.js';

export type Row = Partial<CompanyProfile> & { key: string; name: string; body?: 'tokyo' | 'kanagawa' };
type Process = CompanyProfile['processes'][number];

/** code, best tolerance mm, x, y, z mm, lot from, lot to, lead time days; null = not told. */
export const can = (
  code: string,
  toleranceMm: number | null = null,
  [maxX, maxY, maxZ]: [number | null, number | null, number | null] = [null, null, null],
  lotFrom: number | null = null,
  lotTo: number | null = null,
  leadTimeDays: number | null = null,
): Process => ({
  code,
  toleranceMm,
  maxX,
  maxY,
  maxZ,
  maxMassKg: null,
  lotFrom,
  lotTo,
  leadTimeDays,
  note: '',
});

export const cert = (kind: string, validUntil: string | null = null) => ({
  kind,
  number: '',
  issuer: '',
  validUntil,
});
export const machine = (
  kind: string,
  maker: string,
  model: string,
  count = 1,
  year: number | null = null,
) => ({
  kind,
  maker,
  model,
  count,
  year,
  maxX: null,
  maxY: null,
  maxZ: null,
});
export const sold = (name: string, summary: string) => ({ name, summary });
export const won = (title: string, year: number, from: string) => ({ title, year, from });
