import type { ReactNode } from 'react';
import classes from './two-columns.module.css';

/** A record in full and its facts beside it; on a narrow screen the first panel of `side` comes first, the rest last. */
export function TwoColumns({ main, side }: { main: ReactNode; side: ReactNode }) {
  return (
    <div className={classes.columns}>
      <div className={classes.column}>{main}</div>
      <div className={`${classes.column} ${classes.side}`}>{side}</div>
    </div>
  );
}
