/** What a word of a need is understood as beside itself; weights as a share of a word that was said, 0 to 1. */
export interface Understood {
  /** As the need says it. */
  readonly said: string;
  readonly terms: readonly { readonly text: string; readonly weight: number }[];
  readonly codes: readonly {
    readonly kind: 'process' | 'material';
    readonly code: string;
    readonly weight: number;
  }[];
}

/** Tells what words are understood as. `version` tells one state of it from another. */
export interface Vocabulary {
  readonly version: number;
  expand(text: string): { readonly understood: readonly Understood[] };
}

export const noVocabulary: Vocabulary = { version: 0, expand: () => ({ understood: [] }) };
