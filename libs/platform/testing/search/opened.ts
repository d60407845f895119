import type { SearchChange, SearchEngine } from '../../search/engine.js';

export interface OpenEngine {
  readonly engine: SearchEngine;
  close(): Promise<void>;
}

/** What the engines of the tests know of the trade's language. */
export const language = {
  synonyms: [
    { from: '削り出し', to: '旋削加工', weight: 0.8 },
    { from: 'lathe', to: '旋盤', weight: 0.8 },
  ],
  codes: ['SUS304', 'SUS316', 'A5052'],
};

export async function* batchesOf(
  changes: readonly SearchChange[],
  size = 3,
): AsyncGenerator<readonly SearchChange[]> {
  for (let i = 0; i < changes.length; i += size) {
    await Promise.resolve();
    yield changes.slice(i, i + size);
  }
}
