import { Group, NativeSelect, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from './words';

interface ResultBarProps<S extends string> {
  /** How many were found; null while that is not known. */
  total: number | null | undefined;
  sort?: { value: S; options: { value: S; label: string }[]; onChange: (value: S) => void };
  /** What else can be done with the result. */
  children?: ReactNode;
}

/** Above a list of results: how many, in which order, and what to do with them. */
export function ResultBar<S extends string>({ total, sort, children }: ResultBarProps<S>) {
  const { t } = useTranslation('parts');
  return (
    <Group justify="space-between" align="center" gap="sm" mt="md" mb="sm">
      <Text fw={650} role="status">
        {typeof total === 'number' ? t('found', { n: formatNumber(total) }) : ''}
      </Text>
      <Group gap="sm" className="no-print">
        {children}
        {sort && (
          <NativeSelect
            aria-label={t('sort')}
            data={sort.options}
            value={sort.value}
            onChange={(event) => sort.onChange(event.currentTarget.value as S)}
          />
        )}
      </Group>
    </Group>
  );
}
