import type { Need, Requirement, Supplier, Taxonomy } from './match.types.js';
import { judgeOf } from './rules/judge.js';
import { namesOf, type Asked, type Firm, type Judge } from './rules/judged.js';
import { scopes, type Scope } from './taxonomy-tree.js';
import { normalise } from './text/tokens.js';
import { textQuery, type Query } from './text/query.js';

/** What of a need can be worked out once, before any supplier is looked at. */
export interface PreparedNeed {
  id: string;
  /** Musts first, else in the need's order. */
  requirements: { requirement: Requirement; judge: Judge }[];
  query: Query;
  /** Title and text, normalised, to show which of its words a record shares. */
  wanted: string;
  /** The processes whose rows are held against sizes, tolerances, lots and dates; null: all. */
  counting: ReadonlySet<string> | null;
  /** Days `YYYY-MM-DD`: from which lead times run, and on which certificates must be valid. */
  today: string;
  validOn: string;
  firmOf(supplier: Supplier): Firm;
}

/** Makes the function that prepares needs; each need is prepared once as long as it is in use. */
export function needPreparer(taxonomy: Taxonomy): (need: Need) => PreparedNeed {
  const always = {
    names: namesOf(taxonomy),
    processScope: scopes(taxonomy.processParents),
    materialScope: scopes(taxonomy.materialParents),
  };
  const known = new WeakMap<Need, PreparedNeed>();
  return (need) => {
    const delivery = need.requirements.find((requirement) => requirement.kind === 'delivery');
    const asked = { ...always, today: need.today, validOn: delivery?.date ?? need.today };
    const prepared = known.get(need) ?? prepare(need, asked);
    known.set(need, prepared);
    return prepared;
  };
}

function prepare(need: Need, asked: Asked): PreparedNeed {
  const counting = countingCodes(need.requirements, asked.processScope);
  const musts = need.requirements.filter(({ level }) => level === 'must');
  const wants = need.requirements.filter(({ level }) => level === 'want');
  return {
    id: need.id,
    requirements: [...musts, ...wants].map((requirement) => ({
      requirement,
      judge: judgeOf(requirement, asked),
    })),
    query: textQuery(need.title, need.text),
    wanted: normalise(`${need.title}\n${need.text}`),
    counting,
    today: asked.today,
    validOn: asked.validOn,
    firmOf: (supplier) => ({
      supplier,
      rows: counting ? supplier.processes.filter(({ code }) => counting.has(code)) : supplier.processes,
    }),
  };
}

function countingCodes(requirements: Requirement[], scopeOf: (code: string) => Scope): Set<string> | null {
  const asked = requirements.filter((requirement) => requirement.kind === 'process');
  if (asked.length === 0) return null;
  const scopesAsked = asked.map(({ code }) => scopeOf(code));
  return new Set(scopesAsked.flatMap(({ meets, broader }) => [...meets, ...broader]));
}
