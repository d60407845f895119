import type { BothLanguages, ProcessRow, Requirement, Verdict } from '../match.types.js';
import { describe } from './describe.js';
import { both, type Asked, type Firm, type Judge, type Told } from './judged.js';
import { MISSED, UNKNOWN, verdictOf, type Code } from './verdicts.js';

/** A requirement that is judged row by row, and its words, which are made only where they are shown. */
export interface Measure {
  compare(row: ProcessRow, firm: Firm): Code;
  /** How far off a missed row is, to find the nearest one; in the unit of the requirement. */
  gap(row: ProcessRow): number;
  /** What the row offers; only asked for rows that are not unknown. */
  offer(row: ProcessRow, firm: Firm): BothLanguages;
  question(): BothLanguages;
  /** What to ask where a row meets it only partly, if that is another question. */
  questionOf?(row: ProcessRow): BothLanguages;
  change(row: ProcessRow): BothLanguages;
}

/** The verdict of the best row, the first of equal ones; unknown where there is none to judge. */
export function judgeRows(requirement: Requirement, { names }: Asked, measure: Measure): Judge {
  const wanted = describe(requirement, names);
  return (firm) => {
    let best: { row: ProcessRow; code: Code } | undefined;
    for (const row of firm.rows) {
      const code = measure.compare(row, firm);
      if (!best || isBetter(code, row, best, measure)) best = { row, code };
    }
    if (!best || best.code === UNKNOWN)
      return { verdict: 'unknown', tell: () => tellNothing(wanted, measure) };
    const { row, code } = best;
    const verdict = verdictOf[code]!;
    const name = names('process', row.code);
    return { verdict, code, tell: () => tellRow(wanted, name, measure, verdict, row, firm) };
  };
}

function isBetter(
  code: Code,
  row: ProcessRow,
  best: { row: ProcessRow; code: Code },
  measure: Measure,
): boolean {
  if (code !== best.code) return code > best.code;
  return code === MISSED && measure.gap(row) < measure.gap(best.row);
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
  const ja = `${wanted.ja} に対し ${offer.ja}${verdict === 'met' ? ' 対応' : ''}（${process.ja}）`;
  const words = both(ja, `${wanted.en}: ${offer.en} (${process.en})`);
  if (verdict === 'met') return { words };
  const change = measure.change(row);
  if (verdict === 'missed') return { words, change };
  return { words, question: measure.questionOf?.(row) ?? measure.question(), change };
}
