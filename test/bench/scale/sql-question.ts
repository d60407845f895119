import type { Requirement } from '#contracts/orders.js';
import type { Need } from '#matching/engine/index.js';
import { IN_TIME, MET, PARTLY } from '#matching/engine/rules/verdicts.js';
import { worthOf } from '#matching/engine/scoring.js';
import { taxonomyData } from '#matching/taxonomy-data.js';

type Parents = Readonly<Record<string, string | null>>;
const lists: Record<string, string[]> = {
  process: Object.keys(taxonomyData.labels.process),
  material: Object.keys(taxonomyData.labels.material),
  certificate: Object.keys(taxonomyData.labels.certificate),
  theme: Object.keys(taxonomyData.labels.theme),
};

/** The number of a code in the tables. */
export function numberOf(list: string, code: string): number {
  return lists[list]!.indexOf(code);
}

/** The codes and all broader ones, each once. */
export function withBroader(parents: Parents, codes: Iterable<string>): Set<string> {
  const found = new Set(codes);
  for (const code of found) {
    const parent = parents[code];
    if (parent) found.add(parent);
  }
  return found;
}

/**
 * The structured question as SQL, with the engine's rules and its very score: musts in the WHERE, where the indexes over
 * arrays of tags take part; figures by one pass over the rows of the firms that are left.
 */
export function questionOf(need: Need): string {
  const ordered = [
    ...need.requirements.filter(({ level }) => level === 'must'),
    ...need.requirements.filter(({ level }) => level === 'want'),
  ];
  const validOn = ordered.find((r) => r.kind === 'delivery')?.date ?? need.today;
  const verdicts = ordered.map((requirement, i) => {
    const term = termOf(requirement, need.today, validOn);
    return term ?? { verdict: `coalesce(rows.v${i}, 1)`, fits: null };
  });
  const byRow = ordered.flatMap((requirement, i) => {
    const sql = rowOf(requirement, need.today);
    return sql ? [`max(${sql}) v${i}`] : [];
  });
  const counting = ordered.filter((r) => r.kind === 'process').flatMap(({ code }) => countingOf(code));
  const rowsThatCount = counting.length > 0 ? `and r.process = any('${asArray(counting)}')` : '';
  const where = verdicts.flatMap(({ fits }, i) => (ordered[i]!.level === 'must' && fits ? [fits] : []));
  const columns = verdicts.map(({ verdict }, i) => `${verdict} v${i}`).join(', ');
  const worth = ordered.map((requirement, i) => {
    const cases = worthOf(requirement).worth.map((worth, code) => `when ${code} then ${worth}`);
    return `(case v${i} ${cases.join(' ')} end)::float8`;
  });
  const weights = ordered.reduce((sum, each) => sum + worthOf(each).weight, 0);
  const notMissed = ordered.flatMap(({ level }, i) => (level === 'must' ? [`v${i} > 0`] : []));
  const speaks = `greatest(${ordered.map((_, i) => `v${i}`).join(', ')}) >= 2`;
  return `
    select id, 100 * ((${worth.join(' + ')}) / ${weights}::float8) score
    from (
      select f.id, ${columns} from firm f
      ${byRow.length > 0 ? `left join lateral (select ${byRow.join(', ')} from process_row r where r.firm = f.n ${rowsThatCount}) rows on true` : ''}
      ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
      offset 0
    ) judged
    where ${[...notMissed, speaks].join(' and ')}
    order by score desc, id limit 50`;
}

