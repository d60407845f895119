import type { AnchorProps } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Figure } from '#contracts/reporting.js';
import { TextLink } from '../../parts/text-link';
import type { Scope } from './scope';

interface RecordsLinkProps extends Omit<AnchorProps, 'style'> {
  scope: Scope;
  figure: Figure;
  /** `YYYY-MM`; without it the whole fiscal year. */
  month?: string;
  children: ReactNode;
}

/** From a figure to the records behind it. */
export function RecordsLink({ scope, figure, month, children, ...anchor }: RecordsLinkProps) {
  const { fiscalYear, bodyId } = scope;
  const search = { figure, fiscalYear: String(fiscalYear), month, bodyId };
  return (
    <TextLink to="/dashboard/records" search={search} {...anchor}>
      {children}
    </TextLink>
  );
}
