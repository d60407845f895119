import { committedBytes, voteBytes, voteContext, type Vote } from '#contracts/sealed-vote.js';

const hexOf = (bytes: ArrayBuffer | Uint8Array): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

const base64Of = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

export interface Sealed {
  /** Stays with the member: 64 hex digits. */
  readonly key: string;
  readonly sealed: { readonly ciphertext: string; readonly iv: string; readonly commitment: string };
}

/** Seals a vote in this browser (AES-256-GCM, with a commitment); the key goes nowhere. */
export async function sealVote(disputeId: string, userId: string, vote: Vote): Promise<Sealed> {
  const context = voteContext(disputeId, userId);
  const bytes = voteBytes(vote);
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  const additionalData = new TextEncoder().encode(context);
  const ciphertext = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes);
  const commitment = await crypto.subtle.digest('SHA-256', committedBytes(context, hexOf(raw), bytes));
  return {
    key: hexOf(raw),
    sealed: {
      ciphertext: base64Of(new Uint8Array(ciphertext)),
      iv: base64Of(iv),
      commitment: hexOf(commitment),
    },
  };
}
