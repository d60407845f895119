import { Anchor, Text, type AnchorProps } from '@mantine/core';
import { createLink, type LinkProps } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';
import { Loaded } from '../../parts/loaded';
import { LinkList } from '../../parts/link-list';
import { Panel } from '../../parts/panel';

const AllLink = createLink((props: AnchorProps & ComponentProps<'a'>) => <Anchor {...props} />);

interface HomePanelProps<T> {
  title: string;
  query: {
    data: T | undefined;
    isPending: boolean;
    isPaused?: boolean;
    error: Error | null;
    refetch: () => unknown;
  };
  /** The records shown, of what was read. */
  itemsOf: (data: T) => ReactNode[];
  /** Said where there are none. */
  none: string;
  all: Pick<LinkProps, 'to' | 'search'> & { label: string };
}

/** One kind of thing that waits: the first few, and the way to all of them. */
export function HomePanel<T>({ title, query, itemsOf, none, all }: HomePanelProps<T>) {
  return (
    <Panel
      title={title}
      action={
        <AllLink to={all.to} search={all.search} size="sm" underline="always">
          {all.label}
        </AllLink>
      }
    >
      <Loaded query={query} lines={3}>
        {(data) => {
          const items = itemsOf(data);
          return items.length > 0 ? <LinkList>{items}</LinkList> : <Text c="dimmed">{none}</Text>;
        }}
      </Loaded>
    </Panel>
  );
}
