export interface LineChanges {
  /** In the order they stand in; equal lines are left out as often as they are in both. */
  removed: string[];
  added: string[];
}

/** Which lines went and which came. */
export function changedLines(before: readonly string[], after: readonly string[]): LineChanges {
  return { removed: missingFrom(after, before), added: missingFrom(before, after) };
}

/** Those of `lines` that `others` has not as often. */
function missingFrom(others: readonly string[], lines: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}
