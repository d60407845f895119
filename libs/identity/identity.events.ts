import { z } from 'zod';
import { roles } from '#contracts/permissions.js';
import { defineEvent } from '#platform/events/index.js';

const userId = z.uuid();
const bodyId = z.uuid();

/** A link is to be mailed. Only its id: the token must not stand in a row that stays (link-token.ts). */
export const linkAsked = defineEvent('identity.link-asked', z.object({ linkId: z.uuid() }));
export const signedUp = defineEvent('identity.signed-up', z.object({ userId }));
export const signedIn = defineEvent('identity.signed-in', z.object({ userId, sessionId: z.uuid() }));
/** A session ended before its time: its sockets go. */
export const sessionRevoked = defineEvent(
  'identity.session-revoked',
  z.object({ userId, sessionId: z.uuid() }),
);
export const passwordChanged = defineEvent('identity.password-changed', z.object({ userId }));
export const twoFactorChanged = defineEvent(
  'identity.two-factor-changed',
  z.object({ userId, active: z.boolean() }),
);

const membership = z.object({
  userId,
  companyId: z.uuid().nullable(),
  bodyId: bodyId.nullable(),
  role: z.enum(roles),
});
/** Somebody became a member of a company or a support body. */
export const memberJoined = defineEvent('identity.member-joined', membership);
/** Somebody is no longer a member; `role` is what they were. Their sessions have ended. */
export const memberRemoved = defineEvent('identity.member-removed', membership);

export const accountSuspended = defineEvent('identity.account-suspended', z.object({ userId }));
export const accountRestored = defineEvent('identity.account-restored', z.object({ userId }));
export const bodyCreated = defineEvent('identity.body-created', z.object({ bodyId }));
export const bodyChanged = defineEvent('identity.body-changed', z.object({ bodyId }));
