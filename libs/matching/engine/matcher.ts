import { Bitmap, TopK } from '#platform/search/arrays/index.js';
import { Best } from './best.js';
import { candidateOf, judgeUntilMissed, worthOf } from './candidate.js';
import type {
  Candidate,
  Exclusion,
  Matched,
  Matcher,
  MatchOptions,
  Need,
  Supplier,
  Taxonomy,
} from './match.types.js';
import { needPreparer, type PreparedNeed } from './prepared-need.js';
import { bytesOfSets, columnsOf, countingTags, Scratch } from './ranking/columns.js';
import { costsOf } from './ranking/exclusions.js';
import { Ranking, withoutMissed } from './ranking/ranking.js';
import { FirmView } from './ranking/row-rules.js';
import { recordsOf, textsOf, type ShownRecords, type TextRecord } from './records.js';
import { describe } from './rules/describe.js';
import { namesOf, type Names } from './rules/judged.js';
import { assess, score } from './scoring.js';
import { REORDERED, SecondOrder } from './second-order.js';
import { StandingNeeds, type Fit } from './standing/standing-needs.js';
import { FirmStore } from './store/firm-store.js';
import { wordsOfRecord } from './text/encoded.js';
import { nearness } from './text/nearest.js';
import type { RecordCells } from './text/pair-features.js';
import type { QueryScores } from './text/query-scores.js';
import { wordsOf } from './text/shared-words.js';
import { TextIndex } from './text/text-index.js';
import { noVocabulary, type Vocabulary } from './vocabulary.types.js';

const DEFAULT_LIMIT = 50;
/** Where the need has no words, none is near. */
const NO_SCORES = new Float64Array(0);

/** A firm that is shown, before its reasons are written. */
interface Finalist {
  slot: number;
  /** The score, 0 to 100, not rounded. */
  total: number;
  /** Of each of its records. */
  scores: Float64Array;
  /** Its own records; none where the need has no words. */
  own: readonly RecordCells[];
}

/** A need that fits a supplier, before its reasons are written; `near`: how near its words are to the records. */
interface ScoredFit {
  need: Need;
  score: number;
  near: number;
}

/** An empty matcher. `vocabulary` is asked with each need: a new version counts from the next match on. */
export function createMatcher(
  taxonomy: Taxonomy,
  vocabulary: () => Vocabulary = () => noVocabulary,
): Matcher {
  return new SupplierMatcher(taxonomy, vocabulary);
}

/**
 * Suppliers in typed arrays (store/), ranked by sets of tags first and records only where those leave it open
 * (ranking/). The rules as they are told (rules/) judge only the firms that are shown.
 */
class SupplierMatcher implements Matcher {
  private readonly names: Names;
  private readonly prepare: (need: Need) => PreparedNeed;
  private readonly scratch = new Scratch();
  private readonly among = new Bitmap();
  private index = new TextIndex();
  private store: FirmStore;

  constructor(
    private readonly taxonomy: Taxonomy,
    vocabulary: () => Vocabulary,
  ) {
    this.names = namesOf(taxonomy);
    this.prepare = needPreparer(taxonomy, vocabulary);
    this.store = new FirmStore(taxonomy);
  }

  get size(): number {
    return this.store.size;
  }

  get bytes() {
    return { ...this.store.bytes, words: this.index.bytes };
  }

  bytesToRead(need: Need): number {
    return bytesOfSets(this.prepare(need), this.store);
  }

  supplier(id: string): Supplier | undefined {
    const slot = this.store.slot(id);
    return slot === undefined ? undefined : this.store.supplierAt(slot);
  }

  load(suppliers: Iterable<Supplier>): void {
    this.index = new TextIndex();
    this.store = new FirmStore(this.taxonomy);
    for (const supplier of suppliers) this.upsert(supplier);
  }

