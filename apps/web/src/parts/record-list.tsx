import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './record-list.module.css';

/** Records below each other, readable at any width; tables are for what is compared column by column. */
export function RecordList({ children }: { children: ReactNode }) {
  return <ul className={classes.list}>{children}</ul>;
}

/** One record; its action or state at the end of the line, below it where there is no room. */
export function RecordRow({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <li className={classes.row}>
      <Group justify="space-between" align="center" gap="sm">
        <div style={{ minWidth: 0, ...(!aside && { flex: 1 }) }}>{children}</div>
        {aside}
      </Group>
    </li>
  );
}
