import { grown } from '#platform/search/arrays/index.js';
import { lengthNorm, saturated } from './bm25.js';
import { FREQUENCY_BITS, MOST_OFTEN, tokensEnd } from './encoded.js';
import { nearness } from './nearest.js';
import type { Query } from './query.js';
import { TokenPlaces } from './token-places.js';

/**
 * What the second stage knows of a need and a firm, in the order of the numbers; all but the counts are shares of what a
 * record that says everything would have, so that they mean the same for short and for long needs. They depend on the
 * two and on the statistics of all records, never on the other candidates.
 */
export const featureNames = [
  // How near: the first stage's nearness, and the nearest three records. One very near record and many half-near ones
  // can be equally near in sum and are told apart here.
  'nearness',
  'best',
  'second',
  'third',
  // The title alone, and how much of it the nearest record, or all records together, say. Several records that say
  // different halves of the title speak for a firm that does that kind of work.
  'bestTitle',
  'titleSaid',
  'titleSaidByFirm',
  'titleSaidElsewhere',
  // Only whole words, and only codes (latin letters, digits): a model number in common says more than its rarity.
  'wordsSaid',
  'codesSaid',
  'rarestSaid',
  // How much of the nearest record is in the title: a record that says it all and much else is about something else.
  'recordInTitle',
  // The text below the title, by its first line and by the rest: whether the firm works in that field at all.
  'bestLead',
  'bestRest',
  'leadOfNearest',
  'restOfNearest',
  'leadNearness',
  'restNearness',
  'leadSaidByFirm',
  'restSaidByFirm',
  // Whether the firm does much of this: records about as near as the nearest, as number and share, the mean, and the
  // share of records with the title's first and last word (the last one is mostly the kind of work).
  'likeNearest',
  'likeNearestShare',
  'meanOfBest',
  'firstWordShare',
  'lastWordShare',
  // Sizes, by which the others are to be read: a firm with 500 records has something near to everything.
  'records',
  'recordLength',
  'titleLength',
  'fullTitle',
  // All its records as one: how often it says the title's words, against how often all firms do (a language model's
  // likelihood, Ponte & Croft, 1998: a word that is everywhere says nothing, a word that it says over and over much), the
  // last word so by itself, and the text below the title apart from it.
  'titleSaidOften',
  'titleLikely',
  'lastWordLift',
  'contextNearness',
  'restMean',
  'restMeanElsewhere',
  // How much of a record and the title together is in both, at best: the nearest one may be long.
  'bestOverlap',
  // What kind of records it has: long ones, and always the same ones or ever others.
  'meanRecordLength',
  'differentTokens',
] as const;
export type Feature = (typeof featureNames)[number];
export const FEATURES = featureNames.length;

/** A record as in encoded.ts. */
export interface RecordCells {
  cells: ArrayLike<number>;
  at: number;
}

/** Which number a token has in the records at hand, and how telling it is among all. */
export interface TokenKeys {
  keyOf(token: string): number | undefined;
  rarity(token: string): number;
  /** Tokens per record, on average over all. */
  averageLength: number;
}

const isWord = (token: string) => !token.startsWith('~');
const isCode = (token: string) => isWord(token) && /^[a-z0-9]/.test(token);
/** Words that end many titles and say nothing of the work. */
const isEmptyWord = (token: string) =>
  /^(?:[\d.]+|一式|業務|等|事業|他|外|ほか|年度|その|委託|経費)$/.test(token);

/** Nearly as near as the nearest. */
const LIKE = 0.6;
/** How many records like the corpus a firm's own ones are held against: few, or nobody stands out. */
const PRIOR_RECORDS = 0.5;
/** A word counts the logarithm of 1 + this × how many times as often the firm says it as all firms together. */
const LIKELY = 0.25;

/** Of the query at hand. */
const places = new TokenPlaces();

/** Works out the features of firms for one query. */
export class PairFeatures {
  private readonly numbers: readonly (number | undefined)[];
  private readonly rarity: Float64Array;
  /** How many records come on one that has the token. */
  private readonly odds: Float64Array;
  private readonly codes: boolean[];
  private readonly isWord: boolean[];
  private readonly firstWord: number;
  private readonly lastWord: number;
  private readonly full;
  private readonly titleLength: number;
  private readonly titleTokens: number;
  /** Per token: in how many of the firm's records it is, and how often in all. */
  private readonly said: Uint32Array;
  private readonly times: Uint32Array;
  private total = new Float64Array(64);
  private lead = new Float64Array(64);
  private rest = new Float64Array(64);
  private context = new Float64Array(64);
  /** Of the firm at hand. */
  private length = 0;
  private different = 0;
  private overlap = 0;

