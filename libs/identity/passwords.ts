import { hash, verify } from '@node-rs/argon2';

/** Argon2id (RFC 9106) with the package's settings: 19 MiB, 2 passes, 1 lane, as OWASP's sheet has it. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'));

/** A hash of no one's password, so that an address without an account takes as long to refuse. */
const nobody = hashPassword(crypto.randomUUID());

/** Whether the password is the account's; `passwordHash` null for no account, which takes the same work. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobody), password.normalize('NFKC')).catch(() => false);
  return matches && passwordHash !== null;
}
