import { codeRules } from './codes.js';
import { kanjiForms } from './kanji-forms.data.js';
import { lettersLike } from './letters.js';
import { measureRules } from './measures.js';
import { rewritten, TrackedText, type Rule } from './rewriting.js';

/**
 * Raised with every change of what `normalise` answers: text that is stored normalised is then written anew
 * (stored-search-text.ts).
 */
export const NORMALISER = 2;

const kanji = new Map<string, string>();
const letters = [...kanjiForms];
for (let i = 0; i + 1 < letters.length; i += 2) kanji.set(letters[i] ?? '', letters[i + 1] ?? '');

const spaces = lettersLike(/\s/);
const longVowels = lettersLike(/ー/);

/** Signs without a shape of their own. */
const shapeless: Rule = {
  pattern: /[\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff\u{e0100}-\u{e01ef}]/gu,
  needs: lettersLike(/[\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff\udb40]/),
  by: () => '',
};
/** NFKC letter by letter, each with the signs that join it. */
const compatibility: Rule = {
  pattern: /[^][\p{M}\uff9e\uff9f\u1160-\u11ff\uffa0-\uffdc\ud7b0-\ud7ff\u{16d63}-\u{16d6a}]+|[^\0-\x7f]/gu,
  by: (cluster) => cluster.normalize('NFKC'),
};

const letterRules: readonly Rule[] = [
  {
    pattern: /[\p{Lu}\p{Lt}]/gu,
    // Some are pairs of UTF-16 units.
    needs: lettersLike(/[\p{Lu}\p{Lt}\ud800-\udbff]/u),
    by: (letter) => letter.toLowerCase(),
  },
  { pattern: /\s{2,}|[^\S ]/g, needs: spaces, by: () => ' ' },
  {
    pattern: /[\u2010-\u2015\u2212\ufe63]/g,
    needs: lettersLike(/[\u2010-\u2015\u2212\ufe63]/),
    by: () => '-',
  },
  { pattern: /(?<=[a-z0-9])ー(?=[a-z0-9])/g, needs: longVowels, by: () => '-' },
  { pattern: /[\u301c\u223c]/g, needs: lettersLike(/[\u301c\u223c]/), by: () => '~' },
  {
    pattern: new RegExp(`[${[...kanji.keys()].join('')}]`, 'gu'),
    needs: lettersLike(new RegExp(`[${[...kanji.keys()].join('')}]`)),
    by: (letter) => kanji.get(letter) ?? letter,
  },
  {
    pattern: /(?<=[\d一二三四五六七八九十数])[ヶケけかカヵ](?=[所月国年])/g,
    needs: lettersLike(/[ヶケけかカヵ]/),
    by: () => 'か',
  },
  { pattern: /ーー+/g, needs: longVowels, by: () => 'ー', absorb: true },
];

const COMPANY_JA = String.raw`株式会社|有限会社|合同会社|合資会社|合名会社|\((?:株|有|合|資)\)`;
const COMPANY_EN = String.raw`,? ?(?<![a-z0-9])(?:co\.?,? ?ltd\.?|co\.?,? ?inc\.?|company,? limited|inc\.|inc|ltd\.?|corp\.?|corporation|l\.l\.c\.?|llc|k\.k\.)(?![a-z0-9])`;
const companyRules: readonly Rule[] = [
  {
    pattern: new RegExp(` ?(?:${COMPANY_JA}|${COMPANY_EN}) ?`, 'g'),
    needs: lettersLike(/[株有合(cilk]/),
    by: () => ' ',
  },
  { pattern: / {2,}/g, needs: spaces, by: () => ' ' },
];

const ends: Rule = { pattern: /^ +| +$/g, needs: spaces, by: () => '' };

/** JIS Z 8301: a katakana word of three sounds and more may leave out its last ー. サーバー → サーバ; カバー stays. */
const lastLongVowel: Rule = {
  pattern: /(?<=[ぁ-ゖァ-ヺー]{3})ー(?![ァ-ヺー])/g,
  needs: longVowels,
  by: () => '',
  absorb: true,
};
const hiragana: Rule = {
  pattern: /[ぁ-ゖ]+/g,
  needs: lettersLike(/[ぁ-ゖ]/),
  by: (run) => {
    let katakana = '';
    for (let i = 0; i < run.length; i++) katakana += String.fromCharCode(run.charCodeAt(i) + 0x60);
    return katakana;
  },
};
const voiced = lettersLike(/[ヴヅヂ]/);
/** Spellings of one sound: ヴァ and バ, ヅ and ズ, ウェハ and ウエハ. */
const kanaRules: readonly Rule[] = [
  hiragana,
  {
    pattern: /ヴ[ァィェォ]/g,
    needs: voiced,
    by: (sound) => 'バビベボ'['ァィェォ'.indexOf(sound[1] ?? '')] ?? sound,
  },
  { pattern: /ヴ/g, needs: voiced, by: () => 'ブ' },
  { pattern: /ヅ/g, needs: voiced, by: () => 'ズ' },
  { pattern: /ヂ/g, needs: voiced, by: () => 'ジ' },
  {
    pattern: /[ァィゥェォ]/g,
    needs: lettersLike(/[ァィゥェォ]/),
    by: (small) => 'アイウエオ'['ァィゥェォ'.indexOf(small)] ?? small,
  },
];

const spellingRules = [...letterRules, ...companyRules];
const figureRules = [...measureRules, ...codeRules];
/** Two are the rule. */
const MOST_ROUNDS = 6;
/** All there are. */
export const rules = [shapeless, ...spellingRules, ...figureRules, ends, lastLongVowel, ...kanaRules];

/**
 * One spelling for what is the same, for people to read: NFKC, lower case, new kanji forms, company forms left out
 * (㈱, 有限会社, Co., Ltd.), amounts in mm, kg, l, MPa, N, W, V, MHz (5 cm → 50mm,
 * φ50 → φ50mm, 1,000個 → 1000個), codes written together (ＳＵＳ－３０４, sus 304 → sus304), single spaces. The same
 * a second time.
 */
export function spelled(text: string): string {
  const plain = rewritten(rewritten(text, [shapeless]).normalize('NFKC'), spellingRules);
  return (/\d/.test(plain) ? figured(plain) : plain).trim();
}

/** One rule may make what another one is about (sus5-x304): again, until nothing changes. */
function figured(plain: string): string {
  let now = plain;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = rewritten(now, figureRules);
    if (next === now) break;
    now = next;
  }
  return now;
}

/** A spelled text with one sign per sound: hiragana as katakana, ヴァ as バ, small vowels as large ones. */
export const kanaFolded = (plain: string): string => rewritten(plain, kanaRules);

/** A spelled text or word without the last ー of long katakana words, and `kanaFolded`. */
export const folded = (plain: string): string => kanaFolded(rewritten(plain, [lastLongVowel]));

/** Text as it is indexed and asked: `spelled` and `folded`. So せんばん finds ｾﾝﾊﾞﾝ, and サーバ finds サーバー. */
export const normalise = (text: string): string => folded(spelled(text));

/** `normalise`, knowing of each place where in the text it came from. `plain`: what it makes, where that is known. */
export function tracked(text: string, plain = normalise(text)): TrackedText {
  const traced = new TrackedText(text).apply([shapeless]);
  if (traced.plain.normalize('NFKC') !== traced.plain) traced.apply([compatibility]);
  traced.apply(spellingRules);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = traced.plain;
    if (traced.apply(figureRules).plain === before) break;
  }
  return traced.apply([ends, lastLongVowel, ...kanaRules]).demand(plain);
}
