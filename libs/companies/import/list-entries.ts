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

const split = (text: string): string[] => text.split(SEPARATOR).map((part) => part.trim());

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
  /** Lists of names are separated by 、 too; in running text it is part of the text. */
  readonly separators: RegExp;
  /** Text as people write it → an entry for the schema. Throws UnknownName. */
  readonly fromText: (text: string) => unknown;
  /** The key of an object whose value may be a name instead of a code. */
  readonly codeKey?: { readonly key: string; readonly resolve: (text: string) => string | null };
  readonly toText: (entry: Entry, name: (code: string) => string) => string;
}

const names = /[;；、,，\n]/;
const texts = /[;\n]/;

export const listFormats: { readonly [Column in ListColumn]: ListFormat<Lists[Column][number]> } = {
  processes: {
    separators: names,
    fromText: (text) => ({ code: known(resolveProcess, text) }),
    codeKey: { key: 'code', resolve: resolveProcess },
    toText: ({ code }, name) => name(code),
  },
  materials: {
    separators: names,
    fromText: (text) => known(resolveMaterial, text),
    toText: (code, name) => name(code),
  },
  themes: {
    separators: names,
    fromText: (text) => known(resolveTheme, text),
    toText: (code, name) => name(code),
  },
  certificates: {
    separators: names,
    fromText: (text) => {
      const [kind = '', number = '', issuer = '', validUntil = ''] = split(text);
      return { kind: known(resolveCertificate, kind), number, issuer, validUntil: validUntil || null };
    },
    codeKey: { key: 'kind', resolve: resolveCertificate },
    toText: ({ kind, number, issuer, validUntil }, name) => joined([name(kind), number, issuer, validUntil]),
  },
  products: {
    separators: texts,
    fromText: (text) => {
      const [, name = text, summary = ''] = /^(.*?)：([^]*)$/.exec(text) ?? [];
      return { name, summary };
    },
    toText: ({ name, summary }) => (summary ? `${name}：${summary}` : name),
  },
  awards: {
    separators: texts,
    fromText: (text) => {
      const [, title = text, year, from = ''] = /^(.*) \/ (\d{4})?(?: \/ (.*))?$/.exec(text) ?? [];
      return { title, year: year ? Number(year) : null, from };
    },
    toText: ({ title, year, from }) =>
      year === null && from === '' ? title : `${title} / ${joined([year, from])}`,
  },
  equipment: { separators: texts, fromText: readEquipment, toText: writeEquipment },
};

/** `×2`, `×2台`, ` x2`, ` 2台`; digits right at a model's name are part of it. */
const COUNT = /^(.*?)(?:\s*[×✕]\s*(\d{1,4})台?|\s+[xX]\s?(\d{1,4})|\s+(\d{1,4})台)$/;

/** `種類 / メーカー / 型式 ×台数 (年式)`; of two parts the first is the maker, one alone is the model. */
function readEquipment(text: string): unknown {
  const [, rest = text, year] = /^(.*?)\s*[(（](\d{4})年?(?:式|製)?[)）]$/.exec(text) ?? [];
  const [, named = rest, ...counts] = COUNT.exec(rest) ?? [];
  const count = Number(counts.find((digits) => digits !== undefined) ?? 1);
  const parts = split(named);
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
