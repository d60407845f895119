import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Panel } from './panel';
import classes from './result-list.module.css';

/** What a search found: one dense entry each. */
export function ResultList({ children }: { children: ReactNode }) {
  return (
    <Panel>
      <ul className={classes.list}>{children}</ul>
    </Panel>
  );
}

interface ResultItemProps {
  to: string;
  title: string;
  badges?: ReactNode;
  /** Who or where, in one quiet line. */
  about?: ReactNode;
  /** What one must know to decide whether to open it. */
  children?: ReactNode;
  /** Dates and amounts: at the end of the line, below on a narrow screen. */
  aside?: ReactNode;
}

export function ResultItem({ to, title, badges, about, children, aside }: ResultItemProps) {
  return (
    <li className={classes.item}>
      <div className={classes.main}>
        <div className={classes.title}>
          <Anchor component={Link} to={to} fw={600} inherit fz="md">
            {title}
          </Anchor>
          {badges}
        </div>
        {about && <div className={classes.about}>{about}</div>}
        {children}
      </div>
      {aside && <div className={classes.aside}>{aside}</div>}
    </li>
  );
}
