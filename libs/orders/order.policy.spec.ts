import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { orderState } from '#contracts/orders.js';
import type { Role } from '#contracts/permissions.js';
import * as policy from './order.policy.js';
import { mayGo } from './order.states.js';

const company = (id: string, isOrderer = true) => ({ id, isOrderer, isSupplier: true, approved: true });
const person = (role: Role, id?: string) => ({ role, company: id ? company(id) : null });

const own = person('company-member', 'poster');
const stranger = person('company-owner', 'stranger');
const staff = (['coordinator', 'secretary', 'administrator'] as const).map((role) => person(role));
const newcomer = person('newcomer');
const others = [stranger, newcomer, ...staff];

const orders: fc.Arbitrary<policy.OrderFacts> = fc
  .record({
    companyId: fc.constant('poster'),
    state: fc.constantFrom(...orderState.options),
    visibility: fc.constantFrom('anonymous', 'open'),
    wasPublished: fc.boolean(),
    disclosed: fc.boolean(),
  })
  // What a state says of the past: a draft was never published, a cancelled order perhaps.
  .map(({ wasPublished, ...order }) => {
    const published =
      order.state === 'cancelled' ? wasPublished : order.state === 'published' || order.state === 'closed';
    return { ...order, publishedAt: published ? new Date() : null };
  });

const changes = [policy.canEdit, policy.canAmend, policy.canEnd, policy.canCancel];

describe('order policy', () => {
  it('shows what was never published to nobody but its company', () => {
    fc.assert(
      fc.property(orders, (order) => {
        expect(policy.canRead(own, order)).toBe(true);
        expect(policy.canRead(newcomer, order)).toBe(false);
        for (const viewer of [stranger, ...staff])
          expect(policy.canRead(viewer, order)).toBe(order.publishedAt !== null);
      }),
    );
  });

  it('shows who asks to the own company, to staff, and to others where it is open or disclosed', () => {
    fc.assert(
      fc.property(orders, (order) => {
        expect(policy.canReadInFull(own, order)).toBe(true);
        for (const viewer of staff)
          expect(policy.canReadInFull(viewer, order)).toBe(policy.canRead(viewer, order));
        expect(policy.canReadInFull(stranger, order)).toBe(
          policy.canRead(stranger, order) && (order.visibility === 'open' || order.disclosed),
        );
      }),
    );
  });

  it('lets only the own company change an order, and each change only where its state may go there', () => {
    fc.assert(
      fc.property(orders, (order) => {
        for (const viewer of others)
          expect(changes.some((may) => may(viewer, order)) || policy.isOwn(viewer, order)).toBe(false);
        expect(policy.canEdit(own, order)).toBe(mayGo(order.state, 'published'));
        expect(policy.canEnd(own, order)).toBe(mayGo(order.state, 'closed'));
        expect(policy.canCancel(own, order)).toBe(mayGo(order.state, 'cancelled'));
        expect(policy.canAmend(own, order)).toBe(order.state === 'published');
      }),
    );
  });

  it('shows candidates to the poster and to those who broker, never to the candidates', () => {
    fc.assert(
      fc.property(orders, (order) => {
        expect(policy.canReadCandidates(stranger, order)).toBe(false);
        expect(policy.canReadCandidates(newcomer, order)).toBe(false);
        for (const viewer of [own, ...staff])
          expect(policy.canReadCandidates(viewer, order)).toBe(order.publishedAt !== null);
      }),
    );
  });

  it('lets companies post that order', () => {
    expect(policy.canCreate({ role: 'company-owner', company: company('a', true) })).toBe(true);
    expect(policy.canCreate({ role: 'company-owner', company: company('a', false) })).toBe(false);
    expect(policy.canCreate(newcomer)).toBe(false);
    for (const one of staff) expect(policy.canCreate(one)).toBe(false);
  });
});
