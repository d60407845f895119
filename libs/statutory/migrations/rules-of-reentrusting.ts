import type { Rule } from '../rules.js';

/**
 * Work that the orderer passes on (再委託) may be paid later than 60 days from receipt: within 30 days from the day on
 * which the original orderer pays, where it was stated that the work is passed on, for whom, and when that one pays.
 */
export const reentrustingRules = [
  {
    ...{ code: 'freelance.reentrusted-payment', act: 'freelance', kind: 'check', params: { days: 30 } },
    ...{ validFrom: '2024-11-01', validTo: null },
    source: {
      ja: 'フリーランス法 第4条第3項・第4項、公正取引委員会規則 第1条第2項',
      en: 'Freelance Act, art. 4 (3) and (4); JFTC Rule, art. 1 (2)',
    },
  },
] as const satisfies readonly Rule[];
