import { describe, expect, it } from '@jest/globals';
import { revisionProblem, type EntryFacts } from './message.policy.js';

const own: EntryFacts = { kind: 'text', senderId: 'me', ageMs: 60_000, withdrawn: false };

describe('whether a message may be edited or taken back', () => {
  it.each([
    ['an own text', 'edit', {}, null],
    ['an own text', 'withdrawal', {}, null],
    ['an own file, which has no text', 'edit', { kind: 'file' }, 'request/not-found'],
    ['an own file', 'withdrawal', { kind: 'file' }, null],
    ['an offer', 'withdrawal', { kind: 'offer' }, 'request/not-found'],
    ['a version of a text', 'edit', { kind: 'edit' }, 'request/not-found'],
    ['what somebody else wrote', 'edit', { senderId: 'you' }, 'message/not-yours'],
    ['what the system says', 'withdrawal', { kind: 'system', senderId: null }, 'request/not-found'],
    ['what was taken back', 'edit', { withdrawn: true }, 'message/withdrawn'],
    ['what was taken back', 'withdrawal', { withdrawn: true }, 'message/withdrawn'],
    ['the last millisecond', 'edit', { ageMs: 15 * 60_000 - 1 }, null],
    ['a text when its time is over', 'edit', { ageMs: 15 * 60_000 }, 'message/too-late'],
  ] as const)('%s (%s)', (_, what, facts, problem) => {
    expect(revisionProblem(what, { ...own, ...facts }, 'me', 15)).toBe(problem);
  });

  it('is never so with a time of 0', () => {
    expect(revisionProblem('edit', { ...own, ageMs: 0 }, 'me', 0)).toBe('message/too-late');
  });
});
