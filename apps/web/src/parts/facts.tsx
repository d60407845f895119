import { Fragment, type ReactNode } from 'react';
import classes from './facts.module.css';

export interface Fact {
  label: string;
  /** Null, undefined or '' leaves the line out. */
  value: ReactNode;
}

/** What is known of something: names and values, one line each. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts
        .filter(({ value }) => value !== null && value !== undefined && value !== '' && value !== false)
        .map(({ label, value }) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}
