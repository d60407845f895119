import { lowestBit, TopK, type Bitmap } from '#platform/search/arrays/index.js';
import { IN_TIME, MET, MISSED, PARTLY, UNKNOWN } from '../rules/verdicts.js';
import { leastCredit, leastNearness, score, scoreAtMost } from '../scoring.js';
import { powerOf } from '../text/nearest.js';
import { BestFirst } from './best-first.js';
import type { Column } from './columns.js';
import type { FirmView } from './row-rules.js';
import { textPartAtMost } from './text-at-most.js';

/** Of the query at hand, used again by the next one. */
const order = new BestFirst();
/** Credits lost by the firms of the word at hand; 0 between words. */
const losses = new Float64Array(32);

/** The text's side of a ranking. */
export interface TextScores {
  /** What a record that says everything scores; 0 where the need has no words. */
  full: number;
  nearness(slot: number): number;
  /** Makes `mostPower` know these firms. */
  bound(among: Bitmap): void;
  /** No less than `powerOf` of the nearness, without reading the firm's records. */
  mostPower(slot: number): number;
}

/** Who may be a candidate: the bits of `among` without those who surely miss a must; changes `among`. */
export function withoutMissed(among: Bitmap, columns: readonly Column[]): Bitmap {
  const { words } = among;
  for (const { isMust, missed } of columns)
    if (isMust) for (let w = 0; w < words.length; w++) words[w]! &= ~missed[w]!;
  return among;
}

/**
 * Offers every firm of `among` that can be among the best, exactly scored: as MaxScore does with lists (Turtle & Flood,
 * Query evaluation: strategies and optimizations, 1995), a firm is only looked at while what its sets of tags allow at
 * best would still be kept. The more is known of the best, the more requirements decide by whole words of 32 firms.
 */
export class Ranking {
  private readonly verdicts: Uint8Array;
  /** Per column: up to which loss of credits a firm that has not met it is still worth a look, as a step (0 to 3). */
  private readonly steps: Uint8Array;
  private readonly weights: number;
  /** `powerOf` what a record that says everything scores. */
  private readonly fullPower: number;
  /** Credits that the verdicts at hand fall short of all met. */
  private lost = 0;
  private stepsFor = NaN;
  /** Of any firm. */
  private mayLoseAtMost = Infinity;
  /** Nobody is kept any more who has not met all. */
  private isOver = false;

  constructor(
    private readonly columns: readonly Column[],
    private readonly firm: FirmView,
    private readonly text: TextScores,
    private readonly top: TopK,
    /** Of the requirements in the score; see scoring.ts. */
    private readonly share: number,
  ) {
    this.verdicts = new Uint8Array(columns.length);
    this.steps = new Uint8Array(columns.length);
    this.fullPower = powerOf(text.full);
    this.weights = columns.reduce((sum, { worth }) => sum + worth[MET]!, 0);
  }

  /** Changes `among`. */
  run(among: Bitmap): void {
    if (this.text.full > 0) this.lookBestFirst(among);
    else this.lookWithoutWords(among);
  }

  /** In the order of what sets tell that they can score at best: the sooner the worst kept is good, the fewer are read. */
  private lookBestFirst(among: Bitmap): void {
    this.text.bound(among);
    order.begin();
    const { words } = among;
    for (let w = 0; w < words.length; w++) if (words[w] !== 0) this.rate(w, words[w]!);
    order.sort();
    order.visit(
      () => this.top.threshold,
      (slot) => this.look(slot >>> 5, slot & 31),
    );
  }

  /** Works out what the firms of a word can score at best. */
  private rate(w: number, firms: number): void {
    const { text, weights, share } = this;
    this.readLosses(w, firms);
    for (let rest = firms; rest !== 0; rest &= rest - 1) {
      const bit = lowestBit(rest);
      const credit = weights === 0 ? null : 1 - losses[bit]! / weights;
      losses[bit] = 0;
      const part = textPartAtMost(text.mostPower(w * 32 + bit) / this.fullPower);
      order.add(w * 32 + bit, scoreAtMost(credit, part, text.full, share));
    }
  }

  /** Adds up the credits that sets tell to be lost, per firm of a word. */
  private readLosses(w: number, firms: number): void {
    for (const { met, partly, missed, worth, best } of this.columns) {
      const most = worth[MET]!;
      for (let rest = firms & ~met[w]!; rest !== 0; rest &= rest - 1) {
        const bit = lowestBit(rest);
        const verdict = (partly[w]! >>> bit) & 1 ? PARTLY : (missed[w]! >>> bit) & 1 ? MISSED : UNKNOWN;
        losses[bit]! += most - worth[verdict]!;
      }
      if (best === null) continue;
      for (let rest = firms & met[w]!; rest !== 0; rest &= rest - 1) {
        const bit = lowestBit(rest);
        losses[bit]! += most - worth[best(w * 32 + bit)]!;
      }
    }
  }

  /** Those who meet all by sets first; then the more is known of the best, the more is decided by whole words. */
  private lookWithoutWords(among: Bitmap): void {
    this.lookAtThoseWhoMeetAll(among);
    const { words } = among;
    for (let w = 0; w < words.length; w++) {
      let firms = words[w]!;
      if (firms === 0) continue;
      this.updateSteps();
      if (this.isOver) return;
      firms = this.worthALook(w, firms);
      for (; firms !== 0; firms &= firms - 1) this.look(w, lowestBit(firms));
    }
  }

