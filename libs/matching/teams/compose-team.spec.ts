import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { composeTeam } from './compose-team.js';
import { metresBetween } from './distance.js';
import { compareCost } from './near-team.js';
import { handOvers, inspections } from './route.js';
import type { Ability, TeamCost, TeamFirm, TeamQuestion } from './team.types.js';

/** Every way to give each step to a firm, every lead among them: the plain definition of the best team. */
function bruteForce(question: TeamQuestion): { cost: TeamCost; leadId: string; memberIds: string[] } | null {
  const { firms, steps, days, lockedIds, keptIds, keptLeadId } = question;
  let best: { cost: TeamCost; leadId: string; memberIds: string[]; rank: number[] } | null = null;
  const visit = (doers: number[]): void => {
    if (doers.length < steps) {
      firms.forEach((firm, i) => firm.abilities[doers.length] && visit([...doers, i]));
      return;
    }
    const abilities = doers.map((firm, step) => firms[firm]!.abilities[step]!);
    if (!abilities.some((ability) => ability.holdsTolerance)) return;
    const took = abilities.reduce((sum, ability) => sum + (ability.leadTimeDays ?? 0), 0);
    if (days !== null && took > days) return;
    const members = [...new Set(doers)].sort((a, b) => a - b);
    if (!lockedIds.every((id) => members.some((i) => firms[i]!.id === id))) return;
    for (const lead of members.filter((i) => firms[i]!.canLead)) {
      const rank = [lead, ...members.filter((i) => i !== lead)];
      const memberIds = rank.map((i) => firms[i]!.id);
      const isNew = keptIds.length > 0 ? memberIds.filter((id) => !keptIds.includes(id)).length : 0;
      const otherLead = keptLeadId !== null && keptLeadId !== memberIds[0] ? 1 : 0;
      const metres = rank.reduce((sum, i) => sum + metresBetween(firms[i]!, firms[lead]!), 0);
      const cost = { firms: members.length, changes: isNew + otherLead, metres };
      const order = best ? compareCost(cost, best.cost) || compareRanks(rank, best.rank) : -1;
      if (order < 0) best = { cost, leadId: memberIds[0]!, memberIds, rank };
    }
  };
  visit([]);
  return (
    best && { cost: (best as Best).cost, leadId: (best as Best).leadId, memberIds: (best as Best).memberIds }
  );
}
type Best = { cost: TeamCost; leadId: string; memberIds: string[] };

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((each, i) => each !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

const ability: fc.Arbitrary<Ability | null> = fc.option(
  fc.record({
    leadTimeDays: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
    holdsTolerance: fc.boolean(),
  }),
  { nil: null, freq: 1 },
);
const places = [
  { lat: 35.56, lon: 139.71 },
  { lat: 35.53, lon: 139.7 },
  { lat: 34.69, lon: 135.5 },
  { lat: 36.65, lon: 138.19 },
  { lat: null, lon: null },
];

const questions: fc.Arbitrary<TeamQuestion> = fc.integer({ min: 1, max: 4 }).chain((steps) =>
  fc
    .record({
      firms: fc.array(
        fc.record({
          place: fc.constantFrom(...places),
          canLead: fc.boolean(),
          abilities: fc.array(ability, { minLength: steps, maxLength: steps }),
        }),
        { maxLength: 6 },
      ),
      days: fc.option(fc.integer({ min: 1, max: 14 }), { nil: null }),
      locked: fc.array(fc.nat(5), { maxLength: 1 }),
      kept: fc.array(fc.nat(5), { maxLength: 3 }),
    })
    .map(({ firms, days, locked, kept }) => ({
      steps,
      days,
      firms: firms.map(({ place, ...firm }, i) => ({ id: `f${i}`, ...place, ...firm })),
      lockedIds: locked.map((i) => `f${i}`),
      keptIds: [...new Set(kept)].map((i) => `f${i}`),
      keptLeadId: kept[0] === undefined ? null : `f${kept[0]}`,
    })),
);

describe('composeTeam', () => {
  it('finds exactly what trying everything finds', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { team, lack, proven } = composeTeam(question);
        const expected = bruteForce(question);
        expect(team && { cost: team.cost, leadId: team.leadId, memberIds: team.memberIds }).toEqual(expected);
        expect(lack === null).toBe(expected !== null);
        expect(proven).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('gives each member a step that it can do, in time, and never has a maker inspect alone', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { team } = composeTeam(question);
        if (!team) return;
        const firm = (id: string) => question.firms.find((each) => each.id === id)!;
        expect(new Set(team.doers)).toEqual(new Set(team.memberIds));
        const abilities = team.doers.map((id, step) => firm(id).abilities[step]);
        expect(abilities.every(Boolean)).toBe(true);
        expect(abilities.some((each) => each!.holdsTolerance)).toBe(true);
        const days = abilities.reduce((sum, each) => sum + (each!.leadTimeDays ?? 0), 0);
        expect(days).toBeLessThanOrEqual(question.days ?? Infinity);
        for (const { makerId, inspectorId } of inspections(team.doers, team.leadId))
          expect(inspectorId).not.toBe(makerId);
      }),
    );
  });

  it('keeps the rest of a team where a replacement is as small, even if another team were nearer', () => {
    const all = { leadTimeDays: 3, holdsTolerance: true };
    const firm = (id: string, place: number, ...able: (Ability | null)[]): TeamFirm => ({
      ...{ id, canLead: true, abilities: able },
      ...places[place]!,
    });
    const firms = [
      firm('near-turner', 0, all, null),
      firm('near-plater', 0, null, all),
      firm('far-plater', 2, null, all),
      firm('another-turner', 2, all, null),
    ];
    const asked = { steps: 2, days: null, lockedIds: [], keptIds: [], keptLeadId: null };
    expect(composeTeam({ ...asked, firms }).team?.memberIds).toEqual(['near-turner', 'near-plater']);
    const without = firms.filter(({ id }) => id !== 'near-plater');
    expect(composeTeam({ ...asked, firms: without }).team?.memberIds).toEqual([
      'far-plater',
      'another-turner',
    ]);
    const kept = { keptIds: ['near-turner'], keptLeadId: 'near-turner' };
    expect(composeTeam({ ...asked, ...kept, firms: without }).team).toMatchObject({
      memberIds: ['near-turner', 'far-plater'],
      cost: { firms: 2, changes: 1 },
    });
  });

  it('says what is lacking', () => {
    const able = { leadTimeDays: 5, holdsTolerance: false };
    const firm: TeamFirm = { id: 'f', lat: null, lon: null, canLead: false, abilities: [able, null] };
    const asked = { steps: 2, days: 20, lockedIds: [], keptIds: [], keptLeadId: null };
    expect(composeTeam({ ...asked, firms: [firm] }).lack).toEqual({ kind: 'steps', steps: [1] });
    const both = { ...firm, abilities: [able, able] };
    expect(composeTeam({ ...asked, firms: [both] }).lack).toEqual({ kind: 'lead' });
    const lead = { ...both, canLead: true };
    expect(composeTeam({ ...asked, firms: [lead] }).lack).toEqual({ kind: 'tolerance' });
    const exact = { ...lead, abilities: [able, { ...able, holdsTolerance: true }] };
    expect(composeTeam({ ...asked, days: 9, firms: [exact] }).lack).toEqual({ kind: 'time', days: 10 });
    expect(composeTeam({ ...asked, lockedIds: ['g'], firms: [exact] }).lack).toEqual({ kind: 'locked' });
  });

  it('is exact for sixty firms, and says where more are not searched through', () => {
    const some = (seed: number) => (seed * 7919) % 97;
    const firms = (count: number): TeamFirm[] =>
      Array.from({ length: count }, (_, i) => ({
        id: `f${i}`,
        lat: 33 + some(i) / 30,
        lon: 133 + some(i + 41) / 20,
        canLead: some(i + 3) % 3 === 0,
        abilities: Array.from({ length: 8 }, (_unused, step) =>
          some(i * 11 + step * 5) % 4 === 0
            ? { leadTimeDays: 1 + (some(i + step) % 7), holdsTolerance: some(i + step) % 2 === 0 }
            : null,
        ),
      }));
    const asked = { steps: 8, days: 40, lockedIds: [], keptIds: [], keptLeadId: null };
    const sixty = composeTeam({ ...asked, firms: firms(60) });
    expect(sixty).toMatchObject({ proven: true, lack: null });
    const many = composeTeam({ ...asked, firms: firms(300) });
    expect(many).toMatchObject({ proven: false, lack: null });
    expect(many.team!.cost.firms).toBeLessThanOrEqual(sixty.team!.cost.firms);
  });
});

describe('the way of a part', () => {
  it('is handed over where the firm changes, and to the lead before delivery', () => {
    expect(handOvers(['a', 'a', 'b'], 'a')).toEqual([
      { afterStep: 1, fromId: 'a', toId: 'b' },
      { afterStep: 2, fromId: 'b', toId: 'a' },
    ]);
    expect(inspections(['a', 'a', 'b'], 'a').map(({ inspectorId }) => inspectorId)).toEqual(['b', 'b', 'a']);
    expect(inspections(['b', 'a'], 'a')).toEqual([
      { step: 0, makerId: 'b', inspectorId: 'a', on: 'hand-over' },
      { step: 1, makerId: 'a', inspectorId: null, on: 'arrival' },
    ]);
  });
});
