import { Anchor, Box, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface PageHeaderProps {
  title: string;
  /** One sentence on what this screen is for. */
  lead?: ReactNode;
  /** The way back to the list this comes from. */
  back?: { to: string; label: string };
  /** Beside the way back: how this belongs to other screens. */
  path?: ReactNode;
  /** State badges beside the title. */
  badges?: ReactNode;
  /** The one primary action, and at most a few secondary ones before it. */
  action?: ReactNode;
}

/** Title of a screen (also of the browser's tab) and its one primary action. Takes the focus after navigation. */
export function PageHeader({ title, lead, back, path, badges, action }: PageHeaderProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement?.tagName === 'MAIN') heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Box component="header" data-page-header mb="lg">
      <title>{`${title} | ${t('product')}`}</title>
      {back && (
        <Group justify="space-between" gap="0 md" mb={6} className="no-print">
          <Anchor component={Link} to={back.to} size="sm">
            ← {back.label}
          </Anchor>
          {path}
        </Group>
      )}
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={6} flex="1 1 22rem" miw={0}>
          <Group gap="sm" align="center">
            <Title order={1} ref={heading} tabIndex={-1}>
              {title}
            </Title>
            {badges}
          </Group>
          {lead && (
            <Text c="dimmed" maw="46rem">
              {lead}
            </Text>
          )}
        </Stack>
        {action && (
          <Group gap="sm" className="no-print">
            {action}
          </Group>
        )}
      </Group>
    </Box>
  );
}
