import { Group, Paper, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

interface PanelProps {
  title?: string;
  lead?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}

/** One white sheet of a screen, with a heading. */
export function Panel({ title, lead, action, children }: PanelProps) {
  const heading = useId();
  return (
    <Paper
      component="section"
      withBorder
      p={{ base: 'md', sm: 'lg' }}
      bg="white"
      aria-labelledby={title ? heading : undefined}
    >
      {title && (
        <Group justify="space-between" align="center" mb={lead ? 4 : 'md'} gap="sm">
          <Title order={2} id={heading}>
            {title}
          </Title>
          {action}
        </Group>
      )}
      {lead && (
        <Text size="sm" c="dimmed" mb="md">
          {lead}
        </Text>
      )}
      {children}
    </Paper>
  );
}
