import type { Language } from '#contracts/shapes.js';
import { roleHolds, type Permission, type Role } from '#contracts/permissions.js';
import { AppError } from '../http/app-error.js';

/** Who is asking: the person, and the company or support body they act for. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
  readonly language: Language;
  readonly sessionId: string;
  readonly company: {
    readonly id: string;
    readonly isOrderer: boolean;
    readonly isSupplier: boolean;
    readonly approved: boolean;
  } | null;
  readonly body: { readonly id: string } | null;
}

/** What a company may do before a support body has approved it: look after its own data. */
const openBeforeApproval: readonly Permission[] = ['company:edit', 'company:read', 'company:manage-members'];

/** Refuses with `auth/forbidden`, or `company/not-approved` while the company waits for approval. */
export function demandPermission(actor: Actor, permission: Permission): void {
  if (!roleHolds(actor.role, permission)) throw new AppError('auth/forbidden');
  if (actor.company && !actor.company.approved && !openBeforeApproval.includes(permission)) {
    throw new AppError('company/not-approved');
  }
}

/** Refuses with `auth/forbidden` unless the policy's answer is yes. */
export function authorize(allowed: boolean): void {
  if (!allowed) throw new AppError('auth/forbidden');
}

/** Coordinators, secretaries and administrators: they broker, so they see who is who. */
export const isStaff = (actor: Pick<Actor, 'role'>): boolean =>
  actor.role === 'coordinator' || actor.role === 'secretary' || actor.role === 'administrator';

/** Tells whose session a cookie is. Written by the identity context. */
export abstract class Sessions {
  abstract findActor(token: string): Promise<Actor | null>;
}

export const SESSION_COOKIE = 'nakadachi_session';
