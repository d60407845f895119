import { describe, expect, it } from '@jest/globals';
import { exampleTaxonomy, must, need, row, supplier } from '../engine/testing/examples.js';
import { composeTeam } from './compose-team.js';
import { TeamNeed } from './team-question.js';

const order = (...requirements: Parameters<typeof need>[0]) =>
  new TeamNeed(need(requirements), exampleTaxonomy);
const turned = must({ kind: 'process', code: 'turning' }, 'turned');
const plated = must({ kind: 'process', code: 'plating' }, 'plated');

describe('TeamNeed', () => {
  it('takes as doers those who have told that they do it and miss nothing, in the rows of that step', () => {
    const asked = order(turned, plated, must({ kind: 'lot', pieces: 500 }));
    const firms = asked.firms([
      supplier('silent'),
      supplier('turner', { processes: [row('turning', { lotTo: 1000 }), row('plating', { lotTo: 100 })] }),
      supplier('cutter', { processes: [row('cutting')] }),
      supplier('plater', { processes: [row('plating', { leadTimeDays: 9 })] }),
    ]);
    const able = Object.fromEntries(firms.map(({ id, abilities }) => [id, abilities.map(Boolean)]));
    expect(able).toEqual({ turner: [true, false], cutter: [true, false], plater: [false, true] });
    expect(firms.find(({ id }) => id === 'plater')?.abilities[1]?.leadTimeDays).toBe(9);
  });

  it('lets lead who holds the certificates on the day of delivery', () => {
    const asked = order(
      turned,
      must({ kind: 'certificate', certificate: 'iso-9001' }),
      must({ kind: 'delivery', date: '2026-12-01' }),
    );
    const holding = (id: string, validUntil: string | null) =>
      supplier(id, { processes: [row('turning')], certificates: [{ kind: 'iso-9001', validUntil }] });
    const leads = asked
      .firms([
        supplier('none', { processes: [row('turning')] }),
        holding('long', '2027-01-01'),
        holding('ran-out', '2026-10-01'),
      ])
      .filter(({ canLead }) => canLead);
    expect(leads.map(({ id }) => id)).toEqual(['long']);
    expect(asked.days).toBe(30);
  });

  it('asks for the tightest tolerance in one step, of those that told it', () => {
    const tight = must({ kind: 'tolerance', mm: 0.01 });
    const asked = order(turned, plated, tight, must({ kind: 'tolerance', mm: 0.1 }, 'loose'));
    const plater = supplier('plater', { processes: [row('plating')] });
    const fine = supplier('fine', { processes: [row('turning', { toleranceMm: 0.005 })] });
    const coarse = supplier('coarse', { processes: [row('turning', { toleranceMm: 0.05 })] });
    const teamOf = (...firms: Parameters<typeof asked.firms>[0][number][]) =>
      composeTeam({
        ...{ steps: 2, days: asked.days, lockedIds: [], keptIds: [], keptLeadId: null },
        firms: asked.firms(firms),
      });
    expect(teamOf(coarse, fine, plater).team?.memberIds).toEqual(['fine', 'plater']);
    // Nobody told that it holds it: who told nothing about it is asked.
    expect(teamOf(coarse, plater).team?.memberIds).toEqual(['coarse', 'plater']);
    expect(asked.toleranceWords?.en).toBe('Tolerance 0.01 mm');
  });

  it('asks what a chosen firm has not told', () => {
    const asked = order(turned, must({ kind: 'material', code: 'sus304' }));
    const [question] = asked.questions(supplier('a', { processes: [row('turning')] }), 0);
    expect(question?.question.en).toBe('Can you work with SUS304?');
  });
});
