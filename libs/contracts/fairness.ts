import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { id, instant, pageOf, pageQuery } from './shapes.js';

/**
 * Classes by regular staff: up to 20 is a small-scale enterprise in manufacturing (小規模企業者), up to 300 a small or
 * medium one (中小企業基本法 第2条, manufacturing, by head count alone).
 */
export const sizeClass = z.enum(['small-scale', 'small-medium', 'large', 'unknown']);
export type SizeClass = z.infer<typeof sizeClass>;

/** Who is registered, who is shown and who is asked, in one class. */
export const sizeShare = z.object({
  size: sizeClass,
  /** Approved suppliers. */
  suppliers: z.int(),
  /** Places they have in the stored candidate lists of open orders and patents. */
  shown: z.int(),
  /** Introductions proposed to them in the last `days` days. */
  asked: z.int(),
});
export type SizeShare = z.infer<typeof sizeShare>;

export const unaskedFirm = z.object({
  id,
  name: z.string(),
  prefecture: z.string().nullable(),
  staff: z.int().nullable(),
  processes: z.array(z.string()),
  /** In how many candidate lists of open orders and patents it stands. */
  shown: z.int(),
  /** The open order or patent that it fits best. */
  best: z
    .object({ kind: z.enum(['order', 'patent']), id, title: z.string(), score: z.number(), rank: z.int() })
    .nullable(),
  verifiedAt: instant.nullable(),
  /** When it was last proposed to anybody; null: never. */
  lastAskedAt: instant.nullable(),
});
export type UnaskedFirm = z.infer<typeof unaskedFirm>;

const days = z.coerce.number().int().min(1).max(3650).default(90);

export const fairnessApi = {
  shares: endpoint({
    method: 'GET',
    path: '/fairness',
    access: 'report:read',
    summary: 'Small firms among suppliers, among candidates and among introductions of the last days',
    query: z.object({ days }),
    response: z.object({ items: z.array(sizeShare) }),
  }),
  unasked: endpoint({
    method: 'GET',
    path: '/fairness/unasked',
    access: 'report:read',
    summary:
      'Suppliers of the own body that nobody was introduced to in so many days, most often shown first',
    query: pageQuery.extend({ days, size: sizeClass.optional() }),
    response: pageOf(unaskedFirm),
  }),
};
