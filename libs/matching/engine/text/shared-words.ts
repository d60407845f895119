import { remembered } from '../remembered.js';
import { bigrams, normalise, words } from './tokens.js';

/** Shorter ones say nothing by themselves. */
const MIN_CHARACTERS = 2;
/** Words less telling than this, beside one that nobody uses, are shown only where there is nothing better. */
const TELLING = 0.2;

const particle =
  /^(?:[のにをはがとでやもへ]|から|まで|より|する|及び|および|等|に?(?:係る|関する|おける|対する|向けた|よる|ついて))$/u;
const hiragana = /\p{Script=Hiragana}/u;

/**
 * The longest runs of whole words of a record that also stand in the text looked for, the most telling first, without
 * repeats: what a person is shown as the words in common.
 * @param wanted normalised
 * @param record its words, as `words` cuts them
 * @param rarity how telling a token is; `rarity('')` is that of a token that nobody uses
 */
export function sharedWords(
  wanted: string,
  record: readonly string[],
  rarity: (token: string) => number,
  limit = 3,
): string[] {
  const found = new Map<string, number>();
  for (const run of sharedRuns(record, wanted)) {
    const word = withoutParticles(run).join('');
    if (says(word)) found.set(word, total(word, rarity));
  }
  const ranked = [...found].sort((a, b) => b[1] - a[1]);
  const unused = rarity('');
  const telling = ranked.filter(([word, worth]) => worth >= TELLING * pairsOf(word).length * unused);
  const shown = telling.length > 0 ? telling.slice(0, limit) : ranked.slice(0, 1);
  return shown.map(([word]) => word);
}

/** The words of a record, for `sharedWords`. Many firms are shown by the same names of processes and materials. */
export const wordsOf = remembered(10_000, (record: string) => words(normalise(record)));

/** From left to right, the longest run of words at each place that stands in the text as one piece. */
function sharedRuns(record: readonly string[], wanted: string): string[][] {
  const runs: string[][] = [];
  for (let i = 0; i < record.length;) {
    let end = i;
    let run = '';
    while (end < record.length && wanted.includes(run + record[end]!)) run += record[end++]!;
    if (end > i) runs.push(record.slice(i, end));
    i = Math.max(end, i + 1);
  }
  return runs;
}

/** Without particles at both ends, except where the cut would go through a word in hiragana (はんだ). */
function withoutParticles(run: string[]): string[] {
  let from = 0;
  let to = run.length;
  while (from < to && particle.test(run[from]!)) from++;
  while (to > from && particle.test(run[to - 1]!)) to--;
  const cutsWord = from > 0 && from < to && hiragana.test(run[from]![0]!);
  return run.slice(cutsWord ? 0 : from, to);
}

function says(word: string): boolean {
  return [...word].length >= MIN_CHARACTERS && !/^\d+(?:年度?)?$/.test(word);
}

/** The same few words are shared by candidate after candidate. */
const pairsOf = remembered(10_000, bigrams);

function total(word: string, rarity: (token: string) => number): number {
  return pairsOf(word).reduce((sum, pair) => sum + rarity(pair), 0);
}