  upsert(supplier: Supplier): void {
    const known = this.store.slot(supplier.id);
    const before = known === undefined ? null : this.store.supplierAt(known);
    const slot = this.store.put(supplier, before);
    if (before && hasSameWords(before, supplier)) return;
    const { own, shared } = textsOf(supplier, this.names);
    this.index.put(slot, own, shared);
  }

  remove(id: string): void {
    const slot = this.store.remove(id);
    if (slot !== undefined) this.index.drop(slot);
  }

  match(need: Need, options: MatchOptions = {}): Candidate[] {
    return this.matchWithFloor(need, options).candidates;
  }

  matchWithFloor(need: Need, { limit = DEFAULT_LIMIT, excludeIds = [] }: MatchOptions = {}): Matched {
    const { store } = this;
    const prepared = this.prepare(need);
    this.scratch.begin(store.slots);
    const columns = columnsOf(prepared, store, this.scratch);
    const among = withoutMissed(this.eligible(excludeIds), columns);
    const text = this.index.scores(prepared.query);
    const top = new TopK(text.full > 0 ? Math.max(limit, REORDERED) : limit, store.order.goesFirst);
    const ranking = new Ranking(
      columns,
      new FirmView(store, countingTags(prepared, store)),
      text,
      top,
      prepared.share,
    );
    ranking.run(among);
    const worth = worthOf(prepared, this.index);
    const candidates = this.inSecondOrder(prepared, text, top, limit).map((found) => {
      const { slot, total, scores } = found;
      const firm = { supplier: store.ruledAt(slot), records: this.recordsOf(found), scores };
      return candidateOf(prepared, total, firm, worth);
    });
    return { candidates, floor: top.isFull ? top.threshold : 0 };
  }

  /** The best of the first stage as the second one orders them. */
  private inSecondOrder(prepared: PreparedNeed, text: QueryScores, first: TopK, limit: number): Finalist[] {
    if (text.full === 0)
      return first
        .best()
        .map(({ item: slot, score: total }) => ({ slot, total, scores: NO_SCORES, own: [] }));
    const { index, store } = this;
    const second = new SecondOrder(prepared, index.tokenKeys, text.full);
    const finalists = first.best().map(({ item: slot, score }) => {
      const scores = text.recordScores(slot);
      const own = index.ownRecords(slot);
      const near = nearness(scores, 0, scores.length);
      return { slot, total: second.scoreOf(score, near, own), scores, own };
    });
    const { goesFirst } = store.order;
    return finalists
      .sort((a, b) => b.total - a.total || (goesFirst(a.slot, b.slot) ? -1 : 1))
      .slice(0, limit);
  }

  private recordsOf({ slot, scores, own }: Finalist): ShownRecords {
    let texts: Supplier['texts'] | undefined;
    const at = (number: number): TextRecord => {
      if (number < own.length) return (texts ??= this.store.textsAt(slot))[number]!;
      return { field: 'capability', text: this.index.sharedText(slot, number - own.length) };
    };
    return shownRecords(scores.length, at, own);
  }

  excluded(need: Need, { excludeIds = [] }: Pick<MatchOptions, 'excludeIds'> = {}): Exclusion[] {
    const { store, index } = this;
    const prepared = this.prepare(need);
    this.scratch.begin(store.slots);
    const columns = columnsOf(prepared, store, this.scratch);
    const text = index.scores(prepared.query);
    const isNear = (slot: number) => text.nearness(slot) > 0;
    const view = new FirmView(store, countingTags(prepared, store));
    const costs = costsOf(columns, this.eligible(excludeIds), view, isNear);
    return prepared.requirements.flatMap(({ requirement }, c) => {
      const { alone, together } = costs[c]!;
      if (together === 0) return [];
      const words = describe(requirement, this.names);
      return [{ requirementId: requirement.id, words, companies: alone, missedBy: together }];
    });
  }

