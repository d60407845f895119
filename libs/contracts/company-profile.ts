import { z } from 'zod';
import { day, line, optionalLine, prose, yen } from './shapes.js';

/**
 * Whether 13 digits are a corporate number (法人番号): the first digit is
 * 9 − ((Σ over the other twelve, from the right, of digit × (1, 2, 1, 2 …)) mod 9).
 * Source: 法人番号の指定等に関する省令 第2条 (National Tax Agency).
 */
export function isCorporateNumber(text: string): boolean {
  if (!/^\d{13}$/.test(text)) return false;
  const rest = [...text.slice(1)].reverse();
  const sum = rest.reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 2), 0);
  return Number(text[0]) === 9 - (sum % 9);
}

export const corporateNumber = z
  .string()
  .transform((v) => v.normalize('NFKC').replace(/[\s-]/g, ''))
  .refine(isCorporateNumber, { error: 'corporate-number' });

export const code = z.string().min(1).max(60);
const mm = z.number().positive().max(1_000_000);
const count = z.int().min(0).max(100_000_000);
export const url = z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]).default('');

/** What a firm can do in one process. Lengths in mm, mass in kg, lot in pieces, lead time in days; null = not told. */
export const processCapability = z.object({
  code,
  maxX: mm.nullable().default(null),
  maxY: mm.nullable().default(null),
  maxZ: mm.nullable().default(null),
  maxMassKg: z.number().positive().max(10_000_000).nullable().default(null),
  toleranceMm: z.number().positive().max(1_000).nullable().default(null),
  lotFrom: count.nullable().default(null),
  lotTo: count.nullable().default(null),
  leadTimeDays: z.int().min(0).max(3_650).nullable().default(null),
  note: optionalLine(500),
});
export const equipment = z.object({
  kind: optionalLine(100),
  maker: optionalLine(100),
  model: line(100),
  count: z.int().min(1).max(10_000).default(1),
  year: z.int().min(1900).max(2100).nullable().default(null),
  maxX: mm.nullable().default(null),
  maxY: mm.nullable().default(null),
  maxZ: mm.nullable().default(null),
});
export const certificate = z.object({
  kind: code,
  number: optionalLine(100),
  issuer: optionalLine(100),
  validUntil: day.nullable().default(null),
});
export const product = z.object({ name: line(), summary: prose(2_000) });
export const award = z.object({
  title: line(500),
  year: z.int().min(1900).max(2100).nullable().default(null),
  from: optionalLine(),
});

/** What a company says of itself: one document, edited as a whole, every change kept with before and after. */
export const companyProfile = z.object({
  name: line(),
  nameKana: optionalLine(),
  nameEn: optionalLine(),
  isOrderer: z.boolean(),
  isSupplier: z.boolean(),
  industry: z.string().max(60).nullable().default(null),
  prefecture: z.string().length(2).nullable().default(null),
  municipality: z.string().max(10).nullable().default(null),
  address: optionalLine(300),
  latitude: z.number().min(20).max(46).nullable().default(null),
  longitude: z.number().min(122).max(154).nullable().default(null),
  staff: z.int().min(0).max(1_000_000).nullable().default(null),
  capitalYen: yen.nullable().default(null),
  founded: z.int().min(578).max(2100).nullable().default(null),
  website: url,
  phone: optionalLine(30),
  contactName: optionalLine(100),
  summary: optionalLine(300),
  description: prose(),
  acceptsVisits: z.boolean().default(false),
  processes: z.array(processCapability).max(100).default([]),
  materials: z.array(code).max(200).default([]),
  equipment: z.array(equipment).max(300).default([]),
  certificates: z.array(certificate).max(50).default([]),
  themes: z.array(code).max(30).default([]),
  products: z.array(product).max(100).default([]),
  awards: z.array(award).max(2_000).default([]),
});
export type CompanyProfile = z.infer<typeof companyProfile>;
