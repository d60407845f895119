import { likePattern, searchWords } from './search-text.js';

/** Conditions of one SQL statement with their parameters, each written once as `(place) => sql`. */
export class SqlConditions {
  readonly parameters: unknown[] = [];
  private readonly conditions: { name: string; sql: string }[] = [];

  /** Adds a condition; `name` lets a facet leave its own filter out. */
  add(name: string, condition: (place: string) => string, value: unknown): this {
    this.parameters.push(value);
    this.conditions.push({ name, sql: condition(`$${this.parameters.length}`) });
    return this;
  }

  /** A parameter of its own; answers with its place. */
  bind(value: unknown): string {
    this.parameters.push(value);
    return `$${this.parameters.length}`;
  }

  where(without?: string): string {
    const sql = this.conditions.filter((c) => c.name !== without).map((c) => `(${c.sql})`);
    // Every parameter stands in the statement, also those of the condition left out: PostgreSQL must know their types.
    const unused = this.conditions
      .filter((c) => c.name === without)
      .map((c) => `((${c.sql}) is not null or true)`);
    return [...sql, ...unused].join(' and ') || 'true';
  }
}

/** More than any instant has seconds since 1970. */
const NEAR = 1_000_000_000_000;

/**
 * A number to sort by, greatest first: rows with all words in the first line of their search text, then the latest.
 * `text` and `since` are SQL; the words are bound to `sql`.
 */
export function nearFirst(text: string, since: string, query: string, sql: SqlConditions): string {
  const patterns = sql.bind(searchWords(query).map(likePattern));
  const isNear = `split_part(${text}, e'\\n', 1) like all (${patterns}::text[])`;
  return `(case when ${isNear} then ${NEAR} else 0 end + extract(epoch from ${since}))`;
}
