import { isStaff, type Actor } from '#platform/auth/index.js';

/**
 * What a person may find, as tokens that documents are marked with (documents/): those who broker find everything that
 * staff may see; people of an approved company what is open to all companies, and what is their company's.
 */
export function viewerTokens(actor: Pick<Actor, 'role' | 'company'>): string[] {
  if (isStaff(actor)) return ['staff'];
  const { company } = actor;
  return company?.approved ? ['approved', `company:${company.id}`] : [];
}
