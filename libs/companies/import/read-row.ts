import {
  importColumns,
  type CompanyProfile,
  type ImportColumn,
  type ImportMapping,
} from '#contracts/companies.js';
import type { Cell, Row } from '#platform/spreadsheet/index.js';
import { reasons, type RowProblem } from './import-problems.js';
import { isEmpty, readCell, readCorporateNumber, textOf, type PlainColumn } from './read-cells.js';
import { headingUnit, readMunicipality } from './read-values.js';

/** What a good row says of a company. */
export interface CompanyRow {
  readonly line: number;
  readonly corporateNumber: string;
  /** Only what the row tells. */
  readonly said: Partial<CompanyProfile>;
  readonly raw: string;
}

export type RowReading =
  { readonly row: CompanyRow; readonly problems?: undefined } | { readonly problems: readonly RowProblem[] };

const plainColumns = importColumns.filter(
  (name): name is PlainColumn => name !== 'corporateNumber' && name !== 'municipality',
);
const RAW_LIMIT = 2_000;

/** A row of the file as a company, or everything that is wrong with it. */
export function readRow(row: Row, mapping: ImportMapping): RowReading {
  if (row.error) return { problems: [{ line: row.line, field: '', reason: row.error, raw: row.raw }] };
  const raw = rawOf(row.cells);
  const problems: RowProblem[] = [];
  const refuse = (field: ImportColumn, reason: RowProblem['reason']) =>
    problems.push({ line: row.line, field, reason, raw });
  const cellOf = (name: ImportColumn): Cell | undefined => {
    const heading = mapping[name];
    const cell = heading === undefined ? undefined : row.cells[heading];
    return isEmpty(cell) ? undefined : cell;
  };

  const number = cellOf('corporateNumber');
  const corporateNumber = number === undefined ? undefined : readCorporateNumber(number);
  if (!corporateNumber) refuse('corporateNumber', reasons.missing);
  else if (corporateNumber.problem) refuse('corporateNumber', corporateNumber.problem);
  if (cellOf('name') === undefined) refuse('name', reasons.missing);

  const said: Record<string, unknown> = {};
  for (const name of plainColumns) {
    const cell = cellOf(name);
    if (cell === undefined) continue;
    const reading = readCell(name, cell, headingUnit(mapping[name] ?? ''));
    if (reading.problem) refuse(name, reading.problem);
    else said[name] = reading.value;
  }
  const place = placeOf(cellOf('municipality'), said);
  if (place.problem) refuse('municipality', place.problem);
  if (problems.length > 0 || !corporateNumber || corporateNumber.problem) return { problems };
  const all = { ...said, ...place.said } as Partial<CompanyProfile>;
  return { row: { line: row.line, corporateNumber: corporateNumber.value, said: all, raw } };
}

/**
 * What a municipality's cell adds: its code and prefecture; a name that our list lacks begins the address instead, so
 * that it is not lost.
 */
function placeOf(
  cell: Cell | undefined,
  said: Partial<CompanyProfile>,
):
  | { said: Partial<CompanyProfile>; problem?: undefined }
  | { said?: undefined; problem: RowProblem['reason'] } {
  if (cell === undefined) return { said: {} };
  const text = textOf(cell);
  if (text === null) return { problem: reasons.notText };
  const reading = readMunicipality(text, said.prefecture ?? null);
  if (reading.problem) return { problem: reading.problem };
  const { value } = reading;
  if (value !== null) return { said: { municipality: value, prefecture: value.slice(0, 2) } };
  const address = said.address ?? '';
  return { said: address.includes(text) ? {} : { address: `${text}${address}`.slice(0, 300) } };
}

/** A row as people see it, for the list of bad rows. */
function rawOf(cells: Record<string, Cell>): string {
  const text = Object.values(cells)
    .map((cell) => (typeof cell === 'string' ? cell : JSON.stringify(cell)))
    .join(' | ')
    .replace(/\0|\p{Cs}/gu, '');
  return text.length > RAW_LIMIT ? `${text.slice(0, RAW_LIMIT)}…` : text;
}
