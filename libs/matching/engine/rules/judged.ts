import type { Requirement } from '#contracts/orders.js';
import type {
  BothLanguages,
  ProcessRow,
  RequirementOf,
  Supplier,
  Taxonomy,
  Verdict,
} from '../match.types.js';
import type { Scope } from '../taxonomy-tree.js';
import type { Code } from './verdicts.js';

/** What a person reads of a verdict. */
export interface Told {
  /** The words that show it. */
  words: BothLanguages;
  /** What to ask where it is not known for certain. */
  question?: BothLanguages;
  /** What would make it met. */
  change?: BothLanguages;
}

/** The words are made only for the few firms that are shown. */
export interface Judged {
  verdict: Verdict;
  /** Finer than the verdict, where the rule tells more apart. */
  code?: Code;
  tell: () => Told;
}

/** What a rule may look at besides its requirement, the same for every firm. */
export interface Asked {
  today: string;
  /** The day on which certificates must be valid: the delivery date, or today. */
  validOn: string;
  processScope: (code: string) => Scope;
  materialScope: (code: string) => Scope;
  names: Names;
}

/** A firm as the rules of one need see it. */
export interface Firm {
  supplier: Supplier;
  /** The process rows that count: those of the processes asked for, or all where none is asked for. */
  rows: readonly ProcessRow[];
}

export type Judge = (firm: Firm) => Judged;

/** What can be worked out once per requirement is worked out before the first firm is judged. */
export type Rule<Kind extends Requirement['kind']> = (
  requirement: RequirementOf<Kind>,
  asked: Asked,
) => Judge;

/** The name of a code in both languages; a code that the taxonomy does not know is its own name. */
export type Names = (list: keyof Taxonomy['labels'], code: string) => BothLanguages;

export function namesOf(taxonomy: Taxonomy): Names {
  return (list, code) => taxonomy.labels[list][code] ?? { ja: code, en: code };
}

export function both(ja: string, en: string): BothLanguages {
  return { ja, en };
}
