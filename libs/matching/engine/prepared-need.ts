import { expanded } from './expansion.js';
import type { Need, Requirement, Supplier, Taxonomy } from './match.types.js';
import { judgeOf } from './rules/judge.js';
import { namesOf, type Asked, type Firm, type Judge, type Names } from './rules/judged.js';
import { scopes, type Scope } from './taxonomy-tree.js';
import { normalise } from './text/tokens.js';
import { textQuery, type Query } from './text/query.js';
import { shareOf, shippedWeights, type RankingWeights } from './scoring.js';
import { noVocabulary, type Understood, type Vocabulary } from './vocabulary.types.js';

/** What of a need can be worked out once, before any supplier is looked at. */
export interface PreparedNeed {
  id: string;
  /** Musts first, else in the need's order. */
  requirements: { requirement: Requirement; judge: Judge }[];
  weights: RankingWeights;
  /** Of the requirements in the score; see scoring.ts. */
  share: number;
  /** The need's words, and weaker what they are understood as. */
  query: Query;
  understood: readonly Understood[];
  names: Names;
  /** Title and text, normalised, to show which of its words a record shares. */
  wanted: string;
  /** The processes whose rows are held against sizes, tolerances, lots and dates; null: all. */
  counting: ReadonlySet<string> | null;
  /** Days `YYYY-MM-DD`: from which lead times run, and on which certificates must be valid. */
  today: string;
  validOn: string;
  firmOf(supplier: Supplier): Firm;
  /** Whether a requirement asks for this process or material. */
  asksFor(code: string): boolean;
  /** Whether a firm lists a process or material, or a narrower one. */
  has(supplier: Supplier, kind: 'process' | 'material', code: string): boolean;
}

/** Makes the function that prepares needs; each need is prepared once per vocabulary as long as it is in use. */
export function needPreparer(
  taxonomy: Taxonomy,
  vocabularyNow: () => Vocabulary = () => noVocabulary,
): (need: Need) => PreparedNeed {
  const always = {
    names: namesOf(taxonomy),
    processScope: scopes(taxonomy.processParents),
    materialScope: scopes(taxonomy.materialParents),
  };
  const known = new WeakMap<Need, { version: number; prepared: PreparedNeed }>();
  return (need) => {
    const delivery = need.requirements.find((requirement) => requirement.kind === 'delivery');
    const asked = { ...always, today: need.today, validOn: delivery?.date ?? need.today };
    const vocabulary = vocabularyNow();
    const before = known.get(need);
    if (before?.version === vocabulary.version) return before.prepared;
    const prepared = prepare(need, asked, vocabulary);
    known.set(need, { version: vocabulary.version, prepared });
    return prepared;
  };
}

function prepare(need: Need, asked: Asked, vocabulary: Vocabulary): PreparedNeed {
  const counting = countingCodes(need.requirements, asked.processScope);
  const musts = need.requirements.filter(({ level }) => level === 'must');
  const wants = need.requirements.filter(({ level }) => level === 'want');
  const weights = need.weights ?? shippedWeights;
  return {
    id: need.id,
    weights,
    share: shareOf(need.requirements, weights),
    requirements: [...musts, ...wants].map((requirement) => ({
      requirement,
      judge: judgeOf(requirement, asked),
    })),
    ...expanded(textQuery(need.title, need.text), need, vocabulary, asked.names),
    names: asked.names,
    wanted: normalise(`${need.title}\n${need.text}`),
    counting,
    today: asked.today,
    validOn: asked.validOn,
    firmOf: (supplier) => ({
      supplier,
      rows: counting ? supplier.processes.filter(({ code }) => counting.has(code)) : supplier.processes,
    }),
    ...listed(need.requirements, asked),
  };
}

function listed(requirements: Requirement[], asked: Asked): Pick<PreparedNeed, 'asksFor' | 'has'> {
  const codes = new Set(
    requirements.flatMap((requirement) => ('code' in requirement ? [requirement.code] : [])),
  );
  return {
    asksFor: (code) => codes.has(code),
    has: (supplier, kind, code) => {
      const { meets } = kind === 'process' ? asked.processScope(code) : asked.materialScope(code);
      return kind === 'process'
        ? supplier.processes.some((row) => meets.has(row.code))
        : supplier.materials.some((material) => meets.has(material));
    },
  };
}

function countingCodes(requirements: Requirement[], scopeOf: (code: string) => Scope): Set<string> | null {
  const asked = requirements.filter((requirement) => requirement.kind === 'process');
  if (asked.length === 0) return null;
  const scopesAsked = asked.map(({ code }) => scopeOf(code));
  return new Set(scopesAsked.flatMap(({ meets, broader }) => [...meets, ...broader]));
}
