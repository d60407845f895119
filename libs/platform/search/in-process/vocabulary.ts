import { editDistance, errorsAllowed } from '../text/edit-distance.js';

/** Longer ones are sentences. */
const LONGEST = 24;
const MOST = 200;
/** A shorter word without one of its characters is another word: 旋バン is not バン. */
const SHORTEST_CUT = 4;

/** Words and names that documents have, to find those that were meant where something else was typed. */
export class Vocabulary {
  private readonly known = new Set<string>();
  private readonly byLength: string[][] = [];

  add(word: string): void {
    if (word.length < 2 || word.length > LONGEST || /\p{N}/u.test(word) || this.known.has(word)) return;
    this.known.add(word);
    (this.byLength[word.length] ??= []).push(word);
  }

  /** Words that differ from this one by at most so many typing errors, the nearest first; of codes none. */
  near(word: string, allowed = errorsAllowed(word)): string[] {
    if (allowed === 0) return [];
    const found: { candidate: string; errors: number }[] = [];
    const cut = word.length < SHORTEST_CUT ? 0 : allowed;
    for (let length = word.length - cut; length <= word.length + allowed; length++)
      for (const candidate of this.byLength[length] ?? []) {
        if (candidate[0] !== word[0] && candidate.at(-1) !== word.at(-1)) continue;
        const errors = editDistance(candidate, word, allowed);
        if (errors > 0 && errors <= allowed) found.push({ candidate, errors });
      }
    return found
      .sort((a, b) => a.errors - b.errors)
      .slice(0, MOST)
      .map(({ candidate }) => candidate);
  }
}
