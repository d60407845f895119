import { z } from 'zod';
import { capacityWeeks } from './capacity-weeks.js';
import { code } from './company-profile.js';
import { endpoint } from './endpoint.js';

/** Supply and demand of one process or of one prefecture. */
export const balance = z.object({
  code: z.string(),
  /**
   * Spare capacity as whole firms: each firm counts with the free share of its freest process, halved for every four
   * weeks since it was told.
   */
  supply: z.number(),
  /** Firms that told something. */
  firms: z.int(),
  /** Published orders that ask for it, to be delivered within the weeks or without a day. */
  orders: z.int(),
});
export type Balance = z.infer<typeof balance>;

export const capacityBalanceApi = {
  balance: endpoint({
    method: 'GET',
    path: '/capacity-balance',
    access: 'order:read',
    summary:
      'Spare capacity against open orders, by process (the next level below `process`) and by prefecture',
    query: z.object({
      weeks: capacityWeeks.default('4'),
      process: code.optional(),
      prefecture: z.string().length(2).optional(),
    }),
    response: z.object({
      /** From the top of the taxonomy to the process asked for. */
      path: z.array(z.string()),
      processes: z.array(balance),
      prefectures: z.array(balance),
    }),
  }),
};
