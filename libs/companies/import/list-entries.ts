import type { CompanyProfile } from '#contracts/companies.js';
import type { BothLanguages } from '#contracts/shapes.js';
import {
  certificateKinds,
  industries,
  normaliseName,
  resolveMaterial,
  resolveProcess,
  themes,
  type TaxonomyEntry,
} from '../taxonomy/index.js';
import { reasons } from './import-problems.js';

// How one entry of a list stands in a cell, and how it is read from there. What is written is read back the same.

/** Between the parts of an entry: `マシニングセンタ / オークマ / MB-46VA`. */
const SEPARATOR = ' / ';

const joined = (parts: (string | number | null)[]): string =>
  parts
    .map((part) => part ?? '')
    .join(SEPARATOR)
    .replace(/(?: \/ )+$/, '');

const splitParts = (text: string): string[] => text.split(SEPARATOR).map((part) => part.trim());

const resolver = (entries: TaxonomyEntry[]) => {
  const codes = new Map(
    entries.flatMap(({ code, ja, en, synonyms }) =>
      [code, ja, en, ...synonyms].map((name) => [normaliseName(name), code]),
    ),
  );
  return (text: string): string | null => codes.get(normaliseName(text)) ?? null;
};
export const resolveIndustry = resolver(industries);
const resolveCertificate = resolver(certificateKinds);
const resolveTheme = resolver(themes);

/** A name or code that is in no list. */
export class UnknownName extends Error {
  readonly problem: BothLanguages;
  constructor(text: string) {
    super(text);
    this.problem = reasons.unknown(text);
  }
}

const known = (resolve: (text: string) => string | null, text: string): string => {
  const code = resolve(text);
  if (code === null) throw new UnknownName(text);
  return code;
};

type Lists = Pick<
  CompanyProfile,
  'processes' | 'materials' | 'certificates' | 'themes' | 'products' | 'awards' | 'equipment'
>;
export type ListColumn = keyof Lists;

interface ListFormat<Entry> {
  /** A cell's text as the texts of its entries. */
  readonly split: (text: string) => string[];
  /** Text as people write it → an entry for the schema. Throws UnknownName. */
  readonly fromText: (text: string) => unknown;
  /** The key of an object whose value may be a name instead of a code. */
  readonly codeKey?: { readonly key: string; readonly resolve: (text: string) => string | null };
  readonly toText: (entry: Entry, name: (code: string) => string) => string;
}

/** Running text: a 、 is part of it. */
const splitTexts = (text: string): string[] => text.split(/[;\n]/);

/** Of a name with four commas in it, five and the commas. */
const MOST_PIECES = 9;

/**
 * Lists of names are separated by 、 too, but some names have one in themselves: of the pieces between the commas
 * always as many are taken together as make a known name.
 */
const splitNames =
  (resolve: (text: string) => string | null) =>
  (text: string): string[] =>
    text.split(/[;；\n]/).flatMap((part) => {
      // Pieces at even places, the separators between them at odd ones.
      const pieces = part.split(/([、,，])/);
      const names: string[] = [];
      for (let start = 0; start < pieces.length;) {
        let end = Math.min(pieces.length, start + MOST_PIECES);
        while (end > start + 1 && resolve(pieces.slice(start, end).join('')) === null) end -= 2;
        names.push(pieces.slice(start, end).join(''));
        start = end + 1;
      }
      return names;
    });

const resolveCertified = (text: string): string | null => resolveCertificate(splitParts(text)[0] ?? '');

export const listFormats: { readonly [Column in ListColumn]: ListFormat<Lists[Column][number]> } = {
  processes: {
    split: splitNames(resolveProcess),
    fromText: (text) => ({ code: known(resolveProcess, text) }),
    codeKey: { key: 'code', resolve: resolveProcess },
    toText: ({ code }, name) => name(code),
  },
  materials: {
    split: splitNames(resolveMaterial),
    fromText: (text) => known(resolveMaterial, text),
    toText: (code, name) => name(code),
  },
  themes: {
    split: splitNames(resolveTheme),
    fromText: (text) => known(resolveTheme, text),
    toText: (code, name) => name(code),
  },
  certificates: {
    split: splitNames(resolveCertified),
    fromText: (text) => {
      const [kind = '', number = '', issuer = '', validUntil = ''] = splitParts(text);
      return { kind: known(resolveCertificate, kind), number, issuer, validUntil: validUntil || null };
    },
    codeKey: { key: 'kind', resolve: resolveCertificate },
    toText: ({ kind, number, issuer, validUntil }, name) => joined([name(kind), number, issuer, validUntil]),
  },
  products: {
    split: splitTexts,
    fromText: (text) => {
      const [, name = text, summary = ''] = /^(.*?)：([^]*)$/.exec(text) ?? [];
      return { name, summary };
    },
    toText: ({ name, summary }) => (summary ? `${name}：${summary}` : name),
  },
  awards: {
    split: splitTexts,
    fromText: (text) => {
      const [, title = text, year, from = ''] = /^(.*) \/ (\d{4})?(?: \/ (.*))?$/.exec(text) ?? [];
      return { title, year: year ? Number(year) : null, from };
    },
    toText: ({ title, year, from }) =>
      year === null && from === '' ? title : `${title} / ${joined([year, from])}`,
  },
  equipment: { split: splitTexts, fromText: readEquipment, toText: writeEquipment },
};

/** `×2`, `×2台`, ` x2`, ` 2台`; digits right at a model's name are part of it. */
const COUNT = /^(.*?)(?:\s*[×✕]\s*(\d{1,4})台?|\s+[xX]\s?(\d{1,4})|\s+(\d{1,4})台)$/;

/** Beyond this it is refused anyway. */
const LONGEST_MACHINE = 400;

/** `種類 / メーカー / 型式 ×台数 (年式)`; of two parts the first is the maker, one alone is the model. */
function readEquipment(text: string): unknown {
  if (text.length > LONGEST_MACHINE) return { model: text };
  const [, rest = text, year] = /^(.*?)\s*[(（](\d{4})年?(?:式|製)?[)）]$/.exec(text) ?? [];
  const [, named = rest, ...counts] = COUNT.exec(rest) ?? [];
  const count = Number(counts.find((digits) => digits !== undefined) ?? 1);
  const parts = splitParts(named);
  const model = parts.at(-1) ?? '';
  return {
    kind: parts.at(-3) ?? '',
    maker: parts.at(-2) ?? '',
    model,
    count,
    year: year ? Number(year) : null,
  };
}

function writeEquipment({ kind, maker, model, count, year }: CompanyProfile['equipment'][number]): string {
  const named = [...(kind ? [kind, maker] : maker ? [maker] : []), model].join(SEPARATOR);
  return `${named}${count === 1 ? '' : ` ×${count}`}${year === null ? '' : ` (${year})`}`;
}
