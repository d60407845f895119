/** One term of a controlled list: a process, a material, a certificate, a theme or an industry. */
export interface TaxonomyEntry {
  /** Unique within its list (processes and materials: within both), kebab-case, never changed once used. */
  code: string;
  /** The code of the broader term, or null at the top. */
  parent: string | null;
  ja: string;
  en: string;
  /** Other spellings people type; each leads to this one entry of its list. */
  synonyms: string[];
}

/** A point on the ground in decimal degrees (WGS 84). */
export interface Coordinates {
  latitude: number;
  longitude: number;
}

/** `code` is the JIS X 0401 code, '01' to '47'; the point is the prefectural office. */
export interface Prefecture extends Coordinates {
  code: string;
  ja: string;
  en: string;
}

/** `code` is the five-digit JIS X 0402 code without check digit; the point is near the municipal office. */
export interface Municipality extends Coordinates {
  code: string;
  /** The prefecture's code, which is also the first two digits of `code`. */
  prefecture: string;
  ja: string;
  en: string;
}

/** One row of a list: code, broader code, Japanese name, English name, then any synonyms. */
export function p(
  code: string,
  parent: string | null,
  ja: string,
  en: string,
  ...synonyms: string[]
): TaxonomyEntry {
  return { code, parent, ja, en, synonyms };
}

/** One municipality; its prefecture is read from the first two digits of the code. */
export function m(code: string, ja: string, en: string, latitude: number, longitude: number): Municipality {
  return { code, prefecture: code.slice(0, 2), ja, en, latitude, longitude };
}
