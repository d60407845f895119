import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from './words';

/** The first `limit` of a long list, and a button that shows all of it; no button where nothing is left out. */
export function useFolded<T>(items: readonly T[], limit: number): { shown: readonly T[]; more: ReactNode } {
  const { t } = useTranslation('parts');
  const [open, setOpen] = useState(false);
  // One hidden entry costs as much room as the button that would show it.
  if (items.length <= limit + 1) return { shown: items, more: null };
  return {
    shown: open ? items : items.slice(0, limit),
    more: (
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => setOpen(!open)}
        aria-expanded={open}
        mt="xs"
        className="no-print"
      >
        {open ? t('showLess') : t('showAll', { n: formatNumber(items.length) })}
      </Button>
    ),
  };
}
