import { describe, expect, it } from '@jest/globals';
import type { Role } from '#contracts/permissions.js';
import type { Actor } from '#platform/auth/index.js';
import { canManageMembers, canSeeMembers, canSuspend, staysLed } from './identity.policy.js';

const actor = (role: Role, own?: string): Actor => ({
  userId: 'me',
  name: '',
  role,
  language: 'ja',
  sessionId: '',
  company:
    own && role.startsWith('company') ? { id: own, isOrderer: true, isSupplier: true, approved: true } : null,
  body: own && !role.startsWith('company') ? { id: own } : null,
});
const company = { kind: 'company', id: 'a' } as const;
const body = { kind: 'body', id: 'a' } as const;

it.each([
  ['company-owner', 'a', true, true],
  ['company-member', 'a', true, false],
  ['company-owner', 'b', false, false],
  ['coordinator', 'x', true, false],
  ['secretary', 'x', true, false],
  ['administrator', undefined, true, false],
  ['newcomer', undefined, false, false],
] as const)('a %s of %s and a company', (role, own, sees, manages) => {
  expect(canSeeMembers(actor(role, own), company)).toBe(sees);
  expect(canManageMembers(actor(role, own), company)).toBe(manages);
});

it.each([
  ['secretary', 'a', true],
  ['secretary', 'b', false],
  ['coordinator', 'a', false],
  ['administrator', undefined, true],
  ['company-owner', 'a', false],
] as const)('a %s of %s and a support body', (role, own, manages) => {
  expect(canSeeMembers(actor(role, own), body)).toBe(manages);
  expect(canManageMembers(actor(role, own), body)).toBe(manages);
});

it('an administrator suspends others only', () => {
  expect(canSuspend(actor('administrator'), 'you')).toBe(true);
  expect(canSuspend(actor('administrator'), 'me')).toBe(false);
  expect(canSuspend(actor('secretary', 'a'), 'you')).toBe(false);
});

describe('an organisation', () => {
  const member = (id: string, role: Role, suspended = false) => ({
    id,
    role,
    suspendedAt: suspended ? new Date() : null,
  });

  it('may lose a member who does not lead it', () => {
    expect(staysLed([member('1', 'company-owner'), member('2', 'company-member')], '2', company)).toBe(true);
  });
  it('may lose one of two leaders, not the last', () => {
    expect(staysLed([member('1', 'company-owner'), member('2', 'company-owner')], '2', company)).toBe(true);
    expect(staysLed([member('1', 'secretary'), member('2', 'coordinator')], '1', body)).toBe(false);
  });
  it('is not led by a suspended account', () => {
    expect(staysLed([member('1', 'secretary'), member('2', 'secretary', true)], '1', body)).toBe(false);
    expect(staysLed([member('1', 'secretary'), member('2', 'secretary', true)], '2', body)).toBe(true);
  });
});
