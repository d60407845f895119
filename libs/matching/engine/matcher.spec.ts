import { describe, expect, it } from '@jest/globals';
import type { Need, Requirement, Supplier } from './match.types.js';
import { createMatcher } from './matcher.js';
import { awards, exampleTaxonomy, must, need, row, supplier, want } from './testing/examples.js';

function matcherOf(...suppliers: Supplier[]) {
  const matcher = createMatcher(exampleTaxonomy);
  matcher.load(suppliers);
  return matcher;
}
const ids = (candidates: { supplierId: string }[]) => candidates.map(({ supplierId }) => supplierId);

const turning = must({ kind: 'process', code: 'turning' });
const tolerance = must({ kind: 'tolerance', mm: 0.01 });
const iso = must({ kind: 'certificate', certificate: 'iso-13485' });

describe('musts', () => {
  const fits = supplier('fits', { processes: [row('turning', { toleranceMm: 0.005 })] });
  const silent = supplier('silent', { processes: [row('turning')] });
  const coarse = supplier('coarse', { processes: [row('turning', { toleranceMm: 0.1 })] });
  const broader = supplier('broader', { processes: [row('cutting', { toleranceMm: 0.005 })] });
  const matcher = matcherOf(coarse, silent, broader, fits);

  it('leave out who is known to miss one, and keep who has not told', () => {
    expect(ids(matcher.match(need([turning, tolerance])))).toEqual(['fits', 'broader', 'silent']);
  });
  it('are counted as met or unknown, and unknown ones carry a question', () => {
    const [first, , last] = matcher.match(need([turning, tolerance]));
    expect([first!.mustsMet, first!.unknownMusts]).toEqual([2, 0]);
    expect([last!.mustsMet, last!.unknownMusts]).toEqual([1, 1]);
    expect(last!.reasons.map(({ question }) => question?.ja ?? null)).toEqual([
      null,
      '公差 0.01mm まで出せますか。',
    ]);
  });
  it('stand before wants in the reasons, each in the need’s order', () => {
    const requirements = [
      want({ kind: 'mass', kg: 1 }),
      turning,
      want({ kind: 'lot', pieces: 1 }),
      tolerance,
    ];
    const [first] = matcher.match(need(requirements));
    expect(first!.reasons.map(({ kind }) => kind)).toEqual(['process', 'tolerance', 'mass', 'lot']);
  });
  it('as wants only rank', () => {
    const wants = [turning, { ...tolerance, level: 'want' } as Requirement];
    expect(ids(matcher.match(need(wants)))).toEqual(['fits', 'silent', 'broader', 'coarse']);
  });
});

