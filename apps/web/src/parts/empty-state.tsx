import { Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Says that there is nothing here yet, why, and what to do about it. */
export function EmptyState({ title, text, action }: { title: string; text?: ReactNode; action?: ReactNode }) {
  return (
    <Paper withBorder p="xl" bg="white" style={{ borderStyle: 'dashed' }}>
      <Stack gap="xs" align="flex-start">
        <Text fw={600}>{title}</Text>
        {text && (
          <Text c="dimmed" maw="42rem">
            {text}
          </Text>
        )}
        {action}
      </Stack>
    </Paper>
  );
}
