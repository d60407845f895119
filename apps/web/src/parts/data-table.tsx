import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './data-table.module.css';

export interface Column<T> {
  key: string;
  header: string;
  /** Null or '' is shown as a dash, and left out on a narrow screen. */
  cell: (row: T) => ReactNode;
  /** Short values that are not broken over lines. */
  compact?: boolean;
  /** What the row is called: without its heading on a narrow screen. */
  main?: boolean;
  /** Speaks for itself: without its heading on a narrow screen, in one line with the others of the kind. */
  bare?: boolean;
  /** Buttons: a heading for screen readers only. */
  action?: boolean;
}

interface DataTableProps<T> {
  /** What the table lists, for screen readers. */
  caption: string;
  columns: Column<T>[];
  rows: readonly T[];
  rowKey: (row: T, index: number) => string | number;
}

/** A table that becomes a list of blocks on a narrow screen. */
export function DataTable<T>({ caption, columns, rows, rowKey }: DataTableProps<T>) {
  // A table shown as blocks is no table to a browser any more, so its roles are said.
  return (
    <table className={classes.table} role="table" aria-label={caption}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.key} role="columnheader" scope="col">
              {column.action ? <VisuallyHidden>{column.header}</VisuallyHidden> : column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, index) => (
          <tr key={rowKey(row, index)} role="row">
            {columns.map((column) => (
              <Cell key={column.key} column={column} content={column.cell(row)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<T>({ column, content }: { column: Column<T>; content: ReactNode }) {
  const { t } = useTranslation();
  const none = content === null || content === undefined || content === '';
  const classNames = [
    column.compact && classes.compact,
    column.main ? classes.main : column.bare ? classes.bare : !column.action && classes.labelled,
    none && classes.none,
  ].filter(Boolean);
  return (
    <td role="cell" className={classNames.join(' ') || undefined}>
      {!column.main && !column.bare && !column.action && (
        <span className={classes.label} aria-hidden>
          {column.header}
        </span>
      )}
      <div className={classes.content}>{none ? !column.action && t('none') : content}</div>
    </td>
  );
}