describe('text', () => {
  const printer = supplier('printer', { texts: awards('広報誌の印刷', '冊子の印刷製本') });
  const cleaner = supplier('cleaner', { texts: awards('庁舎の清掃', '窓の清掃業務') });
  const machinist = supplier('machinist', { processes: [row('turning')], materials: ['sus304'] });
  const matcher = matcherOf(cleaner, printer, machinist);

  it('alone ranks where nothing is required, and says which record is near', () => {
    const candidates = matcher.match(need([], { title: '冊子の印刷' }));
    expect(ids(candidates)).toEqual(['printer']);
    expect(candidates[0]!.reasons[0]).toMatchObject({
      requirementId: null,
      level: 'text',
      kind: 'text',
      verdict: 'met',
      words: {
        ja: '過去の実績「冊子の印刷製本」が近い（共通：冊子の印刷）',
        en: 'Past award “冊子の印刷製本” is near (冊子の印刷)',
      },
      record: { field: 'award', text: '冊子の印刷製本', shared: ['冊子の印刷'] },
    });
  });
  it('ranks by the single nearest record, not by how much else a firm has', () => {
    const broad = supplier('broad', {
      texts: awards('印刷', '冊子', ...Array<string>(20).fill('印刷の相談')),
    });
    expect(ids(matcherOf(broad, printer, cleaner).match(need([], { title: '冊子の印刷製本' })))).toEqual([
      'printer',
      'broad',
    ]);
  });
  it('finds what a firm has only ticked', () => {
    const [first] = matcher.match(need([], { title: 'SUS304 の旋削' }));
    expect(first!.supplierId).toBe('machinist');
    expect(first!.reasons[0]!.words.ja).toContain('登録内容「');
  });
  it('counts beside requirements: a firm of which nothing else is known can still be a candidate', () => {
    const candidates = matcher.match(need([iso], { title: '冊子の印刷' }));
    expect(candidates.map(({ supplierId, unknownMusts }) => [supplierId, unknownMusts])).toEqual([
      ['printer', 1],
    ]);
  });
  it('of an open patent is its title and what stands below it', () => {
    const patent: Need = need([], { title: '床材', text: '窓の汚れを防ぐ。清掃の手間を減らす。' });
    expect(ids(matcher.match(patent))).toEqual(['cleaner']);
  });
  it('of several lines is shown on one, shortened', () => {
    const long = supplier('long', { texts: [{ field: 'profile', text: `冊子の印刷\n${'あ'.repeat(100)}` }] });
    const [first] = matcherOf(long).match(need([], { title: '冊子の印刷' }));
    expect(first!.reasons[0]!.words.ja).toBe(
      `紹介文「冊子の印刷 ${'あ'.repeat(53)}…」が近い（共通：冊子の印刷）`,
    );
  });
});

describe('who is a candidate', () => {
  const firm = supplier('firm', { processes: [row('turning')] });

  it('nobody for whom nothing speaks', () => {
    const stranger = supplier('stranger', { texts: awards('庁舎の清掃') });
    expect(ids(matcherOf(firm, stranger).match(need([turning])))).toEqual(['firm']);
    expect(matcherOf(firm).match(need([], { title: '' }))).toEqual([]);
  });
  it('nobody who is not approved', () => {
    const matcher = matcherOf({ ...firm, approved: false }, { ...firm, id: 'other', approved: true });
    expect(ids(matcher.match(need([turning])))).toEqual(['other']);
    expect(matcher.matchSupplier({ ...firm, approved: false }, [need([turning])])).toEqual([]);
  });
  it('nobody who is excluded by name, and no more than asked for, equal ones by id', () => {
    const matcher = matcherOf({ ...firm, id: 'c' }, { ...firm, id: 'b' }, firm, { ...firm, id: 'a' });
    expect(ids(matcher.match(need([turning]), { excludeIds: ['firm'], limit: 2 }))).toEqual(['a', 'b']);
    expect(matcher.match(need([turning]), { limit: 0 })).toEqual([]);
  });
  it('fifty at most unless told', () => {
    const many = Array.from({ length: 60 }, (_, i) => ({ ...firm, id: `firm ${i}` }));
    expect(matcherOf(...many).match(need([turning]))).toHaveLength(50);
  });
});

describe('changes', () => {
  it('replace, add and remove suppliers', () => {
    const matcher = matcherOf(
      supplier('a', { texts: awards('旋削') }),
      supplier('b', { texts: awards('旋削') }),
    );
    matcher.upsert(supplier('a', { texts: awards('清掃') }));
    matcher.upsert(supplier('c', { texts: awards('旋削') }));
    matcher.remove('b');
    matcher.remove('nobody');
    expect(matcher.size).toBe(2);
    expect(ids(matcher.match(need([], { title: '旋削' })))).toEqual(['c']);
    expect(ids(matcher.match(need([], { title: '清掃' })))).toEqual(['a']);
  });
  it('load replaces everything', () => {
    const matcher = matcherOf(supplier('a', { texts: awards('旋削') }));
    matcher.load([supplier('b', { texts: awards('旋削') })]);
    expect(matcher.size).toBe(1);
    expect(ids(matcher.match(need([], { title: '旋削' })))).toEqual(['b']);
  });
});

