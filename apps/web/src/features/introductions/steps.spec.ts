import { describe, expect, it } from '@jest/globals';
import type { Introduction } from '#contracts/introductions.js';
import { stepsOf } from './steps';

const at = '2026-11-01T00:00:00.000Z';
const party = (consent: Introduction['owner']['consent']) =>
  ({ consent, answeredAt: consent === 'waiting' ? null : at }) as Introduction['owner'];

const stepsIn = (
  state: Introduction['state'],
  owner: Introduction['owner']['consent'],
  candidate: Introduction['owner']['consent'],
  roomId: string | null = null,
) =>
  stepsOf({
    ...{ state, owner: party(owner), candidate: party(candidate), roomId },
    ...{ createdAt: at, updatedAt: at, outcomeOn: null },
  }).map((step) => `${step.name} ${step.state}`);

describe('the steps of an introduction', () => {
  it('lie ahead while answers are missing', () => {
    expect(stepsIn('proposed', 'consented', 'waiting')).toEqual([
      'proposed done',
      'owner done',
      'candidate ahead',
      'room ahead',
      'result ahead',
    ]);
  });

  it('end with a refusal', () => {
    expect(stepsIn('declined', 'consented', 'declined')).toEqual([
      'proposed done',
      'owner done',
      'candidate ended',
    ]);
  });

  it('leave the room out where it never came to that', () => {
    expect(stepsIn('expired', 'waiting', 'waiting')).toEqual([
      'proposed done',
      'owner ahead',
      'candidate ahead',
      'result ended',
    ]);
  });

  it('are all done with an agreement', () => {
    expect(stepsIn('agreed', 'consented', 'consented', 'room').every((step) => step.endsWith('done'))).toBe(
      true,
    );
  });
});
