import { lettersLike } from './letters.js';
import type { Rule } from './rewriting.js';

/** The unit that amounts are indexed in, and the power of ten by which a unit is more. */
const units: Readonly<Record<string, readonly [unit: string, power: number]>> = {
  km: ['mm', 6],
  m: ['mm', 3],
  cm: ['mm', 1],
  mm: ['mm', 0],
  μm: ['mm', -3],
  um: ['mm', -3],
  nm: ['mm', -6],
  t: ['kg', 3],
  kg: ['kg', 0],
  g: ['kg', -3],
  mg: ['kg', -6],
  kl: ['l', 3],
  l: ['l', 0],
  dl: ['l', -1],
  cl: ['l', -2],
  ml: ['l', -3],
  cc: ['l', -3],
  gpa: ['mpa', 3],
  mpa: ['mpa', 0],
  kpa: ['mpa', -3],
  kn: ['n', 3],
  kw: ['w', 3],
  kv: ['v', 3],
  ghz: ['mhz', 3],
  mhz: ['mhz', 0],
  khz: ['mhz', -3],
};

/** Longer names first, so that ミリメートル is not ミリ. */
const spoken: readonly (readonly [name: string, unit: string])[] = [
  ['キロメートル', 'km'],
  ['ミリメートル', 'mm'],
  ['センチメートル', 'cm'],
  ['マイクロメートル', 'μm'],
  ['ナノメートル', 'nm'],
  ['平方メートル', 'm2'],
  ['立方メートル', 'm3'],
  ['メートル', 'm'],
  ['センチ', 'cm'],
  ['ミリグラム', 'mg'],
  ['キログラム', 'kg'],
  ['ミリリットル', 'ml'],
  ['キロリットル', 'kl'],
  ['デシリットル', 'dl'],
  ['リットル', 'l'],
  ['グラム', 'g'],
  ['ミリ', 'mm'],
  ['ミクロン', 'μm'],
  ['トン', 't'],
  ['平米', 'm2'],
  ['立米', 'm3'],
  ['inches', 'インチ'],
  ['inch', 'インチ'],
];
const unitOf = new Map(spoken);

const hiraganaOf = (katakana: string): string => String.fromCharCode(katakana.charCodeAt(0) - 0x60);
/** The name in either kana, since indexed text has one of them only. */
const eitherKana = (name: string): string =>
  name.replace(/[ァ-ヶ]/g, (kana) => `[${kana}${hiraganaOf(kana)}]`);
const inHiragana = (name: string): string => name.replace(/[ァ-ヶ]/g, hiraganaOf);
const toKatakana = (text: string): string =>
  text.replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));

const names = spoken.map(([name]) => name);
const firstOf = (words: readonly string[]) =>
  lettersLike(new RegExp(`[${words.map(([letter]) => letter).join('')}]`));
const COUNTERS = '個枚本台円名人件社食袋箱缶';
const diameters = lettersLike(/[φ⌀∅ø直]/);
const plusMinus = lettersLike(/[±+]/);
const NUMBER = String.raw`\d+(?:\.\d+)?`;
const UNIT = Object.keys(units)
  .sort((a, b) => b.length - a.length)
  .join('|');
/** What follows a unit that is one: no letter or digit of a longer word, no second unit (m/s). */
const UNIT_ENDS = String.raw`(?![a-z0-9/²³])`;

/** Amounts in text that is NFKC and lower case, with single spaces: 1,000 → 1000, 5 cm → 50mm, φ50 → φ50mm. */
export const measureRules: readonly Rule[] = [
  {
    pattern: /(?<![\d.,])\d{1,3}(?:,\d{3})+(?!\d)/g,
    needs: lettersLike(/,/),
    by: (number) => number.replaceAll(',', ''),
  },
  {
    // 5千個, 3万円; not 1億5000万円, which is one number.
    pattern: new RegExp(`(?<![\\d.千万億])(\\d+(?:\\.\\d+)?)([千万億])(?=[${COUNTERS}])`, 'g'),
    needs: lettersLike(/[千万億]/),
    by: (_, number = '', power = '') => shifted(number, power === '千' ? 3 : power === '万' ? 4 : 8),
  },
  {
    pattern: new RegExp(`(?<=\\d) (?=[${COUNTERS}])`, 'g'),
    needs: lettersLike(new RegExp(`[${COUNTERS}]`)),
    by: () => '',
  },
  {
    // In katakana, whatever follows in hiragana (3ミリの); else only where no kana follows.
    pattern: new RegExp(
      `(?<=\\d) ?(?:(${names.join('|')})(?![ァ-ヺー])|(${names.map(eitherKana).join('|')})(?![ぁ-ゖァ-ヺー]))`,
      'g',
    ),
    needs: firstOf([...names, ...names.map(inHiragana)]),
    by: (_, katakana, either = '') => unitOf.get(katakana ?? toKatakana(either)) ?? '',
  },
  { pattern: /(?<=\d) ?[x*×] ?(?=\d)/g, needs: lettersLike(/[x*×]/), by: () => '×' },
  { pattern: /(?:[φ⌀∅ø]|直径) ?(?=\d)/g, needs: diameters, by: () => 'φ' },
  {
    pattern: /(?<![a-z0-9.])(\d+(?:\.\d+)?) ?φ(?!\d)/g,
    needs: diameters,
    by: (_, number = '') => `φ${number}`,
  },
  { pattern: /(?:±|\+\/-|\+-) ?(?=\d)/g, needs: plusMinus, by: () => '±' },
  // A plate's thickness: t=1.6.
  {
    pattern: new RegExp(`(?<![a-z0-9])t ?[=:] ?(${NUMBER})(?: ?mm)?(?![\\d.a-z])`, 'g'),
    needs: lettersLike(/[=:]/),
    by: (_, number = '') => `t${number}mm`,
  },
  {
    // A diameter, and a tolerance below one, are millimetres where nothing else is said.
    pattern: new RegExp(
      `(?:φ${NUMBER}|±0\\.\\d+)(?![\\d.a-zμ%°℃度]| ?(?:${UNIT})${UNIT_ENDS}|[~-] ?\\d)`,
      'g',
    ),
    needs: diameters | plusMinus,
    by: (amount) => `${amount}mm`,
  },
  {
    // 10~20cm and 50×30cm are amounts of that unit too. Not 5g, which is rather a generation of telephones.
    pattern: new RegExp(`(?<![a-z0-9.,])((?:${NUMBER} ?[×~-] ?){0,4}${NUMBER}) ?(${UNIT})${UNIT_ENDS}`, 'g'),
    needs: firstOf(Object.keys(units)),
    by: (_, numbers = '', unit = '') => {
      if (unit === 'g' && /^\d$/.test(numbers)) return `${numbers}g`;
      const [to, power] = units[unit] ?? [unit, 0];
      return `${numbers.replaceAll(/[\d.]+/g, (number) => shifted(number, power))}${to}`;
    },
  },
];

/** A decimal number times a power of ten, exactly, without zeros that say nothing. */
function shifted(number: string, power: number): string {
  const [whole = '', fraction = ''] = number.split('.');
  const digits = `${'0'.repeat(Math.max(0, -power))}${whole}${fraction}${'0'.repeat(Math.max(0, power))}`;
  const point = whole.length + Math.max(0, -power) + power;
  const integer = digits.slice(0, point).replace(/^0+(?=\d)/, '');
  const rest = digits.slice(point).replace(/0+$/, '');
  return rest === '' ? integer || '0' : `${integer || '0'}.${rest}`;
}
