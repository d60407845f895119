/** A document as it was sent. */
export type Stored = Record<string, unknown>;
type Check = (document: Stored) => boolean;

/** What the server answers with 400: the message and its documented error code. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

const refuse = (text: string): never => {
  throw new Refused('invalid_search_filter', text);
};

const valuesOf = (document: Stored, attribute: string): string[] => {
  const value = document[attribute];
  return value === undefined || value === null ? [] : (Array.isArray(value) ? value : [value]).map(String);
};

/** The documented filter syntax as far as it goes here: IN, =, comparisons, AND, OR, NOT, parentheses, _geoRadius. */
class Parser {
  private readonly tokens: string[];
  private at = 0;

  constructor(
    text: string,
    private readonly filterable: ReadonlySet<string>,
  ) {
    this.tokens = text.match(/"(?:[^"\\]|\\.)*"|>=|<=|!=|[()[\],=<>]|[^\s()[\],=<>"]+/g) ?? [];
  }

  parse(): Check {
    const check = this.either();
    if (this.at < this.tokens.length) refuse(`Unexpected ${this.peek()}.`);
    return check;
  }

  private either(): Check {
    let left = this.both();
    while (this.take('OR')) {
      const [a, b] = [left, this.both()];
      left = (document) => a(document) || b(document);
    }
    return left;
  }

  private both(): Check {
    let left = this.one();
    while (this.take('AND')) {
      const [a, b] = [left, this.one()];
      left = (document) => a(document) && b(document);
    }
    return left;
  }

  private one(): Check {
    if (this.take('NOT')) {
      const check = this.one();
      return (document) => !check(document);
    }
    if (this.take('(')) {
      const check = this.either();
      this.demand(')');
      return check;
    }
    const attribute = this.next();
    if (attribute === '_geoRadius') return this.geoRadius();
    if (!this.filterable.has(attribute)) refuse(`Attribute \`${attribute}\` is not filterable.`);
    return this.condition(attribute);
  }

  private condition(attribute: string): Check {
    const operator = this.next();
    if (operator === 'IN') {
      const wanted = new Set(this.list());
      return (document) => valuesOf(document, attribute).some((value) => wanted.has(value));
    }
    if (operator === 'EXISTS') return (document) => document[attribute] !== undefined;
    const value = this.value();
    if (operator === '=') return (document) => valuesOf(document, attribute).includes(value);
    const limit = Number(value);
    if (!['>=', '<=', '>', '<'].includes(operator) || Number.isNaN(limit)) refuse(`${operator} ${value}?`);
    return (document) => {
      const own = document[attribute];
      if (typeof own !== 'number') return false;
      return operator === '>='
        ? own >= limit
        : operator === '<='
          ? own <= limit
          : operator === '>'
            ? own > limit
            : own < limit;
    };
  }

  private geoRadius(): Check {
    if (!this.filterable.has('_geo')) refuse('`_geo` is not filterable.');
    this.demand('(');
    const [lat, lng, metres] = [this.number(','), this.number(','), this.number(')')];
    return (document) => {
      const place = document['_geo'] as { lat: number; lng: number } | undefined;
      return place !== undefined && metresBetween(place, { lat, lng }) <= metres;
    };
  }

  private number(end: string): number {
    const value = Number(this.next());
    if (Number.isNaN(value)) refuse('A number is expected.');
    this.demand(end);
    return value;
  }

  private list(): string[] {
    this.demand('[');
    const values: string[] = [];
    while (!this.take(']')) {
      values.push(this.value());
      this.take(',');
    }
    return values;
  }

  private value(): string {
    const token = this.next();
    return token.startsWith('"') ? token.slice(1, -1).replace(/\\(.)/g, '$1') : token;
  }

  private peek(): string {
    return this.tokens[this.at] ?? '';
  }
  private next(): string {
    const token = this.peek();
    if (token === '') refuse('The filter ends too early.');
    this.at++;
    return token;
  }
  private take(token: string): boolean {
    if (this.peek() !== token) return false;
    this.at++;
    return true;
  }
  private demand(token: string): void {
    if (!this.take(token)) refuse(`${token} is expected, not ${this.peek()}.`);
  }
}

/** A filter as a check of a document: an array is AND, an array in it OR. */
export function filterCheck(filter: unknown, filterable: ReadonlySet<string>): Check {
  if (filter === undefined) return () => true;
  if (typeof filter === 'string') return new Parser(filter, filterable).parse();
  if (!Array.isArray(filter)) return refuse('A filter is a string or an array.');
  const all = filter.map((part: unknown): Check => {
    if (typeof part === 'string') return new Parser(part, filterable).parse();
    if (!Array.isArray(part)) return refuse('A filter is a string or an array.');
    const any = part.map((text) => new Parser(String(text), filterable).parse());
    return (document) => any.some((check) => check(document));
  });
  return (document) => all.every((check) => check(document));
}

export function metresBetween(a: { lat: number; lng: number }, b: { lat: number; lng: number }): number {
  const radians = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * radians) / 2) ** 2 +
    Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(((b.lng - a.lng) * radians) / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(h));
}
