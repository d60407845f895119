export { describeTable } from './describe-table.js';
export type { TableDescription } from './describe-table.js';
export { readTable } from './read-table.js';
export type {
  BrokenRow,
  Cell,
  GoodRow,
  JsonValue,
  ReadOptions,
  Row,
  RowProblem,
  TableFile,
} from './table.js';
export { TableError } from './table.js';
export type { TableErrorCode } from './table.js';
export { tableMime, writeTable } from './write-table.js';
export type { ExportFormat, ExportHeader, ExportOptions, ExportRow, ExportValue } from './write-table.js';
