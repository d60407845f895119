import type { Page } from '#contracts/shapes.js';

/** An opaque cursor over the sort keys of the last row of a page. */
export const encodeCursor = (keys: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(keys)).toString('base64url');

/** The sort keys of a cursor; undefined for none or a broken one, so that a stale link shows the first page. */
export function decodeCursor(cursor: string | undefined): (string | number | null)[] | undefined {
  if (!cursor) return undefined;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(keys) && keys.every(isKey) ? keys : undefined;
  } catch {
    return undefined;
  }
}

/** What `encodeCursor` was given; text with a NUL comes from no row. */
const isKey = (key: unknown): key is string | number | null =>
  key === null || typeof key === 'number' || (typeof key === 'string' && !key.includes('\0'));

/** A page from `limit + 1` rows: the extra row only tells that there is more. */
export function pageFrom<Row, Item>(
  rows: Row[],
  limit: number,
  keysOf: (row: Row) => readonly (string | number | null)[],
  toItem: (row: Row) => Item,
  total: number | null = null,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keysOf(last)) : null,
    total,
  };
}
