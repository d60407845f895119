import { counted, tokens } from './tokens.js';

/**
 * What a word of the long text counts beside one of the title. Chosen on half of the development queries of the
 * awards bench (`npm run bench -- match --half 1`), where values from 0.05 to 0.2 differ by less than 0.002.
 */
const BODY_WEIGHT = 0.1;

/** What is looked for: tokens with their weights, in a fixed order, so that sums come out the same every time. */
export interface Query {
  tokens: string[];
  weights: number[];
}

/** A title's tokens count as often as they occur, those of the text below it once each and less. */
export function textQuery(title: string, body: string): Query {
  const weights = counted(tokens(title));
  for (const token of new Set(tokens(body))) weights.set(token, (weights.get(token) ?? 0) + BODY_WEIGHT);
  return { tokens: [...weights.keys()], weights: [...weights.values()] };
}
