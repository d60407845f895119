import { describe, expect, it } from '@jest/globals';
import type { Reason, Requirement, Supplier } from '../match.types.js';
import { createMatcher } from '../matcher.js';
import { exampleTaxonomy, must, need, row, supplier, want } from '../testing/examples.js';

/** What is told of one requirement (a want, so that a miss does not exclude), beside others of the same need. */
function reasonFor(requirement: Requirement, told: Partial<Supplier>, ...others: Requirement[]): Reason {
  // The theme makes it a candidate in any case.
  const firm = supplier('firm', { ...told, themes: told.themes ?? ['ev'] });
  const requirements = [
    requirement,
    ...others,
    want({ kind: 'theme', code: 'ev' }, 'theme of every example'),
  ];
  const matcher = createMatcher(exampleTaxonomy);
  matcher.load([firm]);
  const [candidate] = matcher.match(need(requirements));
  return candidate!.reasons.find(({ requirementId }) => requirementId === requirement.id)!;
}

/** Told of a want: verdict, words in Japanese, question or change if there is one. */
function told(...args: Parameters<typeof reasonFor>) {
  const { verdict, words, question, change } = reasonFor(...args);
  return [verdict, words.ja, question?.ja ?? null, change?.ja ?? null];
}

describe('process', () => {
  const turning = want({ kind: 'process', code: 'turning' });
  it('is met by itself', () => {
    expect(told(turning, { processes: [row('turning')] })).toEqual(['met', '「旋削」に対応', null, null]);
  });
  it('is met by a narrower one: turning is cutting', () => {
    const cutting = want({ kind: 'process', code: 'cutting' });
    expect(told(cutting, { processes: [row('turning')] })).toEqual([
      'met',
      '「旋削」に対応（「切削」のひとつ）',
      null,
      null,
    ]);
  });
  it('is partly met by a broader one', () => {
    expect(told(turning, { processes: [row('cutting')] })).toEqual([
      'partly',
      '「切削」に対応（「旋削」かは未確認）',
      '「旋削」はできますか。',
      '「旋削」ができれば満たします',
    ]);
  });
  it('is missed where others are listed, siblings too', () => {
    const processes = ['plating', 'milling', 'welding', 'casting'].map((code) => row(code));
    expect(told(turning, { processes })).toEqual([
      'missed',
      '「旋削」の登録なし（登録：めっき、フライス、welding ほか1件）',
      null,
      '「旋削」ができれば満たします',
    ]);
  });
  it('is unknown where none is listed', () => {
    expect(told(turning, {})).toEqual([
      'unknown',
      'できる加工の登録がまだありません',
      '「旋削」はできますか。',
      null,
    ]);
  });
  it('is told in English, too', () => {
    const { words, question, change } = reasonFor(turning, { processes: [row('cutting')] });
    expect([words.en, question?.en, change?.en]).toEqual([
      'Does cutting (whether turning is not told)',
      'Can you do turning?',
      'Met if the firm can do turning',
    ]);
  });
});

describe('material', () => {
  const sus304 = want({ kind: 'material', code: 'sus304' });
  it.each([
    ['met', ['sus304'], '「SUS304」を扱う'],
    ['partly', ['stainless'], '「ステンレス鋼」を扱う（「SUS304」かは未確認）'],
    ['missed', ['sus316', 'aluminium'], '「SUS304」の登録なし（登録：SUS316、アルミ）'],
    ['unknown', [], '扱える材料の登録がまだありません'],
  ])('%s', (verdict, materials, words) => {
    expect(told(sus304, { materials }).slice(0, 2)).toEqual([verdict, words]);
  });
});

describe('theme', () => {
  const dx = want({ kind: 'theme', code: 'dx' });
  it.each([
    ['met', ['dx'], '「DX」に取り組む'],
    ['missed', ['ev'], '「DX」の登録なし（登録：EV）'],
  ])('%s', (verdict, themes, words) => {
    expect(told(dx, { themes }).slice(0, 2)).toEqual([verdict, words]);
  });
  it('unknown', () => {
    const told = { themes: [], prefecture: '13' };
    const { verdict, question } = reasonFor(dx, told, want({ kind: 'region', prefectures: ['13'] }));
    expect([verdict, question?.ja]).toEqual(['unknown', '「DX」に取り組んでいますか。']);
  });
});

