import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { roles } from './permissions.js';
import { byId, id, instant, language, line, pageOf, pageQuery } from './shapes.js';

export const email = z
  .email()
  .max(254)
  .transform((v) => v.toLowerCase());
export const password = z.string().min(10).max(200);
const token = z.string().min(20).max(200);
/** Six digits of an authenticator app (RFC 6238). */
const totpCode = z
  .string()
  .trim()
  .regex(/^\d{6}$/);
export const mailSetting = z.enum(['instant', 'daily', 'off']);
export const companyRole = z.enum(['company-owner', 'company-member']);
export const bodyRole = z.enum(['coordinator', 'secretary']);

/** The signed-in person, and what they belong to. */
export const me = z.object({
  id,
  email: z.string(),
  name: z.string(),
  role: z.enum(roles),
  language,
  mail: mailSetting,
  twoFactor: z.boolean(),
  company: z
    .object({ id, name: z.string(), isOrderer: z.boolean(), isSupplier: z.boolean(), approved: z.boolean() })
    .nullable(),
  body: z.object({ id, name: z.string() }).nullable(),
});
export type Me = z.infer<typeof me>;

/** What a mailed link is for. */
export const linkInfo = z.object({
  kind: z.enum(['sign-up', 'company-invitation', 'body-invitation', 'reset']),
  email: z.string(),
  organisation: z.string().nullable(),
  /** The address has an account: an invitation is then accepted with that account's password. */
  hasAccount: z.boolean(),
});
export type LinkInfo = z.infer<typeof linkInfo>;

export const session = z.object({
  id,
  device: z.string(),
  createdAt: instant,
  lastSeenAt: instant,
  current: z.boolean(),
});
export type Session = z.infer<typeof session>;

export const member = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  joinedAt: instant,
});
export type Member = z.infer<typeof member>;
export const invitation = z.object({ id, email: z.string(), role: z.string(), expiresAt: instant });
export type Invitation = z.infer<typeof invitation>;

export const supportBody = z.object({
  id,
  name: z.string(),
  nameEn: z.string(),
  prefecture: z.string().nullable(),
  /** Whether an orderer of this body's companies may propose an introduction without a coordinator. */
  orderersMayPropose: z.boolean(),
  version: z.int(),
});
export type SupportBody = z.infer<typeof supportBody>;
export const supportBodyInput = z.object({
  name: line(),
  nameEn: line(),
  prefecture: z.string().length(2).nullable().default(null),
  orderersMayPropose: z.boolean().default(false),
});

/** A user as the administrator sees them. */
export const account = z.object({
  id,
  email: z.string(),
  name: z.string(),
  role: z.enum(roles),
  affiliation: z.string().nullable(),
  createdAt: instant,
  suspendedAt: instant.nullable(),
});
export type Account = z.infer<typeof account>;