  matchSupplier(
    supplier: Supplier,
    needs: readonly Need[] | StandingNeeds,
    { limit = DEFAULT_LIMIT }: Pick<MatchOptions, 'limit'> = {},
  ): { needId: string; candidate: Candidate }[] {
    const best = new Best<ScoredFit>(limit, goesBefore);
    const side = this.supplierSide(supplier);
    const { records, texts } = side;
    const written = texts.records.slice(0, supplier.texts.length);
    for (const { need, score: first, near } of this.scoredFits(side, needs)) {
      const prepared = this.prepare(need);
      const second = new SecondOrder(prepared, texts.tokenKeys, this.index.fullScore(prepared.query));
      best.offer({ need, near, score: second.scoreOf(first, near, written) });
    }
    return best.items().map(({ need, score: total }) => {
      const prepared = this.prepare(need);
      const firm = {
        supplier,
        records: shownRecords(records.length, (number) => records[number]!, written),
        scores: texts.scores(prepared.query),
      };
      return {
        needId: need.id,
        candidate: candidateOf(prepared, total, firm, worthOf(prepared, this.index)),
      };
    });
  }

  reachedNeeds(supplier: Supplier, needs: StandingNeeds): { needId: string; reach: number }[] {
    const fits = [...this.scoredFits(this.supplierSide(supplier), needs)];
    return fits.map(({ need, score: reach }) => ({ needId: need.id, reach }));
  }

  private supplierSide(supplier: Supplier) {
    const records = recordsOf(supplier, this.names);
    return { supplier, records, texts: this.index.encoded(records.map(({ text }) => text)) };
  }

  /** The needs of which the supplier is a candidate, with its score of the first stage. */
  private *scoredFits(
    { supplier, records, texts }: ReturnType<SupplierMatcher['supplierSide']>,
    needs: readonly Need[] | StandingNeeds,
  ): Iterable<ScoredFit> {
    if (supplier.approved === false) return;
    const fits = needs instanceof StandingNeeds ? needs.fits(supplier) : this.plainFits(supplier, needs);
    for (const { need, judged } of fits) {
      const { query, weights, share } = this.prepare(need);
      const near = nearness(texts.scores(query), 0, records.length);
      const { speaksFor, credit } = assess(judged, weights);
      if (speaksFor || near > 0)
        yield { need, near, score: score(credit, near, this.index.fullScore(query), share) };
    }
  }

  private plainFits(supplier: Supplier, needs: readonly Need[]): Fit[] {
    return needs.flatMap((need) => {
      const judged = judgeUntilMissed(this.prepare(need), supplier);
      return judged ? [{ need, judged }] : [];
    });
  }

  /** The slots of suppliers that may be candidates at all; the same set each time. */
  private eligible(excludeIds: readonly string[]): Bitmap {
    const among = this.among.copy(this.store.approved);
    for (const id of excludeIds) {
      const slot = this.store.slot(id);
      if (slot !== undefined) among.delete(slot);
    }
    return among;
  }
}

/** @param own the firm's own records, which come first: how they are cut into words is stored with them */
function shownRecords(size: number, at: ShownRecords['at'], own: readonly RecordCells[]): ShownRecords {
  const cut = (number: number): readonly string[] => {
    const [{ text }, cells] = [at(number), own[number]];
    return cells ? wordsOfRecord(cells.cells, cells.at, text) : wordsOf(text);
  };
  return { size, at, wordsOf: cut };
}

function goesBefore(a: ScoredFit, b: ScoredFit): boolean {
  return a.score > b.score || (a.score === b.score && a.need.id < b.need.id);
}

/** Whether what `recordsOf` makes of two states of a supplier is the same. */
function hasSameWords(a: Supplier, b: Supplier): boolean {
  const words = ({ texts, processes, materials, equipment }: Supplier) => [
    ...texts.flatMap(({ field, text }) => [field, text]),
    ...processes.map(({ code }) => code),
    ...materials,
    ...equipment.flatMap(({ kind, maker, model }) => [kind ?? '', maker, model]),
  ];
  const [before, after] = [words(a), words(b)];
  return before.length === after.length && before.every((word, i) => word === after[i]);
}