  /**
   * As far as sets tell; takes them out. With enough of them, nobody else is looked at. Of equal scores the first by id
   * are kept: looked at in that order, most of the others need not be read.
   */
  private lookAtThoseWhoMeetAll({ words }: Bitmap): void {
    const { columns, firm } = this;
    order.begin();
    for (let w = 0; w < words.length; w++) {
      let firms = words[w]!;
      for (let c = 0; c < columns.length && firms !== 0; c++) firms &= columns[c]!.met[w]!;
      words[w]! &= ~firms;
      for (; firms !== 0; firms &= firms - 1) {
        const slot = w * 32 + lowestBit(firms);
        order.add(slot, 100 * (1 - firm.placeOf(slot)));
      }
    }
    order.sort();
    order.visit(
      () => -Infinity,
      (slot) => this.look(slot >>> 5, slot & 31),
    );
  }

  /** Which firms of a word do not lose too much by a single requirement. */
  private worthALook(w: number, firms: number): number {
    const { columns, steps } = this;
    for (let c = 0; c < columns.length; c++) {
      const step = steps[c]!;
      if (step === 0) continue;
      const { met, partly, missed } = columns[c]!;
      if (step === 1) firms &= ~missed[w]!;
      else if (step === 2) firms &= met[w]! | partly[w]!;
      else firms &= met[w]!;
    }
    return firms;
  }

  /** What may still be lost, now that the worst kept score is known: each verdict that costs more is out. */
  private updateSteps(): void {
    const { threshold } = this.top;
    if (threshold === this.stepsFor) return;
    this.stepsFor = threshold;
    const { columns } = this;
    const mayLose = this.mayLose();
    this.mayLoseAtMost = mayLose;
    for (const [c, { worth }] of columns.entries()) {
      const costs = (verdict: number) => worth[MET]! - worth[verdict]! > mayLose;
      this.steps[c] = costs(PARTLY) ? 3 : costs(UNKNOWN) ? 2 : costs(MISSED) ? 1 : 0;
    }
    this.isOver = this.steps.every((step) => step === 3);
  }

  /** Up to which loss of credits a firm can still be kept where the need has no words. */
  private mayLose(): number {
    return this.weights - this.weights * leastCredit(this.top.threshold);
  }

  private look(w: number, bit: number): void {
    const slot = w * 32 + bit;
    const { verdicts, text, top } = this;
    const hasUnsure = this.readSets(w, bit);
    if (this.lost > this.mayLoseAtMost) return;
    const power = text.full === 0 ? 0 : text.mostPower(slot);
    if (this.isOut(this.lost, power)) return;
    // Many have no words and all requirements met: their ids decide before their records are read.
    if (text.full === 0 && !top.accepts(slot, score(this.credit(), 0, 0, this.share))) return;
    if (hasUnsure && !this.readRecord(slot, power)) return;
    const near = text.full === 0 ? 0 : text.nearness(slot);
    let speaksFor = near > 0;
    for (let c = 0; c < verdicts.length && !speaksFor; c++) speaksFor = verdicts[c]! >= PARTLY;
    if (speaksFor) top.offer(slot, score(this.credit(), near, text.full, this.share));
  }

  /** Whether a firm that lost so many credits and whose nearness has at most this power cannot be kept. */
  private isOut(lost: number, power: number): boolean {
    const { text, weights } = this;
    if (text.full === 0) return lost > this.mayLose();
    const credit = weights === 0 ? null : 1 - lost / weights;
    return power < powerOf(leastNearness(this.top.threshold, credit, text.full, this.share));
  }

  /** Takes the verdicts from the sets. @returns whether one of them may be less in truth */
  private readSets(w: number, bit: number): boolean {
    const { columns, verdicts } = this;
    let isUnsure = false;
    this.lost = 0;
    for (let c = 0; c < columns.length; c++) {
      const column = columns[c]!;
      let verdict = UNKNOWN as number;
      if ((column.met[w]! >>> bit) & 1) {
        verdict = column.best === null ? MET : column.best(w * 32 + bit);
        isUnsure ||= column.exact !== null;
      } else if ((column.partly[w]! >>> bit) & 1) verdict = PARTLY;
      else if ((column.missed[w]! >>> bit) & 1) verdict = MISSED;
      verdicts[c] = verdict;
      if (verdict !== MET) this.lost += column.worth[MET]! - column.worth[verdict]!;
    }
    return isUnsure;
  }

  /** Makes the unsure verdicts exact. @returns false where a must is missed, or too much is lost */
  private readRecord(slot: number, power: number): boolean {
    const { columns, verdicts, firm } = this;
    firm.read(slot);
    let { lost } = this;
    for (let c = 0; c < columns.length; c++) {
      const { exact, isMust, worth } = columns[c]!;
      const most = verdicts[c]!;
      // What the sets say that is less is so.
      if (exact === null || most < IN_TIME) continue;
      const verdict = exact(firm);
      if (verdict === most) continue;
      if (verdict === MISSED && isMust) return false;
      verdicts[c] = verdict;
      lost += worth[most]! - worth[verdict]!;
      if (this.isOut(lost, power)) return false;
    }
    return true;
  }

  /** The credits added up in the order in which scoring.ts does it, so that equal scores are equal to the last bit. */
  private credit(): number | null {
    const { columns, verdicts } = this;
    if (columns.length === 0) return null;
    let sum = 0;
    for (let c = 0; c < columns.length; c++) sum += columns[c]!.worth[verdicts[c]!]!;
    return sum / this.weights;
  }
}
