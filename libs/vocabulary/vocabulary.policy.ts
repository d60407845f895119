import { isStaff, type Actor } from '#platform/auth/index.js';

type Who = Pick<Actor, 'role'>;

export const canRead = (actor: Who): boolean => isStaff(actor);

/** One vocabulary serves every support body, so that whoever changes it changes everybody's results. */
export const canEdit = (actor: Who): boolean => actor.role === 'secretary' || actor.role === 'administrator';