describe('excluded', () => {
  const certificates = [{ kind: 'iso-9001', validUntil: null }];
  const matcher = matcherOf(
    supplier('fits', { processes: [row('turning', { toleranceMm: 0.005 })] }),
    supplier('no iso', { processes: [row('turning', { toleranceMm: 0.005 })], certificates }),
    supplier('no iso, too', { processes: [row('turning')], certificates }),
    supplier('neither', { processes: [row('turning', { toleranceMm: 0.1 })], certificates }),
    supplier('stranger', { processes: [row('plating')], certificates }),
  );

  it('counts for each must the firms that it alone costs, and all that miss it', () => {
    expect(matcher.excluded(need([turning, iso, tolerance]))).toEqual([
      {
        requirementId: 'certificate',
        words: { ja: 'ISO 13485', en: 'ISO 13485' },
        companies: 2,
        missedBy: 3,
      },
      {
        requirementId: 'tolerance',
        words: { ja: '公差 0.01mm', en: 'Tolerance 0.01 mm' },
        companies: 0,
        missedBy: 1,
      },
    ]);
  });
  it('leaves out firms excluded by name, and is empty where nobody was dropped', () => {
    expect(matcher.excluded(need([iso, turning]), { excludeIds: ['no iso'] })[0]!.companies).toBe(2);
    expect(matcher.excluded(need([{ ...iso, level: 'want' }, turning]))).toEqual([]);
  });
  it('names every kind of must', () => {
    const requirements = [
      must({ kind: 'envelope', x: 1, y: 2000, z: 3 }),
      must({ kind: 'mass', kg: 5 }),
      must({ kind: 'lot', pieces: 1000 }),
      must({ kind: 'quantity', pieces: 1 }),
      must({ kind: 'region', prefectures: ['13', '14'] }),
      must({ kind: 'delivery', date: '2026-11-02' }),
      must({ kind: 'theme', code: 'dx' }),
      must({ kind: 'material', code: 'sus304' }),
      must({ kind: 'process', code: 'milling' }),
    ];
    const told = { maxX: 1, maxY: 1, maxZ: 1, maxMassKg: 1, lotFrom: 10, lotTo: 20, leadTimeDays: 9 };
    const firm = supplier('firm', {
      processes: [row('cutting', told)],
      materials: ['aluminium'],
      prefecture: '27',
      themes: ['ev'],
    });
    expect(
      matcherOf(firm)
        .excluded(need(requirements))
        .map(({ words }) => words.ja),
    ).toEqual([
      '大きさ 1×2,000×3mm',
      '質量 5kg',
      'ロット 1,000個',
      '数量 1個',
      '所在地 東京都・神奈川県',
      '納期 2026年11月2日',
      'DX',
      'SUS304',
    ]);
  });
});

describe('matchSupplier', () => {
  const firm = supplier('firm', { processes: [row('turning')], texts: awards('軸の旋削', '庁舎の清掃') });
  const needs = [
    need([must({ kind: 'process', code: 'plating' })], { id: 'missed' }),
    need([], { id: 'far', title: '冊子の印刷' }),
    need([], { id: 'text', title: '軸の旋削' }),
    need([turning], { id: 'structured', title: '軸の加工' }),
  ];

  it('gives the needs that fit, best first, with the same reasons as the other way round', () => {
    const matcher = matcherOf(supplier('other', { texts: awards('印刷') }), firm);
    const found = matcher.matchSupplier(firm, needs);
    expect(found.map(({ needId }) => needId)).toEqual(['text', 'structured']);
    for (const { needId, candidate } of found) {
      const same = matcher.match(needs.find(({ id }) => id === needId)!);
      expect(same.find(({ supplierId }) => supplierId === 'firm')).toEqual(candidate);
    }
  });
  it('works for a supplier that is not in the matcher, and keeps to the limit', () => {
    const matcher = matcherOf(supplier('other', { texts: awards('印刷') }));
    expect(matcher.matchSupplier(firm, needs, { limit: 1 })).toHaveLength(1);
    expect(matcher.size).toBe(1);
  });
});
