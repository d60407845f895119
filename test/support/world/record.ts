import { randomUUID } from 'node:crypto';
import { minutesApi, type Minutes } from '#contracts/minutes.js';
import { negotiationsApi } from '#contracts/negotiations.js';
import { offersApi, type Agreement } from '#contracts/offers.js';
import type { Client } from '../client.js';

interface Proof {
  /** Of an agreement. */
  readonly pdf: Buffer;
  /** A draft in a room of the own side, and a message there. */
  readonly draft: Minutes;
  readonly seq: number;
}

/** What is needed to ask for records, minutes and their proof. */
export async function someProof(api: Client, params: { id: string }, agreement: Agreement): Promise<Proof> {
  const { bytes: pdf } = await api.call(offersApi.agreementPdf, { params: { id: agreement.id } });
  const body = { clientId: randomUUID(), text: '納期は3月末とする' };
  const { seq } = await api.ok(negotiationsApi.post, { params, body });
  return { pdf, seq, draft: await api.ok(minutesApi.draft, { params }) };
}

interface ProofThings {
  readonly agreement: Agreement;
  readonly proof: Proof;
  readonly talks: { readonly params: { id: string } };
  /** A room without minutes. */
  readonly amended: { readonly params: { id: string } };
}

/** Requests to the routes of signing, records, minutes and verification. */
export function proofRequests({ agreement, proof, talks, amended }: ProofThings) {
  const document = { params: { id: agreement.id } };
  const room = { params: talks.params };
  const draft = { params: { ...talks.params, minutesId: proof.draft.id } };
  const read = { ...draft, version: proof.draft.version };
  return {
    'signing.get': document,
    'signing.sendCode': document,
    'signing.sign': { ...document, body: { code: '000000', sha256: agreement.sha256 } },
    'records.get': room,
    'records.export': room,
    'minutes.list': room,
    'minutes.draft': { params: amended.params },
    'minutes.get': draft,
    'minutes.edit': { ...read, body: proof.draft.content },
    'minutes.confirm': read,
    'minutes.drop': draft,
    'minutes.pdf': draft,
    'minutes.markDecision': () => ({
      params: { ...talks.params, seq: proof.seq },
      body: { clientId: randomUUID(), decided: true },
    }),
    'verification.keys': {},
    'verification.check': { file: { name: 'agreement.pdf', bytes: proof.pdf } },
  };
}
