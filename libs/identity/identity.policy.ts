import { isStaff, type Actor } from '#platform/auth/index.js';
import type { Role } from '#contracts/permissions.js';

/** What one can be a member of. */
export interface Organisation {
  readonly kind: 'company' | 'body';
  readonly id: string;
}

/** Colleagues see each other; who brokers sees who is who. */
export const canSeeMembers = (actor: Actor, organisation: Organisation): boolean =>
  organisation.kind === 'company'
    ? actor.company?.id === organisation.id || isStaff(actor)
    : canManageMembers(actor, organisation);

/** A company's owners look after its members; a body's secretaries, and administrators for any body. */
export const canManageMembers = (actor: Actor, organisation: Organisation): boolean =>
  organisation.kind === 'company'
    ? actor.role === 'company-owner' && actor.company?.id === organisation.id
    : canManageBody(actor, organisation.id);

export const canManageBody = (actor: Actor, bodyId: string): boolean =>
  actor.role === 'administrator' || (actor.role === 'secretary' && actor.body?.id === bodyId);

/** Nobody locks themselves out. */
export const canSuspend = (actor: Actor, userId: string): boolean =>
  actor.role === 'administrator' && actor.userId !== userId;

/** The role that an organisation must not lose its last holder of. */
export const leadingRole = ({ kind }: Organisation): Role =>
  kind === 'company' ? 'company-owner' : 'secretary';

/** Whether somebody who can sign in still leads the organisation once this member has gone. */
export const staysLed = (
  members: readonly { id: string; role: Role; suspendedAt: Date | null }[],
  leavingId: string,
  organisation: Organisation,
): boolean => {
  const leads = (member: { role: Role }) => member.role === leadingRole(organisation);
  const leaving = members.find((member) => member.id === leavingId);
  if (!leaving || !leads(leaving)) return true;
  return members.some((member) => member.id !== leavingId && leads(member) && member.suspendedAt === null);
};
