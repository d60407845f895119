import { describe, expect, it } from '@jest/globals';
import { roomRole } from '#contracts/message.js';
import {
  accepted,
  appointmentSteps,
  proposalOf,
  refusal,
  reminderDue,
  timeRefusal,
  type AppointmentFacts,
} from './appointment.states.js';

const now = new Date('2026-11-26T00:00:00Z');
const times = ['2026-12-02T05:00:00Z', '2026-12-01T05:00:00Z'];
const by = (side: 'owner' | 'candidate' | null) => ({ side, userId: 'somebody', name: '発注 花子' });
const proposal = (side: 'owner' | 'candidate' | null) =>
  proposalOf(by(side), { times, minutes: 60, reason: '' }, now);
const facts = (given: Partial<AppointmentFacts> = {}): AppointmentFacts => ({
  ...{ state: 'proposed', endsAt: null, sourceId: null, proposal: proposal('owner') },
  ...given,
});
const steps = (role: 'owner' | 'candidate' | 'coordinator', one: AppointmentFacts) =>
  appointmentSteps.filter((step) => refusal(step, role, one, now) === null);

describe('an appointment', () => {
  it('is accepted by the side that did not propose, and moved or called off by everybody', () => {
    expect(steps('candidate', facts())).toEqual(['accept', 'propose', 'cancel']);
    expect(steps('owner', facts())).toEqual(['propose', 'cancel']);
    expect(steps('coordinator', facts())).toEqual(['propose', 'cancel']);
    expect(refusal('accept', 'owner', facts(), now)).toBe('appointment/own-proposal');
  });

  it('keeps its time where a move is declined', () => {
    const endsAt = new Date('2026-12-01T06:00:00Z');
    const asked = facts({ state: 'confirmed', endsAt });
    for (const role of roomRole.options) expect(refusal('keep', role, asked, now)).toBe(null);
    expect(steps('owner', { ...asked, proposal: null })).toEqual(['propose', 'cancel']);
  });

  it('is nobody’s to change once it is over or called off, or where an organiser set it', () => {
    expect(steps('candidate', facts({ state: 'cancelled' }))).toEqual([]);
    expect(refusal('cancel', 'owner', facts({ state: 'confirmed', endsAt: now }), now)).toBe(
      'appointment/over',
    );
    expect(refusal('propose', 'owner', facts({ sourceId: 'slot' }), now)).toBe('appointment/fixed');
  });

  it('is agreed as soon as both sides can come at one time', () => {
    const one = accepted(proposal('owner'), 'candidate', 1);
    expect(one.span).toEqual({
      startsAt: new Date('2026-12-02T05:00:00Z'),
      endsAt: new Date('2026-12-02T06:00:00Z'),
    });
  });

  it('of a coordinator needs both sides, at the same time of the list', () => {
    const first = accepted(proposal(null), 'owner', 0);
    const second = accepted(first.proposal, 'candidate', 1);
    expect([first.span, second.span]).toEqual([null, null]);
    expect(accepted(second.proposal, 'owner', 0).span).toBe(null);
    expect(accepted(second.proposal, 'candidate', 0).span?.startsAt).toEqual(
      new Date('2026-12-01T05:00:00Z'),
    );
  });

  it('is not accepted for a time that has passed or is not in the list', () => {
    expect(timeRefusal(proposal('owner'), 0, now)).toBe(null);
    expect(timeRefusal(proposal('owner'), 0, new Date(times[1] ?? ''))).toBe('appointment/time-passed');
    expect(timeRefusal(proposal('owner'), 2, now)).toBe('request/not-found');
  });
});

describe('a reminder', () => {
  const startsAt = new Date('2026-12-01T05:00:00Z');
  const before = (minutes: number) => new Date(startsAt.getTime() - minutes * 60_000);
  const long = before(10_000);

  it('comes a day and fifteen minutes before, and not once it has begun', () => {
    expect(reminderDue(startsAt, long, before(1_441))).toBe(null);
    expect(reminderDue(startsAt, long, before(1_440))).toBe('day');
    expect(reminderDue(startsAt, long, before(16))).toBe('day');
    expect(reminderDue(startsAt, long, before(15))).toBe('soon');
    expect(reminderDue(startsAt, long, before(0))).toBe(null);
  });

  it('leaves out those who have only just agreed', () => {
    expect(reminderDue(startsAt, before(600), before(599))).toBe(null);
    expect(reminderDue(startsAt, before(600), before(15))).toBe('soon');
    expect(reminderDue(startsAt, before(10), before(9))).toBe(null);
  });
});
