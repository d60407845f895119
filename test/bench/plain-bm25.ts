/**
 * What the product is measured against, and independent of it: BM25 (k1 1.2, b 0.75) with one document per company,
 * its joined titles; words of Intl.Segmenter and character bigrams after NFKC and lower case.
 */
export class PlainBm25 {
  private readonly postings = new Map<string, { document: number; frequency: number }[]>();
  private readonly lengths: number[] = [];
  private readonly average: number;

  constructor(documents: readonly string[]) {
    for (const [document, text] of documents.entries()) {
      const list = tokensOf(text);
      this.lengths.push(list.length);
      for (const [token, frequency] of counts(list)) {
        const found = this.postings.get(token);
        if (found) found.push({ document, frequency });
        else this.postings.set(token, [{ document, frequency }]);
      }
    }
    this.average = this.lengths.reduce((sum, length) => sum + length, 0) / this.lengths.length;
  }

  /** Numbers of the best documents, best first, equal ones in the order given. */
  best(text: string, limit: number): number[] {
    const scores = new Map<number, number>();
    for (const [token, times] of counts(tokensOf(text))) {
      const found = this.postings.get(token) ?? [];
      const idf = Math.log(1 + (this.lengths.length - found.length + 0.5) / (found.length + 0.5));
      for (const { document, frequency } of found) {
        const norm = 1.2 * (0.25 + (0.75 * this.lengths[document]!) / this.average);
        const gain = (times * idf * frequency * 2.2) / (frequency + norm);
        scores.set(document, (scores.get(document) ?? 0) + gain);
      }
    }
    const ranked = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return ranked.slice(0, limit).map(([document]) => document);
  }
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

function tokensOf(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase();
  const found: string[] = [];
  for (const part of segmenter.segment(plain)) if (part.isWordLike) found.push(`word ${part.segment}`);
  for (const run of plain.match(/[\p{L}\p{N}]+/gu) ?? []) {
    const characters = [...run];
    for (let i = 1; i < characters.length; i++) found.push(`pair ${characters[i - 1]}${characters[i]}`);
  }
  return found;
}

function counts(list: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const token of list) found.set(token, (found.get(token) ?? 0) + 1);
  return found;
}
