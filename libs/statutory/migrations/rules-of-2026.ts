import type { Rule } from '../rules.js';

/** Works of the classes with 300 million yen (or 300 people), and those with 50 million (or 100). */
const goods = ['manufacture', 'repair', 'program', 'handling', 'special-transport'] as const;
const goodsBefore = ['manufacture', 'repair', 'program', 'handling'] as const;
const other = ['information', 'service'] as const;

const since2026 = { act: 'toriteki', validFrom: '2026-01-01', validTo: null } as const;
const until2025 = { act: 'toriteki', validFrom: '2004-04-01', validTo: '2025-12-31' } as const;
const freelance = { act: 'freelance', validFrom: '2024-11-01', validTo: null } as const;

const law = (ja: string, en: string) => ({ ja: `取適法 ${ja}`, en: `Toriteki Act, ${en}` });
const scope = law('第2条第8項・第9項', 'art. 2 (8) and (9)');
const scopeBefore = { ja: '旧下請法 第2条第7項・第8項', en: 'former Subcontract Act, art. 2 (7) and (8)' };
const freelanceLaw = (ja: string, en: string) => ({ ja: `フリーランス法 ${ja}`, en: `Freelance Act, ${en}` });

const capital = (
  works: readonly string[],
  ordererOver: number,
  ordererUpTo: number | null,
  supplierUpTo: number,
) => ({ works, measure: 'capital', ordererOver, ordererUpTo, supplierUpTo }) as Rule['params'];
const staff = (works: readonly string[], ordererOver: number, supplierUpTo: number) =>
  ({ works, measure: 'staff', ordererOver, ordererUpTo: null, supplierUpTo }) as Rule['params'];

const million = 1_000_000;
const classes = (works: readonly string[], upper: number, code: string) => [
  { code: `toriteki.${code}-upper`, kind: 'applies', params: capital(works, upper, null, upper) },
  {
    code: `toriteki.${code}-lower`,
    kind: 'applies',
    params: capital(works, 10 * million, upper, 10 * million),
  },
];

const toriteki = [
  ...classes(goods, 300 * million, 'capital-300m'),
  ...classes(other, 50 * million, 'capital-50m'),
  { code: 'toriteki.staff-300', kind: 'applies', params: staff(goods, 300, 300) },
  { code: 'toriteki.staff-100', kind: 'applies', params: staff(other, 100, 100) },
].map((row) => ({ ...row, ...since2026, source: scope }));

const before = [
  ...classes(goodsBefore, 300 * million, 'capital-300m'),
  ...classes(other, 50 * million, 'capital-50m'),
].map((row) => ({ ...row, ...until2025, source: scopeBefore }));

const written = [
  'receive-on',
  'place',
  'inspection',
  'amount',
  'payment-date',
  'payment-method',
  'settlement-details',
];
const paid = { days: 60, months: 2 };

const toritekiChecks = [
  { code: 'toriteki.payment-days', params: paid, source: law('第3条', 'art. 3') },
  { code: 'toriteki.promissory-note', params: {}, source: law('第5条第1項第2号', 'art. 5 (1) (ii)') },
  { code: 'toriteki.cash-equivalent', params: {}, source: law('第5条第1項第2号', 'art. 5 (1) (ii)') },
  {
    code: 'toriteki.fee-deducted',
    params: {},
    source: law('第5条第1項第3号（代金の減額）と運用基準', 'art. 5 (1) (iii), reduction, and its guidelines'),
  },
  {
    code: 'toriteki.written-terms',
    params: { items: written },
    source: law('第4条、令和7年公正取引委員会規則第8号 第1条', 'art. 4; JFTC Rule 8 of 2025, art. 1'),
  },
  // The act names no number of days; 14 is this platform's reminder.
  {
    code: 'toriteki.price-talks',
    params: { answerDays: 14 },
    source: law('第5条第2項第4号', 'art. 5 (2) (iv)'),
  },
  { code: 'toriteki.records', params: { years: 2 }, source: law('第7条', 'art. 7') },
].map((row) => ({ ...row, kind: 'check', ...since2026 }));

const freelanceRows = [
  {
    code: 'freelance.works-alone',
    kind: 'applies',
    params: {},
    source: freelanceLaw('第2条第1項', 'art. 2 (1)'),
  },
  { code: 'freelance.payment-days', kind: 'check', params: paid, source: freelanceLaw('第4条', 'art. 4') },
  {
    ...{ code: 'freelance.written-terms', kind: 'check' },
    // Method of payment only where it is not cash.
    params: { items: written.filter((item) => item !== 'payment-method') },
    source: freelanceLaw('第3条', 'art. 3'),
  },
  {
    ...{ code: 'freelance.one-month', kind: 'check', params: { months: 1 } },
    source: freelanceLaw('第5条、施行令第1条', 'art. 5; Order for Enforcement, art. 1'),
  },
  {
    ...{ code: 'freelance.six-months', kind: 'check', params: { months: 6 } },
    source: freelanceLaw('第13条・第16条', 'art. 13 and 16'),
  },
].map((row) => ({ ...row, ...freelance }));

/**
 * The rules as they were known when the table was made; its migration writes them, and from then on the table is what
 * counts. A change of law is a migration with other rows (and a last day for the earlier ones), never a change here.
 */
export const rulesOf2026 = [...toriteki, ...before, ...toritekiChecks, ...freelanceRows] as readonly Rule[];