  constructor(
    private readonly query: Query,
    private readonly keys: TokenKeys,
  ) {
    const { tokens, inTitle } = query;
    this.rarity = Float64Array.from(tokens, (token) => keys.rarity(token));
    this.odds = this.rarity.map(Math.exp);
    this.numbers = tokens.map((token) => keys.keyOf(token));
    this.codes = tokens.map(isCode);
    this.isWord = tokens.map(isWord);
    const telling = tokens.flatMap((token, i) =>
      inTitle[i]! > 0 && isWord(token) && !isEmptyWord(token) ? [i] : [],
    );
    this.firstWord = telling[0] ?? -1;
    this.lastWord = telling.at(-1) ?? -1;
    this.titleLength = inTitle.reduce((sum, times) => sum + times, 0);
    this.titleTokens = inTitle.filter((times) => times > 0).length;
    const sum = (weight: (i: number) => number) =>
      this.rarity.reduce((s, rarity, i) => s + rarity * weight(i), 0);
    this.full = {
      total: sum((i) => query.weights[i]!),
      title: sum((i) => inTitle[i]!),
      lead: sum((i) => +query.inLead[i]!),
      rest: sum((i) => +query.inRest[i]!),
      words: sum((i) => +(inTitle[i]! > 0 && this.isWord[i]!)),
      codes: sum((i) => +(inTitle[i]! > 0 && this.codes[i]!)),
      different: sum((i) => +(inTitle[i]! > 0)),
      context: sum((i) => query.weights[i]! - inTitle[i]!),
    };
    this.said = new Uint32Array(tokens.length);
    this.times = new Uint32Array(tokens.length);
  }

  /** @param records the firm's, in their order @param target takes the features, in the order of their names */
  read(records: readonly RecordCells[], target: Float64Array): void {
    const { full } = this;
    const n = records.length;
    this.begin(n);
    let nearest = 0;
    let firsts = 0;
    let lasts = 0;
    for (let i = 0; i < n; i++) {
      const ends = this.readRecord(records[i]!, i);
      firsts += ends & 1;
      lasts += ends >> 1;
      if (this.total[i]! > this.total[nearest]!) nearest = i;
    }
    target.fill(0);
    if (n === 0) return;
    this.put(target, 'nearness', nearness(this.total, 0, n) / full.total);
    this.readTotals(n, target);
    this.readNearest(records[nearest]!, target);
    this.put(target, 'leadOfNearest', share(this.lead[nearest]!, full.lead));
    this.put(target, 'restOfNearest', share(this.rest[nearest]!, full.rest));
    this.put(target, 'leadNearness', share(nearness(this.lead, 0, n), full.lead));
    this.put(target, 'restNearness', share(nearness(this.rest, 0, n), full.rest));
    this.readSaid(target);
    this.readWhole(n, nearest, lasts, target);
    this.put(target, 'firstWordShare', firsts / n);
    this.put(target, 'lastWordShare', lasts / n);
    this.put(target, 'records', n);
    this.put(target, 'titleLength', this.titleLength);
    this.put(target, 'fullTitle', full.title);
  }

  private begin(records: number): void {
    places.claim(this, this.numbers);
    places.nextFirm();
    this.said.fill(0);
    this.times.fill(0);
    this.total = grown(this.total, records);
    this.lead = grown(this.lead, records);
    this.rest = grown(this.rest, records);
    this.context = grown(this.context, records);
    this.length = 0;
    this.different = 0;
    this.overlap = 0;
  }

  private put(target: Float64Array, name: Feature, value: number): void {
    target[numberOf[name]] = value;
  }

  /** Scores one record. @returns 1 where it has the title's first word, plus 2 where it has the last */
  private readRecord({ cells, at }: RecordCells, i: number): number {
    const { query, rarity, said, times } = this;
    const norm = lengthNorm(cells[at]!, this.keys.averageLength);
    const end = tokensEnd(cells, at);
    let [total, lead, rest, context, ends, inBoth] = [0, 0, 0, 0, 0, 0];
    for (let c = at + 2; c < end; c++) {
      const number = cells[c]! >>> FREQUENCY_BITS;
      if (places.isNew(number)) this.different++;
      const place = places.placeOf(number);
      if (place < 0) continue;
      const frequency = cells[c]! & MOST_OFTEN;
      said[place]!++;
      times[place]! += frequency;
      const gain = rarity[place]! * saturated(frequency, norm);
      const inTitle = query.inTitle[place]!;
      total += query.weights[place]! * gain;
      context += (query.weights[place]! - inTitle) * gain;
      if (inTitle > 0) inBoth++;
      if (query.inLead[place]) lead += gain;
      if (query.inRest[place]) rest += gain;
      if (place === this.firstWord) ends |= 1;
      if (place === this.lastWord) ends |= 2;
    }
    this.total[i] = total;
    this.lead[i] = lead;
    this.rest[i] = rest;
    this.context[i] = context;
    this.length += cells[at]!;
    const inEither = end - at - 2 + this.titleTokens - inBoth;
    this.overlap = Math.max(this.overlap, share(inBoth, inEither));
    return ends;
  }

