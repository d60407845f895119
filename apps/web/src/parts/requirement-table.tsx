import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Requirement } from '#contracts/orders.js';
import { DataTable } from './data-table';
import { useRequirementWords } from './requirement-words';

/** Must or want; only the must asks for attention. */
export function LevelBadge({ level }: { level: Requirement['level'] }) {
  const { t } = useTranslation();
  return (
    <Badge color={level === 'must' ? 'ai' : 'gray'} variant="light" radius="sm" tt="none">
      {t(level)}
    </Badge>
  );
}

/** What an order asks for, the musts first. */
export function RequirementTable({ requirements }: { requirements: readonly Requirement[] }) {
  const { t } = useTranslation('orders');
  const words = useRequirementWords();
  if (requirements.length === 0) return <Text c="dimmed">{t('requirement.none')}</Text>;
  return (
    <DataTable
      caption={t('section.requirements')}
      rows={requirements.toSorted((a, b) => Number(b.level === 'must') - Number(a.level === 'must'))}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'level',
          header: t('requirement.level'),
          compact: true,
          bare: true,
          cell: ({ level }) => <LevelBadge level={level} />,
        },
        {
          key: 'kind',
          header: t('requirement.kind'),
          compact: true,
          bare: true,
          cell: (item) => words.kind(item),
        },
        { key: 'value', header: t('requirement.value'), main: true, cell: (item) => words.value(item) },
      ]}
    />
  );
}