describe('envelope', () => {
  const envelope = want({ kind: 'envelope', x: 200, y: 500, z: 300 });
  const space = (maxX: number | null, maxY: number, maxZ: number) => ({
    processes: [row('turning', { maxX, maxY, maxZ })],
  });
  it('is met where the part goes in, turned any way', () => {
    expect(told(envelope, space(300, 200, 500))).toEqual([
      'met',
      '大きさ 200×500×300mm に対し 500×300×200mm まで 対応（旋削）',
      null,
      null,
    ]);
  });
  it('is missed where no way of turning it helps', () => {
    expect(told(envelope, space(1000, 1000, 150))).toEqual([
      'missed',
      '大きさ 200×500×300mm に対し 1,000×1,000×150mm まで（旋削）',
      null,
      'あと 50mm 大きい品物が入れば満たします',
    ]);
  });
  it('is unknown where a side is not told', () => {
    expect(told(envelope, space(null, 1000, 1000))).toEqual([
      'unknown',
      '大きさ 200×500×300mm に対する登録がありません',
      '500×300×200mm の品物は入りますか。',
      null,
    ]);
  });
});

describe('mass', () => {
  const mass = want({ kind: 'mass', kg: 12.5 });
  it.each([
    ['met', 12.5, '質量 12.5kg に対し 12.5kg まで 対応（旋削）', null],
    ['missed', 10, '質量 12.5kg に対し 10kg まで（旋削）', 'あと 2.5kg 重い品物を扱えれば満たします'],
    ['unknown', null, '質量 12.5kg に対する登録がありません', null],
  ])('%s', (verdict, maxMassKg, words, change) => {
    const [is, says, , changes] = told(mass, { processes: [row('turning', { maxMassKg })] });
    expect([is, says, changes]).toEqual([verdict, words, change]);
  });
});

describe('tolerance', () => {
  const tolerance = want({ kind: 'tolerance', mm: 0.01 });
  it.each([
    ['met', 0.005, '公差 0.01mm に対し ±0.005mm 対応（旋削）', null, null],
    ['met', 0.01, '公差 0.01mm に対し ±0.01mm 対応（旋削）', null, null],
    [
      'missed',
      0.012,
      '公差 0.01mm に対し ±0.012mm（旋削）',
      null,
      '公差をあと 0.002mm 詰められれば満たします',
    ],
    ['unknown', null, '公差 0.01mm に対する登録がありません', '公差 0.01mm まで出せますか。', null],
  ])('%s at %s', (verdict, toleranceMm, ...words) => {
    expect(told(tolerance, { processes: [row('turning', { toleranceMm })] })).toEqual([verdict, ...words]);
  });
  it('is told in English, too', () => {
    const { words } = reasonFor(tolerance, { processes: [row('turning', { toleranceMm: 0.005 })] });
    expect(words.en).toBe('Tolerance 0.01 mm: ±0.005 mm offered (turning)');
  });
});

describe('lot', () => {
  const lot = want({ kind: 'lot', pieces: 500 });
  it.each([
    ['met', 100, 1000, 'ロット 500個 に対し 1ロット 100〜1,000個 対応（旋削）'],
    ['met', 100, null, 'ロット 500個 に対し 1ロット 100個以上 対応（旋削）'],
    ['met', null, 500, 'ロット 500個 に対し 1ロット 500個まで 対応（旋削）'],
    ['missed', 501, null, 'ロット 500個 に対し 1ロット 501個以上（旋削）'],
    ['missed', 1, 499, 'ロット 500個 に対し 1ロット 1〜499個（旋削）'],
    ['unknown', null, null, 'ロット 500個 に対する登録がありません'],
  ])('%s by %s to %s', (verdict, lotFrom, lotTo, words) => {
    const [is, says] = told(lot, { processes: [row('turning', { lotFrom, lotTo })] });
    expect([is, says]).toEqual([verdict, words]);
  });
});

