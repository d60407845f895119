import { describe, expect, it } from '@jest/globals';
import { tradeTerm } from '#contracts/trade-terms.js';
import { tradeTerms } from './trade-terms.js';

describe('the words of the trade', () => {
  it('are each there once, in both languages', () => {
    const codes = tradeTerms.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const term of tradeTerms) {
      expect(tradeTerm.parse(term)).toEqual(term);
      expect([term.code, term.ja.trim(), term.en.trim()]).not.toContain('');
      if (term.note) expect([term.note.ja, term.note.en]).not.toContain('');
    }
  });

  it('hold the eleven rules of Incoterms 2020, each by its three letters', () => {
    const rules = tradeTerms.filter(({ kind }) => kind === 'incoterms').map(({ also }) => also[0]);
    expect(rules.sort()).toEqual([
      'CFR',
      'CIF',
      'CIP',
      'CPT',
      'DAP',
      'DDP',
      'DPU',
      'EXW',
      'FAS',
      'FCA',
      'FOB',
    ]);
  });

  it('hold every process and material that companies state', () => {
    const of = (kind: string) =>
      tradeTerms.filter((term) => term.kind === kind).map(({ ja, en }) => [ja, en]);
    expect(of('process')).toContainEqual(['旋削加工', 'Turning']);
    expect(of('material').length).toBeGreaterThan(50);
  });
});
