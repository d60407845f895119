import { describe, expect, it } from '@jest/globals';
import { roomRole, roomState, type RoomRole } from '#contracts/negotiations.js';
import {
  canAddMember,
  canClose,
  canOffer,
  canPause,
  canRemove,
  canResume,
  canSeeDeal,
  canWrite,
  isSeated,
  sideOf,
  type RoomFacts,
} from './room.policy.js';
import { mayGo } from './room.states.js';

type Openness = Pick<RoomFacts, 'state' | 'pausedAt'>;

const room = {
  state: 'open',
  pausedAt: null,
  ownerCompanyId: 'orderer',
  candidateCompanyId: 'supplier',
  bodyId: 'centre',
} as const;
const company = (id: string) => ({ id, isOrderer: true, isSupplier: true, approved: true });
const person = (organisation: { company?: string; body?: string }) => ({
  userId: 'somebody',
  company: organisation.company ? company(organisation.company) : null,
  body: organisation.body ? { id: organisation.body } : null,
});
const place = (role: RoomRole, leftAt: Date | null = null, companyId: string | null = null) => ({
  ...{ userId: 'somebody', role, leftAt, companyId },
});

describe('room policy', () => {
  it('seats members for the organisation that they still belong to', () => {
    expect(isSeated(person({ company: 'orderer' }), room, place('owner'))).toBe(true);
    expect(isSeated(person({ company: 'supplier' }), room, place('candidate'))).toBe(true);
    expect(isSeated(person({ body: 'centre' }), room, place('coordinator'))).toBe(true);
    expect(isSeated(person({ company: 'supplier' }), room, place('owner'))).toBe(false);
    expect(isSeated(person({ body: 'another' }), room, place('coordinator'))).toBe(false);
    expect(isSeated(person({}), room, place('owner'))).toBe(false);
  });

  it('seats nobody who is no member, has left, or is somebody else', () => {
    expect(isSeated(person({ company: 'orderer' }), room, null)).toBe(false);
    expect(isSeated(person({ company: 'orderer' }), room, place('owner', new Date()))).toBe(false);
    expect(isSeated(person({ company: 'orderer' }), room, { ...place('owner'), userId: 'other' })).toBe(
      false,
    );
  });

  it('seats no coordinator in a room without a support body', () => {
    expect(isSeated(person({}), { ...room, bodyId: null }, place('coordinator'))).toBe(false);
  });

  it('lets people write until the end, and offer and close only before an agreement', () => {
    const states = (may: (r: Openness) => boolean, pausedAt: Date | null = null) =>
      roomState.options.filter((state) => may({ state, pausedAt }));
    expect(states(canWrite)).toEqual(['open', 'agreed']);
    expect(states(canAddMember)).toEqual(['open', 'agreed']);
    expect(states((r) => canClose(r, 'owner'))).toEqual(['open']);
    expect(states((r) => canClose(r, 'partner'))).toEqual([]);
    expect(states((r) => canOffer(r, 'partner'))).toEqual([]);
    expect(states((r) => canOffer(r, 'owner'))).toEqual(['open']);
    expect(states((r) => canOffer(r, 'coordinator'))).toEqual([]);
    const now = new Date();
    for (const may of [canWrite, canAddMember, (r: Openness) => canOffer(r, 'owner')])
      expect(states(may, now)).toEqual([]);
    // Nobody is kept in talks that somebody else has paused.
    expect(states((r) => canClose(r, 'owner'), now)).toEqual(['open']);
  });

  it('lets coordinators alone pause a room, and resume it', () => {
    const who = (may: typeof canPause, room: Openness) => roomRole.options.filter((role) => may(room, role));
    const [going, paused] = [
      { state: 'agreed', pausedAt: null },
      { state: 'agreed', pausedAt: new Date() },
    ] as const;
    expect([who(canPause, going), who(canPause, paused)]).toEqual([['coordinator'], []]);
    expect([who(canResume, going), who(canResume, paused)]).toEqual([[], ['coordinator']]);
    expect(who(canPause, { ...going, state: 'closed' })).toEqual([]);
  });

  it('lets people take out themselves and their colleagues', () => {
    expect(canRemove(place('owner'), { ...place('owner'), userId: 'colleague' })).toBe(true);
    expect(canRemove(place('owner'), { ...place('candidate'), userId: 'other' })).toBe(false);
    expect(canRemove(place('coordinator'), { ...place('owner'), userId: 'other' })).toBe(false);
  });

  it('seats partners for their own firm, which is no side', () => {
    const partner = place('partner', null, 'plater');
    expect(isSeated(person({ company: 'plater' }), room, partner)).toBe(true);
    expect(isSeated(person({ company: 'supplier' }), room, partner)).toBe(false);
    const hardener = { ...place('partner', null, 'hardener'), userId: 'other' };
    expect(canRemove(partner, { ...partner, userId: 'colleague' })).toBe(true);
    expect(canRemove(partner, hardener)).toBe(false);
    expect(canSeeDeal('partner')).toBe(false);
  });

  it('knows which side speaks', () => {
    const roles = ['owner', 'candidate', 'partner', 'coordinator'] as const;
    expect(roles.map(sideOf)).toEqual(['owner', 'candidate', null, null]);
  });

  it('leads a room from open to one of two ends', () => {
    const ways = roomState.options.flatMap((from) =>
      roomState.options.filter((to) => mayGo(from, to)).map((to) => `${from} ${to}`),
    );
    expect(ways).toEqual(['open agreed', 'open closed']);
  });
});
