import { offersApi, type Agreement } from '#contracts/offers.js';
import type { Client } from './client.js';

/** What is needed to ask for records and their proof: the PDF of an agreement. */
export async function someProof(api: Client, agreement: Agreement): Promise<{ pdf: Buffer }> {
  const { bytes } = await api.call(offersApi.agreementPdf, { params: { id: agreement.id } });
  return { pdf: bytes };
}

/** Requests to the routes of signing and verification. */
export function proofRequests({ agreement, proof }: { agreement: Agreement; proof: { pdf: Buffer } }) {
  const document = { params: { id: agreement.id } };
  return {
    'signing.get': document,
    'signing.sendCode': document,
    'signing.sign': { ...document, body: { code: '000000', sha256: agreement.sha256 } },
    'verification.keys': {},
    'verification.check': { file: { name: 'agreement.pdf', bytes: proof.pdf } },
  };
}
