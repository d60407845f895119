import { randomUUID } from 'node:crypto';
import { PASSWORD } from '../identity.js';
import { find, type Caller, type People } from './people.js';
import { thingOf, withParams, type Request } from './request.js';
import type { Things } from './things.js';

const someEmail = () => `${randomUUID()}@example.test`;

export function identityRequests(
  { ownBody, firm, callers, spareStaff }: People,
  things: Things,
): Record<string, Request> {
  const body = { params: { id: ownBody } };
  const company = { params: { id: firm.id } };
  const member = find(callers, 'own company-member').person;
  const account = { params: { id: member.id } };
  const profile = { name: '丙支援センター', nameEn: 'Centre C', orderersMayPropose: true };
  const newPassword = 'another long 電池';
  return {
    'identity.signUp': () => ({ body: { email: someEmail() } }),
    'identity.readLink': { query: { token: things.signUpToken } },
    'identity.completeSignUp': { body: { token: things.signUpToken, name: '新人', password: PASSWORD } },
    'identity.signIn': { body: { email: firm.owner.email, password: PASSWORD } },
    'identity.signOut': {},
    'identity.askReset': () => ({ body: { email: someEmail() } }),
    'identity.completeReset': { body: { token: things.resetToken, password: newPassword } },
    'identity.me': {},
    'identity.updateMe': { body: { name: '改名' } },
    'identity.changePassword': { body: { current: PASSWORD, password: newPassword } },
    'identity.sessions': {},
    'identity.revokeSession': (caller: Caller) => withParams({ id: thingOf(things.sessions, caller, firm) }),
    'identity.startTwoFactor': {},
    'identity.confirmTwoFactor': { body: { code: '000000' } },
    'identity.stopTwoFactor': { body: { password: PASSWORD } },
    'identity.companyMembers': company,
    'identity.inviteToCompany': () => ({ ...company, body: { email: someEmail(), role: 'company-member' } }),
    'identity.removeFromCompany': { params: { id: firm.id, userId: member.id } },
    'identity.bodies': {},
    'identity.createBody': { body: profile },
    'identity.getBody': body,
    'identity.updateBody': { ...body, version: 1, body: profile },
    'identity.bodyMembers': body,
    'identity.inviteToBody': () => ({ ...body, body: { email: someEmail(), role: 'coordinator' } }),
    'identity.removeFromBody': { params: { id: ownBody, userId: spareStaff.id } },
    'identity.accounts': {},
    'identity.suspendAccount': account,
    'identity.restoreAccount': account,
  };
}
