import { counted, tokens } from './tokens.js';

/**
 * What a word of the text's first line, or of the rest of it, counts beside one of the title. Chosen on half of the
 * development queries of the awards bench (`npm run bench -- match --half 1`), where values from 0.05 to 0.2 differ by
 * less than 0.003.
 */
const LEAD_WEIGHT = 0.12;
const REST_WEIGHT = 0.05;

/** What is looked for: tokens with their weights, in a fixed order, so that sums come out the same every time. */
export interface Query {
  tokens: string[];
  weights: number[];
  /** Per token: how often the title says it, and whether the text's first line and the rest of it do. */
  inTitle: number[];
  inLead: boolean[];
  inRest: boolean[];
}

/**
 * A title's tokens count as often as they occur, those of the text below it once each and less: most in its first line,
 * which says what the whole is about (the project of a contract, what an invention is used for).
 */
export function textQuery(title: string, body: string): Query {
  const lineEnd = (body.trimStart() + '\n').indexOf('\n');
  const inTitle = counted(tokens(title));
  const inLead = new Set(tokens(body.trimStart().slice(0, lineEnd)));
  const inRest = new Set(tokens(body.trimStart().slice(lineEnd)));
  const all = [...new Set([...inTitle.keys(), ...inLead, ...inRest])];
  const query: Query = { tokens: all, weights: [], inTitle: [], inLead: [], inRest: [] };
  for (const token of all) {
    const times = inTitle.get(token) ?? 0;
    const isInLead = inLead.has(token);
    const isInRest = inRest.has(token);
    query.weights.push(times + (isInLead ? LEAD_WEIGHT : 0) + (isInRest ? REST_WEIGHT : 0));
    query.inTitle.push(times);
    query.inLead.push(isInLead);
    query.inRest.push(isInRest);
  }
  return query;
}