describe('quantity', () => {
  const quantity = want({ kind: 'quantity', pieces: 5000 });
  const lots = (lotFrom: number | null, lotTo: number | null) => ({
    processes: [row('turning', { lotFrom, lotTo })],
  });
  it('is met within the lots of the firm', () => {
    expect(told(quantity, lots(1, 10_000))[0]).toBe('met');
    expect(told(quantity, lots(5000, null))[0]).toBe('met');
  });
  it('is partly met by several lots', () => {
    expect(told(quantity, lots(1, 1000))).toEqual([
      'partly',
      '数量 5,000個 に対し 1ロット 1〜1,000個（旋削）',
      '1,000個以下のロットに分けて、全部で 5,000個を受けられますか。',
      '分けて納めてよければ満たします',
    ]);
  });
  it('is missed where it is less than the firm’s least lot', () => {
    expect(told(quantity, lots(10_000, null))).toEqual([
      'missed',
      '数量 5,000個 に対し 1ロット 10,000個以上（旋削）',
      null,
      '5,000個から受けられれば満たします',
    ]);
  });
  it('is unknown where no lots are told', () => {
    expect(told(quantity, lots(null, null))[2]).toBe('全部で 5,000個を受けられますか。');
  });
});

describe('certificate', () => {
  const iso = want({ kind: 'certificate', certificate: 'iso-13485' });
  const delivery = want({ kind: 'delivery', date: '2027-03-01' });
  const held = (validUntil: string | null, kind = 'iso-13485') => ({ certificates: [{ kind, validUntil }] });
  it('is met while it is valid, today where no delivery date is asked for', () => {
    expect(told(iso, held('2026-11-01'))).toEqual([
      'met',
      'ISO 13485 を保有（2026年11月1日まで）',
      null,
      null,
    ]);
    expect(told(iso, held('2027-03-01'), delivery)[0]).toBe('met');
  });
  it('is met without a date, and says so', () => {
    expect(told(iso, held(null))).toEqual(['met', 'ISO 13485 を保有（期限の記載なし）', null, null]);
  });
  it('is partly met where it runs out before the delivery', () => {
    expect(told(iso, held('2027-02-28'), delivery)).toEqual([
      'partly',
      'ISO 13485 を保有（2027年2月28日まで）',
      'ISO 13485 を更新する予定はありますか。',
      'ISO 13485 を更新すれば満たします',
    ]);
  });
  it('is missed where it has run out', () => {
    expect(told(iso, held('2026-10-31'))).toEqual([
      'missed',
      'ISO 13485 を保有（2026年10月31日まで）',
      null,
      'ISO 13485 を更新すれば満たします',
    ]);
  });
  it('goes by the one that is valid longest', () => {
    const certificates = ['2026-01-01', '2029-01-01'].map((validUntil) => ({
      kind: 'iso-13485',
      validUntil,
    }));
    expect(told(iso, { certificates })[0]).toBe('met');
  });
  it('is missed where others are listed', () => {
    expect(told(iso, held('2030-01-01', 'iso-9001'))).toEqual([
      'missed',
      'ISO 13485 の登録なし',
      null,
      'ISO 13485 を取得すれば満たします',
    ]);
  });
  it('is unknown where none is listed', () => {
    expect(told(iso, {})).toEqual([
      'unknown',
      '認証の登録がまだありません',
      'ISO 13485 をお持ちですか。',
      null,
    ]);
  });
});

describe('region', () => {
  const region = want({ kind: 'region', prefectures: ['13', '14'] });
  it.each([
    ['met', '14', '所在地 神奈川県', null],
    ['missed', '27', '所在地 27（希望は 東京都・神奈川県）', '東京都・神奈川県 に拠点があれば満たします'],
    ['unknown', null, '所在地の登録がまだありません', null],
  ])('%s', (verdict, prefecture, words, change) => {
    const [is, says, , changes] = told(region, { prefecture });
    expect([is, says, changes]).toEqual([verdict, words, change]);
  });
});

