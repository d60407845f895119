import {
  companyProfile,
  isCorporateNumber,
  type CompanyProfile,
  type ImportColumn,
} from '#contracts/companies.js';
import type { Cell, JsonValue } from '#platform/spreadsheet/index.js';
import { checked } from './checked.js';
import { read, reasons, refuse, type Reading } from './import-problems.js';
import { listFormats, resolveIndustry, UnknownName, type ListColumn } from './list-entries.js';
import { readCount, readPrefecture, readYear, readYen, readYesNo } from './read-values.js';

/** Columns that stand in the profile under their own name, each by itself. */
export type PlainColumn = Exclude<ImportColumn, 'corporateNumber' | 'municipality'>;

/** What PostgreSQL cannot store: NUL and halves of surrogate pairs. */
export const clean = (text: string): string => text.replace(/\0|\p{Cs}/gu, '').trim();

/** The text of a cell; null where JSON has a list or an object. */
export const textOf = (cell: Cell): string | null => (typeof cell === 'string' ? clean(cell) : null);

export const isEmpty = (cell: Cell | undefined): boolean =>
  cell === undefined ||
  (typeof cell === 'string' ? clean(cell) === '' : Array.isArray(cell) && cell.length === 0);

/** A corporate number as people write it: with hyphens, blanks, full width. */
export function readCorporateNumber(cell: Cell): Reading<string> {
  const text = textOf(cell);
  if (text === null) return refuse(reasons.notText);
  const digits = text.normalize('NFKC').replace(/[\s-]/g, '');
  return isCorporateNumber(digits) ? read(digits) : refuse(reasons.corporateNumber(text));
}

type TextReader = (text: string, unit: number) => Reading<unknown>;

const readIndustry: TextReader = (text) => {
  const code = resolveIndustry(text);
  return code === null ? refuse(reasons.unknown(text)) : read(code);
};
/** A homepage is often written without its protocol. */
const readWebsite: TextReader = (text) => read(/^https?:\/\//i.test(text) ? text : `https://${text}`);

const readers: Partial<Record<PlainColumn, TextReader>> = {
  industry: readIndustry,
  prefecture: (text) => readPrefecture(text),
  staff: (text) => readCount(text),
  capitalYen: readYen,
  founded: (text) => readYear(text),
  website: readWebsite,
  isOrderer: (text) => readYesNo(text),
  isSupplier: (text) => readYesNo(text),
};

const isList = (column: PlainColumn): column is ListColumn => column in listFormats;

/** One cell as its profile field takes it. `unit`: yen per unit (heading-unit of the column). */
export function readCell<Column extends PlainColumn>(
  column: Column,
  cell: Cell,
  unit: number,
): Reading<CompanyProfile[Column]> {
  const said = isList(column) ? readList(column, cell) : readText(column, cell, unit);
  if (said.problem) return said;
  return checked(companyProfile.shape[column], said.value) as Reading<CompanyProfile[Column]>;
}

function readText(column: PlainColumn, cell: Cell, unit: number): Reading<unknown> {
  const text = textOf(cell);
  if (text === null) return refuse(reasons.notText);
  return (readers[column] ?? read)(text, unit);
}

function readList(column: ListColumn, cell: Cell): Reading<unknown[]> {
  const { split } = listFormats[column];
  const parts: JsonValue[] = typeof cell === 'string' ? split(cell) : Array.isArray(cell) ? cell : [cell];
  const entries: unknown[] = [];
  for (const part of parts) {
    const entry = readEntry(column, cleaned(part));
    if (entry.problem) return entry;
    if (entry.value !== null) entries.push(entry.value);
  }
  return read(entries);
}

function readEntry(column: ListColumn, part: JsonValue): Reading<unknown> {
  const { fromText, codeKey } = listFormats[column];
  try {
    if (part === null || part === '') return read(null);
    if (typeof part !== 'object') return read(fromText(String(part)));
    if (Array.isArray(part) || !codeKey) return read(part);
    const named = part[codeKey.key];
    if (typeof named !== 'string') return refuse(reasons.missing);
    const code = codeKey.resolve(named);
    return code === null ? refuse(reasons.unknown(named)) : read({ ...part, [codeKey.key]: code });
  } catch (error) {
    if (error instanceof UnknownName) return refuse(error.problem);
    throw error;
  }
}

function cleaned(value: JsonValue): JsonValue {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleaned(inner)]));
}
