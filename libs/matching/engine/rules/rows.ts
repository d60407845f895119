import type { BothLanguages, ProcessRow, Requirement, Verdict } from '../match.types.js';
import { describe } from './describe.js';
import { both, type Asked, type Firm, type Judge, type Told } from './judged.js';

/** How one process row compares with a requirement. */
export interface Compared {
  verdict: Verdict;
  /** How far off a missed one is, to find the nearest row; in the unit of the requirement. */
  gap?: number;
}

/** A requirement that is judged row by row, and its words, which are made only where they are shown. */
export interface Measure {
  compare(row: ProcessRow, firm: Firm): Compared;
  /** What the row offers; only asked for rows that are not unknown. */
  offer(row: ProcessRow, firm: Firm): BothLanguages;
  question(): BothLanguages;
  /** What to ask where a row meets it only partly, if that is another question. */
  questionOf?(row: ProcessRow): BothLanguages;
  change(row: ProcessRow): BothLanguages;
}

/** Best first. A row that tells nothing may still be the one that fits, so it stands before one that does not. */
const order: Verdict[] = ['met', 'partly', 'unknown', 'missed'];

/** The verdict of the best row, the first of equal ones; unknown where there is none to judge. */
export function judgeRows(requirement: Requirement, { names }: Asked, measure: Measure): Judge {
  const wanted = describe(requirement, names);
  return (firm) => {
    let best: (Compared & { row: ProcessRow }) | undefined;
    for (const row of firm.rows) {
      const compared = measure.compare(row, firm);
      if (!best || isBetter(compared, best)) best = { ...compared, row };
    }
    if (!best || best.verdict === 'unknown')
      return { verdict: 'unknown', tell: () => tellNothing(wanted, measure) };
    const { row, verdict } = best;
    const name = names('process', row.code);
    return { verdict, tell: () => tellRow(wanted, name, measure, verdict, row, firm) };
  };
}

function isBetter(a: Compared, b: Compared): boolean {
  const by = order.indexOf(a.verdict) - order.indexOf(b.verdict);
  return by === 0 ? (a.gap ?? 0) < (b.gap ?? 0) : by < 0;
}

function tellNothing(wanted: BothLanguages, measure: Measure): Told {
  return {
    words: both(`${wanted.ja} に対する登録がありません`, `${wanted.en}: nothing told yet`),
    question: measure.question(),
  };
}

function tellRow(
  wanted: BothLanguages,
  process: BothLanguages,
  measure: Measure,
  verdict: Verdict,
  row: ProcessRow,
  firm: Firm,
): Told {
  const offer = measure.offer(row, firm);
  const ja = `${wanted.ja} に対し ${offer.ja}${verdict === 'met' ? ' 対応' : ''}(${process.ja})`;
  const words = both(ja, `${wanted.en}: ${offer.en} (${process.en})`);
  if (verdict === 'met') return { words };
  const change = measure.change(row);
  if (verdict === 'missed') return { words, change };
  return { words, question: measure.questionOf?.(row) ?? measure.question(), change };
}
