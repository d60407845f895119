/** Kana to Latin letters after Hepburn; two kana that are one sound come first. */
const PAIRS = `キャ kya キュ kyu キョ kyo シャ sha シュ shu ショ sho シェ she チャ cha チュ chu チョ cho チェ che ニャ nya ニュ nyu
ニョ nyo ヒャ hya ヒュ hyu ヒョ hyo ミャ mya ミュ myu ミョ myo リャ rya リュ ryu リョ ryo ギャ gya ギュ gyu ギョ gyo ジャ ja ジュ ju
ジョ jo ジェ je ビャ bya ビュ byu ビョ byo ピャ pya ピュ pyu ピョ pyo ファ fa フィ fi フェ fe フォ fo ティ ti ディ di トゥ tu デュ dyu
ウィ wi ウェ we ウォ wo ヴァ va ヴィ vi ヴェ ve ヴォ vo ツァ tsa ツェ tse ツォ tso`;
const SINGLES = `ア a イ i ウ u エ e オ o カ ka キ ki ク ku ケ ke コ ko サ sa シ shi ス su セ se ソ so タ ta チ chi ツ tsu テ te ト to
ナ na ニ ni ヌ nu ネ ne ノ no ハ ha ヒ hi フ fu ヘ he ホ ho マ ma ミ mi ム mu メ me モ mo ヤ ya ユ yu ヨ yo ラ ra リ ri ル ru レ re
ロ ro ワ wa ヲ o ン n ガ ga ギ gi グ gu ゲ ge ゴ go ザ za ジ ji ズ zu ゼ ze ゾ zo ダ da ヂ ji ヅ zu デ de ド do バ ba ビ bi ブ bu
ベ be ボ bo パ pa ピ pi プ pu ペ pe ポ po ヴ vu ァ a ィ i ゥ u ェ e ォ o ャ ya ュ yu ョ yo`;

const table = new Map<string, string>();
for (const list of [PAIRS, SINGLES]) {
  const items = list.split(/\s+/);
  for (let i = 0; i + 1 < items.length; i += 2) table.set(items[i] ?? '', items[i + 1] ?? '');
}

/** Katakana in Latin letters after Hepburn, long vowels as they are written (`コウジョウ` koujou, `センター` senta). */
export function romanised(katakana: string): string {
  let latin = '';
  let doubled = false;
  const chars = [...katakana];
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i] ?? '';
    if (char === 'ッ') {
      doubled = true;
      continue;
    }
    const pair = table.get(char + (chars[i + 1] ?? ''));
    const sound = pair ?? table.get(char) ?? '';
    if (pair !== undefined) i++;
    latin += doubled ? doubledConsonant(sound) : sound;
    doubled = false;
  }
  return latin;
}

const doubledConsonant = (sound: string): string =>
  sound.startsWith('ch') ? `t${sound}` : /^[^aiueon]/.test(sound) ? `${sound[0] ?? ''}${sound}` : sound;

const FOLDS: readonly (readonly [RegExp, string])[] = [
  [/tch/g, 'tty'],
  [/shi/g, 'si'],
  [/chi/g, 'ti'],
  [/tyi/g, 'ti'],
  [/tsu/g, 'tu'],
  [/fu/g, 'hu'],
  [/ji|di/g, 'zi'],
  [/du|dzu/g, 'zu'],
  [/sh/g, 'sy'],
  [/ch/g, 'ty'],
  [/j(?=[aueo])/g, 'zy'],
  [/m(?=[bpm])/g, 'n'],
  [/n['n](?![aiueoy])/g, 'n'],
  [/n'/g, 'n'],
  [/o[uo]|ō/g, 'o'],
  [/uu|ū/g, 'u'],
  [/wo/g, 'o'],
];

/**
 * How a word in Latin letters sounds, so that ways of writing Japanese coincide: `shimbun`, `sinbun` and `shinbunn`;
 * `koujou`, `kojo` and `kōjō`.
 */
export const soundOf = (latin: string): string =>
  FOLDS.reduce((text, [from, to]) => text.replace(from, to), latin);

const KANA = /[\p{Script=Katakana}ー]{2,20}/gu;

/** Every way in which the kana of a normalised text may be typed in Latin letters, each once. */
export function latinKeysOf(normalised: string): string[] {
  const keys = new Set<string>();
  for (const kana of normalised.match(KANA) ?? []) {
    const latin = romanised(kana);
    if (latin.length < 2) continue;
    keys.add(latin).add(soundOf(latin));
    keys.add(latin.replace(/o[uo]/g, 'o').replace(/uu/g, 'u'));
  }
  return [...keys];
}

/** Kana by how they are typed, after Hepburn and after the school's way (`si`, `tu`); of two with one sound the usual one. */
const kanaByLatin = new Map<string, string>();
for (const list of [SINGLES, PAIRS]) {
  const items = list.split(/\s+/);
  for (let i = 0; i + 1 < items.length; i += 2)
    for (const typed of [items[i + 1] ?? '', soundOf(items[i + 1] ?? '')])
      if (!kanaByLatin.has(typed)) kanaByLatin.set(typed, items[i] ?? '');
}
const LONGEST_KANA = 3;

/** The katakana that a word in Latin letters is typed for (`mekki` メッキ, `senban` センバン); null where it is for none. */
export function kanaOf(latin: string): string | null {
  const typed = latin
    .replace(/ō/g, 'ou')
    .replace(/ū/g, 'uu')
    .replace(/tch/g, 'cch')
    .replace(/m(?=[bpm])/g, 'n')
    .replace(/n'|nn(?![aiueoy])/g, 'n');
  let kana = '';
  for (let at = 0; at < typed.length;) {
    if (typed[at] === typed[at + 1] && /[^aiueon]/.test(typed[at] ?? '')) {
      kana += 'ッ';
      at++;
      continue;
    }
    let length = Math.min(LONGEST_KANA, typed.length - at);
    while (length > 0 && !kanaByLatin.has(typed.slice(at, at + length))) length--;
    if (length === 0) return null;
    kana += kanaByLatin.get(typed.slice(at, at + length)) ?? '';
    at += length;
  }
  return kana;
}
