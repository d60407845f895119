import { describe, expect, it } from '@jest/globals';
import type { Room } from '#contracts/negotiations.js';
import type { RoomNda } from '#contracts/room-files.js';
import { ndaWaitsFor } from './nda-waits';

const seen = (role: Room['viewer']['role']) => ({ viewer: { role } }) as Room;
const nda = (...sides: ('owner' | 'candidate')[]) =>
  ({
    acceptances: sides.map((side) => ({ side })),
    inForceSince: sides.length === 2 ? '2026-11-01T00:00:00Z' : null,
  }) as RoomNda;

describe('ndaWaitsFor', () => {
  it('tells each company whose acceptance is missing', () => {
    expect(ndaWaitsFor(seen('owner'), nda())).toBe('both');
    expect(ndaWaitsFor(seen('owner'), nda('owner'))).toBe('other');
    expect(ndaWaitsFor(seen('candidate'), nda('owner'))).toBe('own');
    expect(ndaWaitsFor(seen('owner'), nda('owner', 'candidate'))).toBeNull();
  });

  it('tells those nothing who cannot accept', () => {
    expect(ndaWaitsFor(seen('coordinator'), nda())).toBeNull();
    expect(ndaWaitsFor(seen('partner'), nda('owner'))).toBeNull();
  });
});