export const identityApi = {
  signUp: endpoint({
    method: 'POST',
    path: '/auth/sign-up',
    access: 'public',
    summary: 'Sends a link to confirm the address; the answer never tells whether an account exists',
    body: z.object({ email, language: language.default('ja') }),
  }),
  readLink: endpoint({
    method: 'GET',
    path: '/auth/link',
    access: 'public',
    summary: 'What a mailed link is for (sign-up, invitation, reset)',
    query: z.object({ token }),
    response: linkInfo,
  }),
  completeSignUp: endpoint({
    method: 'POST',
    path: '/auth/complete',
    access: 'public',
    creates: true,
    summary:
      'Sets name and password by a sign-up or invitation link, and signs in; who has an account gives its password',
    body: z.object({ token, name: line(100), password, language: language.default('ja') }),
    response: me,
  }),
  signIn: endpoint({
    method: 'POST',
    path: '/auth/sign-in',
    access: 'public',
    summary: 'Signs in; sets the session cookie. 401 auth/two-factor-needed asks for the code',
    body: z.object({ email, password: z.string().max(200), code: totpCode.optional() }),
    response: me,
  }),
  signOut: endpoint({
    method: 'POST',
    path: '/auth/sign-out',
    access: 'signed-in',
    summary: 'Ends this session',
  }),
  askReset: endpoint({
    method: 'POST',
    path: '/auth/reset',
    access: 'public',
    summary: 'Sends a link to set a new password',
    body: z.object({ email }),
  }),
  completeReset: endpoint({
    method: 'POST',
    path: '/auth/reset/complete',
    access: 'public',
    summary: 'Sets the new password and ends all sessions',
    body: z.object({ token, password }),
  }),
  me: endpoint({
    method: 'GET',
    path: '/me',
    access: 'signed-in',
    summary: 'The signed-in person',
    response: me,
  }),
  updateMe: endpoint({
    method: 'PATCH',
    path: '/me',
    access: 'signed-in',
    summary: 'Changes name, language, mail setting',
    body: z.object({ name: line(100), language, mail: mailSetting }).partial(),
    response: me,
  }),
  changePassword: endpoint({
    method: 'POST',
    path: '/me/password',
    access: 'signed-in',
    summary: 'Changes the password; other sessions end',
    body: z.object({ current: z.string().max(200), password }),
  }),
  sessions: endpoint({
    method: 'GET',
    path: '/me/sessions',
    access: 'signed-in',
    summary: 'Own sessions',
    response: z.object({ items: z.array(session) }),
  }),
  revokeSession: endpoint({
    method: 'DELETE',
    path: '/me/sessions/:id',
    access: 'signed-in',
    summary: 'Ends one of the own sessions',
    params: byId,
  }),
  startTwoFactor: endpoint({
    method: 'POST',
    path: '/me/two-factor',
    access: 'signed-in',
    summary: 'A new secret for an authenticator app; not active until confirmed',
    response: z.object({ secret: z.string(), uri: z.string(), qrSvg: z.string() }),
  }),
  confirmTwoFactor: endpoint({
    method: 'POST',
    path: '/me/two-factor/confirm',
    access: 'signed-in',
    summary: 'Turns two-factor sign-in on',
    body: z.object({ code: totpCode }),
  }),
  stopTwoFactor: endpoint({
    method: 'POST',
    path: '/me/two-factor/stop',
    access: 'signed-in',
    summary: 'Turns two-factor sign-in off',
    body: z.object({ password: z.string().max(200) }),
  }),

  companyMembers: endpoint({
    method: 'GET',
    path: '/companies/:id/members',
    access: 'company:edit',
    summary: 'Members and open invitations',
    params: byId,
    response: z.object({
      members: z.array(member),
      invitations: z.array(invitation),
      can: z.object({ manage: z.boolean() }),
    }),
  }),
  inviteToCompany: endpoint({
    method: 'POST',
    path: '/companies/:id/invitations',
    access: 'company:manage-members',
    creates: true,
    summary: 'Invites a colleague by e-mail',
    params: byId,
    body: z.object({ email, role: companyRole }),
    response: invitation,
  }),
  removeFromCompany: endpoint({
    method: 'DELETE',
    path: '/companies/:id/members/:userId',
    access: 'company:manage-members',
    summary: 'Takes a member out; rooms and sessions close at once',
    params: z.object({ id, userId: id }),
  }),
  bodies: endpoint({
    method: 'GET',
    path: '/bodies',
    access: 'signed-in',
    summary: 'All support bodies',
    response: z.object({ items: z.array(supportBody) }),
  }),
  createBody: endpoint({
    method: 'POST',
    path: '/bodies',
    access: 'system:administer',
    creates: true,
    summary: 'A new support body',
    body: supportBodyInput,
    response: supportBody,
  }),
  getBody: endpoint({
    method: 'GET',
    path: '/bodies/:id',
    access: 'body:manage',
    summary: 'A support body',
    versioned: 'read',
    params: byId,
    response: supportBody,
  }),
  updateBody: endpoint({
    method: 'PUT',
    path: '/bodies/:id',
    access: 'body:manage',
    summary: 'Changes a support body',
    versioned: 'write',
    params: byId,
    body: supportBodyInput,
    response: supportBody,
  }),
  bodyMembers: endpoint({
    method: 'GET',
    path: '/bodies/:id/members',
    access: 'body:manage',
    summary: 'Members and open invitations',
    params: byId,
    response: z.object({ members: z.array(member), invitations: z.array(invitation) }),
  }),
  inviteToBody: endpoint({
    method: 'POST',
    path: '/bodies/:id/invitations',
    access: 'body:manage',
    creates: true,
    summary: 'Invites a coordinator or secretary',
    params: byId,
    body: z.object({ email, role: bodyRole }),
    response: invitation,
  }),
  removeFromBody: endpoint({
    method: 'DELETE',
    path: '/bodies/:id/members/:userId',
    access: 'body:manage',
    summary: 'Takes a member out',
    params: z.object({ id, userId: id }),
  }),
  accounts: endpoint({
    method: 'GET',
    path: '/accounts',
    access: 'system:administer',
    summary: 'All accounts',
    query: pageQuery.extend({ q: z.string().max(100).default('') }),
    response: pageOf(account),
  }),
  suspendAccount: endpoint({
    method: 'POST',
    path: '/accounts/:id/suspend',
    access: 'system:administer',
    summary: 'Locks an account and ends its sessions',
    params: byId,
  }),
  restoreAccount: endpoint({
    method: 'POST',
    path: '/accounts/:id/restore',
    access: 'system:administer',
    summary: 'Unlocks an account',
    params: byId,
  }),
};
