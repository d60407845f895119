import { z } from 'zod';
import { agreement } from '#contracts/offers.js';
import { recordHead, signature } from '#contracts/verification.js';

export const AGREEMENT_FORMAT = 'nakadachi-agreement/1';
export const AGREEMENT_DATA_NAME = 'agreement.json';

/** What an agreement's PDF carries in itself: all that is printed on it. */
export const agreementData = z.object({
  format: z.literal(AGREEMENT_FORMAT),
  agreement,
  signatures: z.array(signature),
  /** The room's record up to the latest signature, or to the agreement while nobody has signed. */
  head: recordHead,
  verifyAt: z.string(),
  fingerprint: z.string(),
  madeAt: z.iso.datetime(),
});
export type AgreementData = z.infer<typeof agreementData>;
