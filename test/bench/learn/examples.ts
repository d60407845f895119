import { Bitmap, TopK } from '#platform/search/arrays/index.js';
import { FEATURES, featureNames, PairFeatures } from '#matching/engine/text/pair-features.js';
import { powerOf } from '#matching/engine/text/nearest.js';
import { textQuery } from '#matching/engine/text/query.js';
import { TextIndex } from '#matching/engine/text/text-index.js';
import { textBelow, type AwardedCompany, type AwardQuery } from '../awards.js';
import type { Examples } from './lambda-mart.js';

/** What a novel contract counts beside one that was let before under the same title: there is more to learn from it. */
const NOVEL_WEIGHT = 2;

/**
 * Per query, the best companies of the first stage with their features, and which of them won; without the queries
 * whose winners are not among these, from which no order can be learned.
 */
export function collect(
  companies: readonly AwardedCompany[],
  queries: readonly AwardQuery[],
  perQuery: number,
  nearnessWeight: number,
): Examples {
  const index = new TextIndex();
  for (const [owner, { awards }] of companies.entries()) index.put(owner, awards);
  const rows: Float64Array[] = [];
  const wanted: number[] = [];
  const examples = { starts: [0], wantedInAll: [] as number[], weights: [] as number[] };
  for (const query of queries) {
    const asked = textQuery(query.text, textBelow(query));
    const features = new PairFeatures(asked, index.tokenKeys);
    const winners = new Set(query.winners);
    const candidates = nearest(index, asked, companies.length, perQuery);
    if (!candidates.some((owner) => winners.has(companies[owner]!.corporateNumber))) continue;
    for (const owner of candidates) {
      const row = new Float64Array(FEATURES);
      features.read(index.ownRecords(owner), row);
      rows.push(row);
      wanted.push(winners.has(companies[owner]!.corporateNumber) ? 1 : 0);
    }
    examples.starts.push(rows.length);
    examples.wantedInAll.push(winners.size);
    examples.weights.push(query.novel ? NOVEL_WEIGHT : 1);
  }
  const values = new Float32Array(rows.length * FEATURES);
  for (const [i, row] of rows.entries()) values.set(row, i * FEATURES);
  const near = featureNames.indexOf('nearness');
  const initial = Float64Array.from(rows, (row) => nearnessWeight * Math.log(row[near]!));
  return { ...examples, features: FEATURES, values, initial, wanted: Uint8Array.from(wanted) };
}

/** The nearest owners, best first; those who may be nearest are read first, so that most of the others need not be. */
function nearest(index: TextIndex, query: ReturnType<typeof textQuery>, owners: number, limit: number) {
  const scores = index.scores(query);
  const all = new Bitmap(owners);
  for (let owner = 0; owner < owners; owner++) all.add(owner);
  scores.bound(all);
  const most = Float64Array.from({ length: owners }, (_, owner) => scores.mostPower(owner));
  const firsts = new TopK(4 * limit, (a, b) => a < b);
  for (const [owner, power] of most.entries()) if (power > 0) firsts.offer(owner, power);
  const read = new Set(firsts.best().map(({ item }) => item));
  const top = new TopK(limit, (a, b) => a < b);
  const look = (owner: number) => {
    const near = scores.nearness(owner);
    if (near > 0) top.offer(owner, near);
  };
  for (const owner of read) look(owner);
  for (const [owner, power] of most.entries())
    if (!read.has(owner) && power > 0 && !(top.isFull && power < powerOf(top.threshold))) look(owner);
  return top.best().map(({ item }) => item);
}
