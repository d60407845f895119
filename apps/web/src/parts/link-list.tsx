import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './record-list.module.css';

export { RecordList as LinkList } from './record-list';

interface LinkListItemProps {
  to: string;
  title: string;
  /** What one must know to decide whether to open it. */
  detail?: ReactNode;
  /** A badge, a number or a date at the end of the line. */
  aside?: ReactNode;
}

export function LinkListItem({ to, title, detail, aside }: LinkListItemProps) {
  return (
    <li className={classes.row}>
      <Group justify="space-between" align="flex-start" gap="0 var(--mantine-spacing-md)">
        <Stack gap={2} miw={0} flex="1 1 12rem">
          <Anchor component={Link} to={to} fw={600}>
            {title}
          </Anchor>
          {detail && (
            <Text size="sm" c="dimmed" component="div">
              {detail}
            </Text>
          )}
        </Stack>
        {aside && (
          <Text size="sm" component="div" style={{ flexShrink: 0 }}>
            {aside}
          </Text>
        )}
      </Group>
    </li>
  );
}
