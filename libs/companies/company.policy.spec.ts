import { describe, expect, it } from '@jest/globals';
import type { Role } from '#contracts/permissions.js';
import type { Actor } from '#platform/auth/index.js';
import {
  canApprove,
  canEdit,
  canManageMembers,
  canRead,
  canReadReason,
  type CompanyFacts,
} from './company.policy.js';

type Who = Pick<Actor, 'role' | 'company' | 'body'>;
const member = (id: string, approved = true, role: Role = 'company-member'): Who => ({
  role,
  company: { id, isOrderer: true, isSupplier: true, approved },
  body: null,
});
const staff = (role: Role, bodyId: string | null): Who => ({
  role,
  company: null,
  body: bodyId === null ? null : { id: bodyId },
});
const facts = (given: Partial<CompanyFacts> = {}): CompanyFacts => ({
  id: 'c',
  state: 'approved',
  bodyId: 'b',
  ...given,
});

describe('company policy', () => {
  it('shows approved companies to approved companies, others to staff and themselves', () => {
    for (const state of ['pending', 'rejected', 'suspended'] as const) {
      expect(canRead(member('other'), facts({ state }))).toBe(false);
      expect(canRead(member('c', false), facts({ state }))).toBe(true);
      expect(canRead(staff('coordinator', 'x'), facts({ state }))).toBe(true);
    }
    expect(canRead(member('other'), facts())).toBe(true);
    expect(canRead(member('other', false), facts())).toBe(false);
  });

  it('lets members, their body and administrators edit; approval is for the latter two', () => {
    expect(canEdit(member('c'), facts())).toBe(true);
    expect(canEdit(member('other'), facts())).toBe(false);
    expect(canApprove(member('c'), facts())).toBe(false);
    for (const can of [canEdit, canApprove]) {
      expect(can(staff('secretary', 'b'), facts())).toBe(true);
      expect(can(staff('secretary', 'x'), facts())).toBe(false);
      expect(can(staff('secretary', 'x'), facts({ bodyId: null }))).toBe(true);
      expect(can(staff('administrator', null), facts())).toBe(true);
    }
  });

  it('leaves members to the owner, and reasons between company and staff', () => {
    expect(canManageMembers(member('c'), facts())).toBe(false);
    expect(canManageMembers(member('c', true, 'company-owner'), facts())).toBe(true);
    expect(canManageMembers(member('other', true, 'company-owner'), facts())).toBe(false);
    expect(canReadReason(member('other'), facts())).toBe(false);
    expect(canReadReason(member('c'), facts())).toBe(true);
  });
});
