import { describe, expect, it } from '@jest/globals';
import { rulePresets, type MeetingEventContent, type MeetingSide } from '#contracts/meeting-events.js';
import { participation, type Want } from '#contracts/meeting-participants.js';
import { forecastOf, type ForecastFirm } from './forecast.js';

const firm = (id: string, side: MeetingSide, given: object = {}): ForecastFirm => ({
  ...{ id, name: id, side, bodyId: 'body' },
  content: participation.parse({ side, contact: '担当', pitch: '', ...given }),
});
const event = (given: object = {}): MeetingEventContent =>
  ({
    format: 'on-site',
    tables: 60,
    rules: rulePresets['12'],
    days: [{ on: '2026-12-01', from: '13:00', until: '16:36', breakFrom: null, breakUntil: null }],
    ...given,
  }) as MeetingEventContent;
const wish = (fromId: string, toId: string, want: Want = 'like') => ({ fromId, toId, want });

describe('the forecast', () => {
  it('gives what the fair of 2009 offered: 36 orderers with 18 slots of 12 minutes for 304 suppliers', () => {
    const firms = [
      ...Array.from({ length: 36 }, (_, i) => firm(`o${i}`, 'orderer')),
      ...Array.from({ length: 304 }, (_, i) => firm(`s${i}`, 'supplier')),
    ];
    const { slots, offered, perSupplier } = forecastOf(event(), firms, []);
    expect([slots, offered, perSupplier]).toEqual([18, 648, 2.1]);
  });

  it('counts pairs once, and none that one side refuses', () => {
    const firms = ['o', 'p']
      .map((id) => firm(id, 'orderer'))
      .concat(['s', 't'].map((id) => firm(id, 'supplier')));
    const wishes = [
      wish('o', 's'),
      wish('s', 'o', 'must'),
      wish('s', 'p'),
      wish('p', 's', 'no'),
      wish('t', 'p'),
    ];
    const { asked, mutual, firms: counted } = forecastOf(event(), firms, wishes);
    expect([asked, mutual]).toEqual([2, 1]);
    expect(counted.find(({ participantId }) => participantId === 's')).toMatchObject({
      made: 2,
      received: 1,
    });
  });

  it('is bounded by what firms can come to, and by the tables', () => {
    const firms = [
      firm('o', 'orderer', { forbiddenSlots: [1, 2, 3] }),
      firm('s', 'supplier', { halves: 'morning' }),
    ];
    expect(forecastOf(event(), firms, []).firms.map(({ capacity }) => capacity)).toEqual([15, 0]);
    const many = [firm('o', 'orderer'), firm('p', 'orderer')].concat(
      Array.from({ length: 20 }, (_, i) => firm(`s${i}`, 'supplier')),
    );
    expect(forecastOf(event({ tables: 1 }), many, []).offered).toBe(18);
    expect(forecastOf(event({ tables: 1, format: 'hybrid' }), many, []).offered).toBe(36);
  });
});
