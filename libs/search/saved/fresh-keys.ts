/** The document with the poster's name is of the same order or patent as the one without it (documents/). */
const subjectOf = (key: string): string => key.replace(/-full$/, '');

/**
 * The keys that are new beside those known. That one was let in to who posts it makes an order no new one, nor does
 * being shut out again.
 */
export function freshKeys(keys: readonly string[], known: readonly string[]): string[] {
  const seen = new Set(known.map(subjectOf));
  return keys.filter((key) => !seen.has(subjectOf(key)));
}