describe('delivery', () => {
  const delivery = want({ kind: 'delivery', date: '2026-12-01' });
  const lead = (leadTimeDays: number | null) => ({ processes: [row('turning', { leadTimeDays })] });
  const told4 = (weeks4: number | null, weeks8: number | null) => ({
    capacity: [{ process: 'turning', weeks4, weeks8, weeks12: null, toldAt: '2026-10-30T00:00:00Z' }],
  });
  it('is met where the usual lead time from today ends by then', () => {
    expect(told(delivery, lead(30))).toEqual([
      'met',
      '納期 2026年12月1日 に対し 標準 30日（2026年12月1日） 対応（旋削）',
      null,
      null,
    ]);
  });
  it('is missed where it ends later', () => {
    expect(told(delivery, lead(35))).toEqual([
      'missed',
      '納期 2026年12月1日 に対し 標準 35日（2026年12月6日）（旋削）',
      null,
      '納期をあと 5日 縮められれば満たします',
    ]);
  });
  it('is partly met where the firm has told that it is full until then', () => {
    expect(told(delivery, { ...lead(20), ...told4(100, 0) })).toEqual([
      'partly',
      '納期 2026年12月1日 に対し 標準 20日（2026年11月21日）、ただし余力なし（2026年10月30日回答）（旋削）',
      '2026年12月1日までに納められますか。',
      '余力が空けば満たします',
    ]);
  });
  it('does not ask for spare capacity of other weeks, or where it is not told', () => {
    expect(told(delivery, { ...lead(20), ...told4(0, 10) })[0]).toBe('met');
    expect(told(delivery, { ...lead(20), ...told4(0, null) })[0]).toBe('met');
  });
  it('tells the room that the firm has until then', () => {
    expect(told(delivery, { ...lead(20), ...told4(0, 40) })[1]).toBe(
      '納期 2026年12月1日 に対し 標準 20日（2026年11月21日）、余力 40%（2026年10月30日回答） 対応（旋削）',
    );
  });
  it('is unknown where no lead time is told', () => {
    expect(told(delivery, lead(null))[2]).toBe('2026年12月1日までに納められますか。');
  });
});

describe('which rows count', () => {
  const tolerance = want({ kind: 'tolerance', mm: 0.01 });
  const processes = [row('turning', { toleranceMm: 0.05 }), row('plating', { toleranceMm: 0.001 })];
  it('all, where no process is asked for', () => {
    expect(told(tolerance, { processes })[0]).toBe('met');
  });
  it('only those of the processes asked for, narrower ones included', () => {
    expect(told(tolerance, { processes }, want({ kind: 'process', code: 'cutting' }))[0]).toBe('missed');
  });
  it('none: unknown, the miss is told once, by the process', () => {
    expect(told(tolerance, { processes }, want({ kind: 'process', code: 'milling' }))[0]).toBe('unknown');
  });
  it('the best: one that does not tell stands before one that does not fit', () => {
    const rows = [row('turning', { toleranceMm: 0.05 }), row('milling')];
    expect(told(tolerance, { processes: rows })[0]).toBe('unknown');
  });
  it('of those that miss, the nearest', () => {
    const rows = [row('turning', { toleranceMm: 0.05 }), row('milling', { toleranceMm: 0.02 })];
    expect(told(tolerance, { processes: rows })[1]).toBe('公差 0.01mm に対し ±0.02mm（フライス）');
  });
});

it('has every kind judged as a must, too', () => {
  expect(must({ kind: 'theme', code: 'ev' }).level).toBe('must');
  const { level, verdict } = reasonFor(must({ kind: 'mass', kg: 1 }), {});
  expect([level, verdict]).toEqual(['must', 'unknown']);
});
