import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { kanjiForms } from './kanji-forms.data.js';
import { lettersIn } from './letters.js';
import { normalise, rules, spelled, tracked } from './normalise.js';

/** Pieces that the rules are about, so that chance puts them beside each other. */
const pieces = [
  ...[
    'SUS',
    'ＳＵＳ',
    'sus-',
    '304',
    '３０４',
    'S45C',
    'A5052',
    '-',
    '－',
    '_',
    'ー',
    '‐',
    ' ',
    '　',
    '\n',
    '/',
    '.',
    ',',
  ],
  ...[
    '株式会社',
    '㈱',
    '(株)',
    '有限会社',
    'Co., Ltd.',
    'Inc.',
    'サーバー',
    'ｻｰﾊﾞｰ',
    'さーばー',
    'ウェハー',
    'ヴァ',
    'づ',
    'の',
  ],
  ...[
    '1,000',
    '5',
    '0.005',
    '±',
    '+/-',
    'φ',
    'Φ',
    '直径',
    'mm',
    'cm',
    '㎜',
    '㎛',
    'μm',
    'm',
    't',
    't=',
    'kg',
    'g',
    'ミリ',
    'みり',
  ],
  ...[
    'センチ',
    'トン',
    '個',
    '万',
    '千',
    '円',
    'x',
    '×',
    '~',
    '〜',
    '髙',
    '邊',
    '國',
    '剝',
    'ヶ',
    'か',
    '月',
    'が',
    'カ\u3099',
    'é',
  ],
  ...[
    'ISO',
    'JIS',
    'Q',
    '9001',
    'al',
    'h34',
    '\u200b',
    '\u{e0100}',
    'Σ',
    'İ',
    '℃',
    '½',
    '①',
    '🙂',
    '𠮷',
    'inch',
    'インチ',
  ],
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((found) => found.join('')),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
);

describe('normalise', () => {
  it.each([
    ['ＳＵＳ３０４', 'sus304'],
    ['せんばん', 'センバン'],
    ['ﾌﾟﾚｽ加工', 'プレス加工'],
    ['  精密　切削\n加工 ', '精密 切削 加工'],
    ['髙橋製作所', '高橋製作所'],
    ['渡邊鐵工', '渡辺鉄工'],
    ['剝離', '剥離'],
    ['𠮷田', '吉田'],
    ['㈱みなと', 'ミナト'],
    ['株式会社 湊精機', '湊精機'],
    ['Minato Seiki Co., Ltd.', 'minato seiki'],
    ['三ヶ月', '三カ月'],
    ['ヴァルブ', 'バルブ'],
    ['ウェハー', 'ウエハ'],
    ['カバー', 'カバー'],
    ['サーバーの設置', 'サーバノ設置'],
    ['サーバーラック', 'サーバーラック'],
    ['5G通信', '5g通信'],
    ['M8ボルト', 'm8ボルト'],
    ['e-mail', 'e-mail'],
    ['2024-2025', '2024-2025'],
    ['1億5000万円', '1億5000万円'],
  ])('makes %s %s', (given, expected) => {
    expect(normalise(given)).toBe(expected);
  });

  it.each([
    ['SUS304', 'ＳＵＳ３０４', 'sus-304', 'SUS 304', 'ＳＵＳ－３０４', 'SUSー304', 'sus‐304'],
    ['S45C', 'S-45C', 's45c', 'Ｓ４５Ｃ'],
    ['A5052', 'AL5052', 'a-5052', 'Al 5052', 'A 5052'],
    ['A5052-H34', 'A5052H34'],
    ['ISO9001', 'ISO 9001', 'ISO-9001', 'ＩＳＯ９００１'],
    ['ISO/IEC 17025', 'ISO17025'],
    ['JIS Q 9100', 'JISQ9100', 'JIS-Q-9100'],
    ['50mm', '5cm', '50 mm', '５０㎜', '50ミリ', '5センチ', '0.05m', '50.0mm', '50ﾐﾘ'],
    ['φ50', 'Φ50', 'φ50mm', '50φ', '直径50', '直径5cm', '⌀50', 'φ 50'],
    ['±0.005', '±0.005mm', '±5μm', '±5㎛', '+/-0.005', '± 5ミクロン', '±5µm'],
    ['10t', '10,000kg', '10トン', '１０ｔ'],
    ['1,000個', '1000個', '1千個', '１，０００ 個'],
    ['100~200mm', '10~20cm', '10～20cm', '10〜20㎝'],
    ['50×30mm', '5x3cm', '5×3 cm'],
    ['500ml', '0.5L', '500cc', '500ミリリットル'],
    ['サーバ', 'サーバー', 'ｻｰﾊﾞｰ', 'さーばー'],
    ['コンピュータ', 'コンピューター', 'ｺﾝﾋﾟｭｰﾀ'],
    [
      'ミナト精機',
      '株式会社ミナト精機',
      'ミナト精機㈱',
      '(株)ミナト精機',
      'ミナト精機（株）',
      '有限会社みなと精機',
    ],
    ['Minato', 'Minato Co.,Ltd.', 'MINATO CO., LTD', 'Minato Inc.', 'Minato Corporation'],
    ['ネジ', 'ねじ', 'ﾈｼﾞ', 'ネヂ'],
    ['高橋', '髙橋', '髙槗'],
  ])('makes %s and its other spellings one', (first, ...others) => {
    for (const other of others) expect([other, normalise(other)]).toEqual([other, normalise(first)]);
  });

  it('changes nothing the second time, whatever the text', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(normalise(normalise(given))).toBe(normalise(given));
        expect(spelled(spelled(given))).toBe(spelled(given));
      }),
      { numRuns: 3000 },
    );
  });

  it('knows of each rule what it needs', () => {
    const matches = new Set<object>();
    fc.assert(
      fc.property(text, fc.boolean(), (given, isRaw) => {
        const plain = isRaw ? given : given.normalize('NFKC').toLowerCase();
        for (const rule of rules)
          if (plain.match(rule.pattern)) {
            matches.add(rule);
            expect([rule.pattern.source, (rule.needs ?? -1) & lettersIn(plain)]).not.toContain(0);
          }
      }),
      { numRuns: 3000 },
    );
    expect(matches.size).toBeGreaterThan(rules.length / 2);
  });

  it('maps each old form to one that stays', () => {
    const letters = [...kanjiForms];
    expect(letters.length % 2).toBe(0);
    const old = letters.filter((_, i) => i % 2 === 0);
    expect(old.filter((letter, i) => old.indexOf(letter) !== i)).toEqual([]);
    const newer = letters.filter((_, i) => i % 2 === 1);
    expect(newer.filter((letter) => old.includes(letter))).toEqual([]);
  });
});

describe('tracked', () => {
  it('makes the same text, place by place from the original in order', () => {
    fc.assert(
      fc.property(text, (given) => {
        const traced = tracked(given);
        expect(traced.plain).toBe(normalise(given));
        let before = { start: 0, end: 0 };
        for (let i = 0; i < traced.plain.length; i++) {
          const at = traced.originOf(i, i + 1);
          expect(at.start >= before.start && at.end >= before.end && at.end <= given.length).toBe(true);
          expect(at.start).toBeLessThanOrEqual(at.end);
          before = at;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('knows single letters where nothing is put together', () => {
    const traced = tracked('　精密　ＳＵＳ');
    expect(traced.originOf(0, 2)).toEqual({ start: 1, end: 3 });
    expect(traced.originOf(3, 6)).toEqual({ start: 4, end: 7 });
  });
});
