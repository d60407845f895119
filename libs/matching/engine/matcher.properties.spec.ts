import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Need, ProcessRow, Requirement, Supplier } from './match.types.js';
import { createMatcher } from './matcher.js';
import { shippedWeights, type RankingWeights } from './scoring.js';
import { StandingNeeds } from './standing/standing-needs.js';
import { exampleTaxonomy, supplier } from './testing/examples.js';
import { FullScan } from './testing/full-scan.js';

const processCode = fc.constantFrom('machining', 'cutting', 'turning', 'milling', 'plating');
const materialCode = fc.constantFrom('stainless', 'sus304', 'sus316', 'aluminium');
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const size = fc.integer({ min: 1, max: 5 });

const row: fc.Arbitrary<ProcessRow> = fc.record({
  code: processCode,
  maxX: maybe(size),
  maxY: maybe(size),
  maxZ: maybe(size),
  maxMassKg: maybe(size),
  toleranceMm: maybe(size),
  lotFrom: maybe(size),
  lotTo: maybe(size),
  leadTimeDays: maybe(size),
});
const day = fc.constantFrom('2026-10-01', '2026-11-01', '2026-11-04', '2027-01-01');
const words = fc
  .array(fc.constantFrom('切削', '旋削', 'SUS304', '部品', '印刷', '清掃', 'の', '業務'), { maxLength: 5 })
  .map((list) => list.join(''));
const theme = fc.constantFrom('ev', 'dx');
const prefecture = fc.constantFrom('13', '14', '27');
const certificate = fc.constantFrom('iso-9001', 'iso-13485');

const percent = fc.constantFrom(0, 50, 100);
const spare = fc.record({
  process: processCode,
  weeks4: maybe(percent),
  weeks8: maybe(percent),
  weeks12: maybe(percent),
  toldAt: fc.constantFrom(
    ...[0, 1, 30, 60, 100].map((days) =>
      new Date(Date.parse('2026-11-01') - days * 86_400_000).toISOString(),
    ),
  ),
});
const told: fc.Arbitrary<Supplier> = fc
  .record({
    approved: fc.boolean(),
    processes: fc.array(row, { maxLength: 3 }),
    materials: fc.array(materialCode, { maxLength: 2 }),
    certificates: fc.array(fc.record({ kind: certificate, validUntil: maybe(day) }), { maxLength: 2 }),
    prefecture: maybe(prefecture),
    themes: fc.array(theme, { maxLength: 2 }),
    capacity: fc.array(spare, { maxLength: 2 }),
    texts: fc.array(fc.record({ field: fc.constant('award' as const), text: words }), { maxLength: 4 }),
  })
  .map((parts) => supplier('', parts));

const asked = fc.oneof(
  fc.record({ kind: fc.constant('process' as const), code: processCode }),
  fc.record({ kind: fc.constant('material' as const), code: materialCode }),
  fc.record({ kind: fc.constant('envelope' as const), x: size, y: size, z: size }),
  fc.record({ kind: fc.constant('mass' as const), kg: size }),
  fc.record({ kind: fc.constant('tolerance' as const), mm: size }),
  fc.record({ kind: fc.constant('lot' as const), pieces: size }),
  fc.record({ kind: fc.constant('quantity' as const), pieces: size }),
  fc.record({ kind: fc.constant('certificate' as const), certificate }),
  fc.record({ kind: fc.constant('region' as const), prefectures: fc.array(prefecture, { minLength: 1 }) }),
  fc.record({ kind: fc.constant('delivery' as const), date: day }),
  fc.record({ kind: fc.constant('theme' as const), code: theme }),
);
const requirements: fc.Arbitrary<Requirement[]> = fc
  .array(fc.tuple(asked, fc.constantFrom('must' as const, 'want' as const)), { maxLength: 5 })
  .map((list) => list.map(([what, level], i) => ({ id: `r${i}`, level, ...what })));
const multiple = fc.constantFrom(0.5, 0.9, 1, 2);
const weights: fc.Arbitrary<RankingWeights> = fc.record({
  requirements: fc.record(
    { process: multiple, tolerance: multiple, delivery: multiple },
    { requiredKeys: [] },
  ),
  text: multiple,
});
const needed: fc.Arbitrary<Need> = fc
  .record({ title: words, text: words, requirements, weights: fc.option(weights, { nil: shippedWeights }) })
  .map((parts) => ({ id: 'need', today: '2026-11-01', ...parts }));