/** Verdict of a requirement on tags, and the condition that it is not missed. */
function termOf(requirement: Requirement, today: string, validOn: string) {
  switch (requirement.kind) {
    case 'process':
    case 'material': {
      const { kind, code } = requirement;
      const parents = kind === 'process' ? taxonomyData.processParents : taxonomyData.materialParents;
      const broader = [...withBroader(parents, [code])].slice(1).map((each) => numberOf(kind, each));
      const met = `f.${kind}_within @> '{${numberOf(kind, code)}}'`;
      const partly = broader.length > 0 ? `f.${kind} && '${asArray(broader)}'` : 'false';
      return {
        verdict: `case when ${met} then ${MET} when ${partly} then 2 when f.${kind} = '{}' then 1 else 0 end`,
        fits: `(${met} or ${partly} or f.${kind} = '{}')`,
      };
    }
    case 'theme': {
      const met = `f.theme @> '{${numberOf('theme', requirement.code)}}'`;
      return {
        verdict: `case when ${met} then ${MET} when f.theme = '{}' then 1 else 0 end`,
        fits: `(${met} or f.theme = '{}')`,
      };
    }
    case 'region': {
      const met = `f.prefecture in (${requirement.prefectures.map(Number).join(', ')})`;
      return {
        verdict: `case when ${met} then ${MET} when f.prefecture is null then 1 else 0 end`,
        fits: `(${met} or f.prefecture is null)`,
      };
    }
    case 'certificate': {
      const kind = numberOf('certificate', requirement.certificate);
      const until = `(select max(until) from certificate_held c where c.firm = f.n and c.kind = ${kind})`;
      return {
        verdict: `case when f.certificate = '{}' then 1 when not f.certificate @> '{${kind}}' then 0
          when ${until} >= '${validOn}' then ${MET} when ${until} >= '${today}' then 2 else 0 end`,
        fits: `(f.certificate @> '{${kind}}' or f.certificate = '{}')`,
      };
    }
    default:
      return null;
  }
}

/** Verdict of a requirement on one process row. */
function rowOf(requirement: Requirement, today: string): string | null {
  switch (requirement.kind) {
    case 'envelope': {
      const [longest, middle, shortest] = [requirement.x, requirement.y, requirement.z].sort((a, b) => b - a);
      return `case when r.longest is null then 1 when r.longest >= ${longest} and r.middle >= ${middle} and r.shortest >= ${shortest} then ${MET} else 0 end`;
    }
    case 'mass':
      return `case when r.mass is null then 1 when r.mass >= ${requirement.kg} then ${MET} else 0 end`;
    case 'tolerance':
      return `case when r.tolerance is null then 1 when r.tolerance <= ${requirement.mm} then ${MET} else 0 end`;
    case 'lot':
      return `case when r.lot_from is null and r.lot_to is null then 1
        when r.lot_from > ${requirement.pieces} or r.lot_to < ${requirement.pieces} then 0 else ${MET} end`;
    case 'quantity':
      return `case when r.lot_from is null and r.lot_to is null then 1 when r.lot_from > ${requirement.pieces} then 0
        when r.lot_to < ${requirement.pieces} then 2 else ${MET} end`;
    case 'delivery': {
      const days = Math.round((Date.parse(requirement.date) - Date.parse(today)) / 86_400_000);
      const age = `greatest(0, date '${today}' - r.told)`;
      const free = `case when ${days} + ${age} <= 28 then r.free4 when ${days} + ${age} <= 56 then r.free8 else r.free12 end`;
      const steps = `${age} / 28`;
      return `case when r.lead is null then 1 when r.lead > ${days} then 0
        when coalesce(${steps}, 3) >= 3 or ${free} is null then ${IN_TIME}
        when ${free} = 0 then ${PARTLY} + ${steps} else ${MET} - ${steps} end`;
    }
    default:
      return null;
  }
}

/** A process with all narrower and broader ones. */
function countingOf(code: string): number[] {
  const parents = taxonomyData.processParents;
  const narrower = lists.process!.filter((each) => withBroader(parents, [each]).has(code));
  return [...narrower, ...withBroader(parents, [code])].map((each) => numberOf('process', each));
}

function asArray(numbers: readonly number[]): string {
  return `{${[...new Set(numbers)].join(',')}}`;
}
