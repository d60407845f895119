import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { side } from './parties.js';
import { byId } from './shapes.js';
import { recordHead, signature, signingMethod } from './verification.js';

export const signingState = z.enum(['drafted', 'confirmed-by-one', 'in-force']);
export type SigningState = z.infer<typeof signingState>;

/** How an agreement's signing stands. The acceptance makes the agreement; each side's signature confirms it. */
export const signing = z.object({
  state: signingState,
  signatures: z.array(signature),
  /** The side that the viewer signs for; null for who signs for none. */
  side: side.nullable(),
  /** How the viewer signs: with their authenticator app, or with a code by mail. */
  method: signingMethod,
  /** The room's record up to the latest of agreement and signatures, as the PDF prints it. */
  head: recordHead,
  /** What is signed: the agreement's hash. */
  sha256: z.string(),
  verifyAt: z.string(),
  /** Of the key that seals the PDF. */
  fingerprint: z.string(),
  can: z.object({ sign: z.boolean() }),
});
export type Signing = z.infer<typeof signing>;

export const signingCode = z
  .string()
  .transform((text) => text.normalize('NFKC').replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/));

export const signingApi = {
  get: endpoint({
    method: 'GET',
    path: '/agreements/:id/signing',
    access: 'negotiation:read',
    summary: 'How the signing of an agreement stands, for its parties and their coordinator',
    params: byId,
    response: signing,
  }),
  sendCode: endpoint({
    method: 'POST',
    path: '/agreements/:id/signing/code',
    access: 'negotiation:offer',
    summary:
      'Mails the viewer a code of six digits to sign with, valid for ten minutes and five tries; it replaces an earlier one. Errors: signing/use-app, signing/already-signed, auth/too-many-attempts',
    params: byId,
  }),
  sign: endpoint({
    method: 'POST',
    path: '/agreements/:id/sign',
    access: 'negotiation:offer',
    summary:
      "Signs for the viewer's side, with a code of their authenticator app where that is on, or else the mailed one. Errors: signing/wrong-code, signing/no-code, signing/already-signed, negotiation/offer-changed",
    params: byId,
    body: z.object({
      code: signingCode,
      /** Of the agreement that was read. */
      sha256: z.string().length(64),
    }),
    response: signing,
  }),
};