const suppliers = fc
  .array(told, { maxLength: 8 })
  .map((list) => list.map((each, i) => ({ ...each, id: `s${i}` })));

const uuids = [
  '0199f3a2-7c1e-7abc-8def-0123456789ab',
  '0199f3a1-7c1e-7abc-8def-0123456789ab',
  '0299f3a2-0000-7abc-8def-0123456789ab',
];

describe('matching', () => {
  it('answers what judging every supplier by every rule would', () => {
    const ids = fc.constantFrom(
      (i: number) => `s${i}`,
      (i: number) => uuids[i % uuids.length]!.slice(0, -2) + (10 + i),
    );
    const many = fc.array(told, { maxLength: 70 });
    fc.assert(
      fc.property(many, ids, needed, fc.nat(12), fc.nat(20), (list, idOf, need, limit, banned) => {
        const all = list.map((each, i) => ({ ...each, id: idOf(i) }));
        const options = { limit, excludeIds: [idOf(banned)] };
        const plain = new FullScan(exampleTaxonomy, all);
        const matcher = createMatcher(exampleTaxonomy);
        matcher.load(all);
        expect(matcher.match(need, options)).toEqual(plain.match(need, options));
        expect(matcher.excluded(need, options)).toEqual(plain.excluded(need, options));
      }),
      { numRuns: 150 },
    );
  });

  it('after changes in any order equals a full load of what is left', () => {
    const changes = fc.array(fc.tuple(fc.nat(5), maybe(told)), { maxLength: 25 });
    fc.assert(
      fc.property(changes, needed, fc.boolean(), (list, need, reversed) => {
        const changed = createMatcher(exampleTaxonomy);
        const left = new Map<string, Supplier>();
        for (const [number, parts] of list) {
          const id = `s${number}`;
          if (parts) changed.upsert({ ...parts, id });
          else changed.remove(id);
          if (parts) left.set(id, { ...parts, id });
          else left.delete(id);
        }
        const loaded = createMatcher(exampleTaxonomy);
        loaded.load(reversed ? [...left.values()].reverse() : left.values());
        expect(changed.size).toBe(left.size);
        expect(changed.match(need)).toEqual(loaded.match(need));
        expect(changed.excluded(need)).toEqual(loaded.excluded(need));
      }),
    );
  });

  it('returns nobody who misses a must, is not approved or is excluded, and no more than asked for', () => {
    fc.assert(
      fc.property(suppliers, needed, fc.nat(4), fc.nat(7), (all, need, limit, banned) => {
        const matcher = createMatcher(exampleTaxonomy);
        matcher.load(all);
        const candidates = matcher.match(need, { limit, excludeIds: [`s${banned}`] });
        expect(candidates.length).toBeLessThanOrEqual(limit);
        for (const { supplierId, score, reasons } of candidates) {
          expect(supplierId).not.toBe(`s${banned}`);
          expect(all.find(({ id }) => id === supplierId)!.approved).toBe(true);
          expect(reasons.some(({ level, verdict }) => level === 'must' && verdict === 'missed')).toBe(false);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  it('gives the best first: a smaller limit gives the beginning of the longer list', () => {
    fc.assert(
      fc.property(suppliers, needed, fc.nat(8), (all, need, limit) => {
        const matcher = createMatcher(exampleTaxonomy);
        matcher.load(all);
        const everybody = matcher.match(need);
        expect(matcher.match(need, { limit })).toEqual(everybody.slice(0, limit));
        const scores = everybody.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
    );
  });

  it('has for every reason its words, a question where unknown, a change where missed, in both languages', () => {
    fc.assert(
      fc.property(suppliers, needed, (all, need) => {
        const matcher = createMatcher(exampleTaxonomy);
        matcher.load(all);
        for (const { reasons } of matcher.match(need))
          for (const { verdict, kind, words, question, change } of reasons) {
            for (const each of [words, question, change])
              if (each)
                for (const text of [each.ja, each.en]) expect(text).not.toMatch(/undefined|NaN|null|^$/);
            if (verdict === 'unknown') expect(question).not.toBeNull();
            if (verdict === 'missed') expect(change).not.toBeNull();
            if (verdict === 'partly' && kind !== 'text') expect(question).not.toBeNull();
          }
      }),
    );
  });

  it('gives each supplier the needs that give it as a candidate, with the same score', () => {
    fc.assert(
      fc.property(suppliers, needed, (all, need) => {
        const matcher = createMatcher(exampleTaxonomy);
        matcher.load(all);
        const candidates = matcher.match(need);
        for (const each of all) {
          const [other] = matcher.matchSupplier(each, [need]);
          expect(other?.candidate).toEqual(candidates.find(({ supplierId }) => supplierId === each.id));
        }
      }),
    );
  });
});

describe('standing needs', () => {
  const several = fc
    .array(fc.tuple(needed, fc.constantFrom('order', 'patent')), { maxLength: 8 })
    .map((list) => list.map(([need, kind], i) => ({ ...need, id: `${kind}-${i}` })));

  it('give a supplier what judging need by need gives', () => {
    fc.assert(
      fc.property(suppliers, several, fc.array(fc.nat(8)), fc.nat(10), (all, needs, gone, limit) => {
        const matcher = createMatcher(exampleTaxonomy);
        matcher.load(all);
        const standing = new StandingNeeds(exampleTaxonomy);
        for (const need of needs) standing.put({ ...need, requirements: [] });
        for (const need of needs) standing.put(need);
        for (const i of gone) if (needs[i]) standing.remove(needs[i].id);
        const left = needs.filter((_, i) => !gone.includes(i));
        expect(standing.size).toBe(left.length);
        for (const each of all)
          expect(matcher.matchSupplier(each, standing, { limit })).toEqual(
            matcher.matchSupplier(each, left, { limit }),
          );
      }),
      { numRuns: 50 },
    );
  });

  it('tell which lists a change can touch: matching only those again is matching all again', () => {
    // Without words: the rarity of a word is that of all firms, so a new word moves every score a little.
    const wordless = several.map((needs) => needs.map((need) => ({ ...need, title: '', text: '' })));
    fc.assert(
      fc.property(suppliers, wordless, fc.nat(8), maybe(told), (all, needs, place, change) => {
        const matcher = createMatcher(exampleTaxonomy);
        matcher.load(all);
        const standing = new StandingNeeds(exampleTaxonomy);
        for (const need of needs) standing.put(need);
        const list = (need: Need) => matcher.matchWithFloor(need, { limit: 3 });
        const lists = new Map(needs.map((need) => [need.id, list(need)]));
        const id = `s${place}`;
        const reached = (supplier: Supplier | undefined) =>
          supplier ? matcher.reachedNeeds(supplier, standing) : [];
        const before = reached(matcher.supplier(id));
        if (change) matcher.upsert({ ...change, id });
        else matcher.remove(id);
        for (const { needId, reach } of [...before, ...reached(matcher.supplier(id))])
          if (reach >= lists.get(needId)!.floor)
            lists.set(needId, list(needs.find((need) => need.id === needId)!));
        for (const need of needs) expect(lists.get(need.id)).toEqual(list(need));
      }),
      { numRuns: 100 },
    );
  });
});

describe('telling more that meets a must', () => {
  /** The firm with what meets the requirement told as well; itself where that is a figure, or told already. */
  function meeting(what: Requirement, firm: Supplier): Supplier {
    switch (what.kind) {
      case 'material':
        return { ...firm, materials: [...firm.materials, what.code] };
      case 'certificate':
        return {
          ...firm,
          certificates: [...firm.certificates, { kind: what.certificate, validUntil: null }],
        };
      case 'region':
        return { ...firm, prefecture: firm.prefecture ?? what.prefectures[0]! };
      case 'theme':
        return { ...firm, themes: [...firm.themes, what.code] };
      case 'process':
        return { ...firm, processes: [...firm.processes, { code: what.code }] };
      default:
        return firm;
    }
  }

  it('never ranks a supplier below one that is equal but for it', () => {
    const approved = told.map((firm) => ({ ...firm, approved: true }));
    fc.assert(
      fc.property(approved, suppliers, needed, asked, (firm, others, need, what) => {
        const added: Requirement = { id: 'added', level: 'must', ...what };
        // A first entry in a list also tells that the rest is not on it: equal but for this must only without those.
        const rest = need.requirements.filter(({ kind }) => kind !== what.kind);
        const matcher = createMatcher(exampleTaxonomy);
        matcher.load([...others, { ...firm, id: 'without' }, { ...meeting(added, firm), id: 'with' }]);
        const candidates = matcher.match({ ...need, requirements: [...rest, added] });
        const scores = new Map(candidates.map(({ supplierId, score }) => [supplierId, score]));
        if (scores.has('without')) expect(scores.get('with')).toBeGreaterThanOrEqual(scores.get('without')!);
      }),
      { numRuns: 300 },
    );
  });
});
