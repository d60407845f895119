/** A measure among the words of a search that is better asked for as a range. */
export interface TypedMeasure {
  /** As it was typed. */
  typed: string;
  /** The words without it. */
  rest: string;
  /** The filter that it becomes, by the name that the server gives it. */
  filter: 'envelope' | 'tolerance' | 'lot';
  /** Lengths in mm, pieces. */
  range: { x?: number; y?: number; z?: number; tolerance?: number; lot?: number };
}

const NUMBER = String.raw`(\d+(?:,\d{3})*(?:\.\d+)?)`;
const LENGTH = String.raw`(mm|cm|m|ミリ|センチ|メートル)(?![\p{L}\p{N}])`;
const LONG = { mm: 1, ミリ: 1, cm: 10, センチ: 10, m: 1_000, メートル: 1_000 } as const;
const FINE = { mm: 1, ミリ: 1, μm: 0.001, um: 0.001, ミクロン: 0.001 } as const;
/** Nothing before it that it could be a part of. */
const ALONE = String.raw`(?<![\p{L}\p{N}.,])`;

const patterns = {
  tolerance: new RegExp(String.raw`(?:±|\+\/?-) ?${NUMBER} ?(mm|μm|um|ミリ|ミクロン)?(?![\p{L}\p{N}])`, 'iu'),
  box: new RegExp(`${ALONE}${NUMBER} ?[x×*] ?${NUMBER}(?: ?[x×*] ?${NUMBER})? ?${LENGTH}`, 'iu'),
  round: new RegExp(String.raw`(?<![\p{L}\p{N}])[φø] ?${NUMBER} ?(?:mm)?(?![\p{L}\p{N}])`, 'iu'),
  length: new RegExp(`${ALONE}${NUMBER} ?${LENGTH}`, 'iu'),
  lot: new RegExp(String.raw`${ALONE}${NUMBER} ?(?:個|本|枚|pcs|pieces?)(?![\p{L}\p{N}])`, 'iu'),
};

const numberOf = (text: string | undefined): number => Number((text ?? '').replaceAll(',', ''));
/** Without the noise of binary fractions. */
const times = (value: number, factor: number): number => Number((value * factor).toPrecision(12));

function rangeOf(kind: keyof typeof patterns, [, ...found]: RegExpMatchArray): TypedMeasure['range'] {
  const first = numberOf(found[0]);
  if (kind === 'lot') return { lot: Math.floor(first) };
  if (kind === 'tolerance') {
    const unit = (found[1] ?? 'mm').toLowerCase() as keyof typeof FINE;
    return { tolerance: times(first, FINE[unit]) };
  }
  if (kind === 'round') return { x: first, y: first };
  const unit = (found.at(-1) ?? 'mm').toLowerCase() as keyof typeof LONG;
  const [x = 0, y, z] = found.slice(0, -1).map((one) => one && times(numberOf(one), LONG[unit])) as number[];
  return { x, ...(y && { y }), ...(z && { z }) };
}

/** The first measure in the words: ±0.005, φ50, 5cm, 300×200×100mm, 1,000個; null where there is none. */
export function measureIn(words: string): TypedMeasure | null {
  const plain = words.normalize('NFKC');
  for (const kind of ['tolerance', 'box', 'round', 'length', 'lot'] as const) {
    const match = patterns[kind].exec(plain);
    if (!match) continue;
    const range = rangeOf(kind, match);
    if (Object.values(range).some((value) => !(value > 0))) continue;
    const rest = `${plain.slice(0, match.index)} ${plain.slice(match.index + match[0].length)}`;
    const filter = kind === 'tolerance' || kind === 'lot' ? kind : 'envelope';
    return { typed: match[0].trim(), rest: rest.replace(/\s+/g, ' ').trim(), filter, range };
  }
  return null;
}
