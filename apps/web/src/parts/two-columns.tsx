import type { ReactNode } from 'react';
import classes from './two-columns.module.css';

interface Columns {
  /** Above `main`. On a narrow screen first of all while something in it has the attribute `data-urgent`. */
  first?: ReactNode;
  main: ReactNode;
  side: ReactNode;
}

/** A record in full and its facts beside it; on a narrow screen the first panel of `side` comes first, the rest last. */
export function TwoColumns({ first, main, side }: Columns) {
  return (
    <div className={classes.columns}>
      {first && <div className={`${classes.column} ${classes.first}`}>{first}</div>}
      <div className={classes.column}>{main}</div>
      <div className={`${classes.column} ${classes.side}`}>{side}</div>
    </div>
  );
}
