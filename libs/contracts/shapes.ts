import { z } from 'zod';

export const id = z.uuid();
export const byId = z.object({ id });

/** Calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date();
/** Instant in UTC, ISO 8601 with `Z`. Shown in JST. */
export const instant = z.iso.datetime({ offset: true });
/** Whole yen, no fractions; up to 9 trillion. */
export const yen = z.int().min(0).max(9_000_000_000_000);
export const bothLanguages = z.object({ ja: z.string(), en: z.string() });
export type BothLanguages = z.infer<typeof bothLanguages>;
export const language = z.enum(['ja', 'en']);
export type Language = z.infer<typeof language>;

/** A line of text a person types: trimmed, not blank. */
export const line = (max = 200) => z.string().trim().min(1).max(max);
/** Text that may be left empty. */
export const optionalLine = (max = 200) => z.string().trim().max(max).default('');
/** Several lines that may be left empty. */
export const prose = (max = 10_000) => z.string().trim().max(max).default('');

/** `true`, `1` … in a query string. */
export const flag = z.stringbool();
/** A query value that may be given once, several times, or as `a,b`. */
export const listOf = <T extends z.ZodType<string>>(item: T) =>
  z
    .preprocess(
      (v): unknown => (typeof v === 'string' ? v.split(',').filter((part) => part !== '') : (v ?? [])),
      z.array(item),
    )
    .default([]);

/** Cursor pagination: `cursor` is what the page before gave as `nextCursor`. */
export const pageQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int().nullable() });
export type Page<T> = { items: T[]; nextCursor: string | null; total: number | null };

/** A stored file as its readers see it. `size` in bytes. */
export const fileInfo = z.object({
  id,
  name: z.string(),
  mime: z.string(),
  size: z.int(),
  createdAt: instant,
});
export type FileInfo = z.infer<typeof fileInfo>;

/** How many hits a value of a facet has. */
export const facet = z.array(z.object({ value: z.string(), count: z.int() }));
export type Facet = z.infer<typeof facet>;