  private readTotals(n: number, target: Float64Array): void {
    const { total, lead, rest, full } = this;
    let [first, second, third, sum, bestLead, bestRest, like] = [0, 0, 0, 0, 0, 0, 0];
    for (let i = 0; i < n; i++) {
      const score = total[i]!;
      sum += score;
      if (score > first) [first, second, third] = [score, first, second];
      else if (score > second) [second, third] = [score, second];
      else if (score > third) third = score;
      bestLead = Math.max(bestLead, lead[i]!);
      bestRest = Math.max(bestRest, rest[i]!);
    }
    for (let i = 0; i < n; i++) if (total[i]! > LIKE * first) like++;
    this.put(target, 'best', first / full.total);
    this.put(target, 'second', second / full.total);
    this.put(target, 'third', third / full.total);
    this.put(target, 'bestLead', share(bestLead, full.lead));
    this.put(target, 'bestRest', share(bestRest, full.rest));
    this.put(target, 'likeNearest', like);
    this.put(target, 'likeNearestShare', like / n);
    this.put(target, 'meanOfBest', share(sum, first * n));
  }

  private readNearest({ cells, at }: RecordCells, target: Float64Array): void {
    const { query, rarity, full } = this;
    const norm = lengthNorm(cells[at]!, this.keys.averageLength);
    const end = tokensEnd(cells, at);
    let [title, said, words, codes, rarest, count] = [0, 0, 0, 0, 0, 0];
    for (let c = at + 2; c < end; c++) {
      const place = places.placeOf(cells[c]! >>> FREQUENCY_BITS);
      if (place < 0 || query.inTitle[place] === 0) continue;
      const telling = rarity[place]!;
      const frequency = cells[c]! & MOST_OFTEN;
      title += query.inTitle[place]! * telling * saturated(frequency, norm);
      said += telling;
      if (this.isWord[place]) words += telling;
      if (this.codes[place]) codes += telling;
      rarest = Math.max(rarest, telling);
      count += frequency;
    }
    this.put(target, 'bestTitle', share(title, full.title));
    this.put(target, 'titleSaid', share(said, full.different));
    this.put(target, 'wordsSaid', share(words, full.words));
    this.put(target, 'codesSaid', full.codes === 0 ? -1 : codes / full.codes);
    this.put(target, 'rarestSaid', rarest);
    this.put(target, 'recordInTitle', share(count, cells[at]!));
    this.put(target, 'recordLength', cells[at]!);
  }

  /** What all records together say; after readNearest. */
  private readSaid(target: Float64Array): void {
    const { query, rarity, said, full } = this;
    let [title, lead, rest] = [0, 0, 0];
    for (let place = 0; place < said.length; place++) {
      if (said[place] === 0) continue;
      if (query.inTitle[place]! > 0) title += rarity[place]!;
      if (query.inLead[place]) lead += rarity[place]!;
      if (query.inRest[place]) rest += rarity[place]!;
    }
    const byFirm = share(title, full.different);
    this.put(target, 'titleSaidByFirm', byFirm);
    this.put(target, 'titleSaidElsewhere', byFirm - target[numberOf.titleSaid]!);
    this.put(target, 'leadSaidByFirm', share(lead, full.lead));
    this.put(target, 'restSaidByFirm', share(rest, full.rest));
  }

  /** What all records are as one. @param lasts how many have the title's last word */
  private readWhole(n: number, nearest: number, lasts: number, target: Float64Array): void {
    const { query, rarity, odds, said, times, full, length, lastWord } = this;
    let [often, likely, rest] = [0, 0, 0];
    for (let place = 0; place < said.length; place++) {
      const inTitle = query.inTitle[place]!;
      if (said[place] === 0 || inTitle === 0) continue;
      often += rarity[place]! * Math.log1p(said[place]!);
      likely += inTitle * Math.log1p(LIKELY * odds[place]! * share(times[place]!, length));
    }
    for (let i = 0; i < n; i++) rest += this.rest[i]!;
    const elsewhere = n === 1 ? -1 : share(rest - this.rest[nearest]!, (n - 1) * full.rest);
    const lift = lastWord < 0 ? 0 : (lasts * odds[lastWord]! + PRIOR_RECORDS) / (n + PRIOR_RECORDS);
    this.put(target, 'titleSaidOften', share(often, full.different));
    this.put(target, 'titleLikely', share(likely, this.titleLength));
    this.put(target, 'lastWordLift', lift);
    this.put(target, 'contextNearness', share(nearness(this.context, 0, n), full.context));
    this.put(target, 'restMean', share(rest, n * full.rest));
    this.put(target, 'restMeanElsewhere', elsewhere);
    this.put(target, 'bestOverlap', this.overlap);
    this.put(target, 'meanRecordLength', length / n);
    this.put(target, 'differentTokens', share(this.different, length));
  }
}

const numberOf = Object.fromEntries(featureNames.map((name, i) => [name, i])) as Record<Feature, number>;

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
