import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Company } from '#contracts/companies.js';
import { DataTable } from '../../parts/data-table';
import { formatDateTime } from '../../parts/format';
import { Panel } from '../../parts/panel';
import { useTaxonomy } from '../../parts/taxonomy';
import { answersOf, OwnTaps } from '../capacity/own-taps';

type Told = Company['capacity'][number];
const weeks = [4, 8, 12] as const;

/** How much of each process is free soon, and when that was told. */
export function CapacityPanel({ company }: { company: Company }) {
  const { t } = useTranslation('companies');
  const taxonomy = useTaxonomy();
  const [opened, { open, close }] = useDisclosure(false);
  const { capacity, can } = company;
  if (!company.profile.isSupplier && capacity.length === 0) return null;
  const last = capacity
    .map(({ toldAt }) => toldAt)
    .toSorted()
    .at(-1);
  return (
    <Panel
      title={t('section.capacity')}
      lead={capacity.length > 0 && t('capacity.lead')}
      action={
        can.edit && (
          <Button variant="default" size="sm" onClick={open}>
            {t('capacity.update')}
          </Button>
        )
      }
    >
      {capacity.length === 0 ? (
        <Text c="dimmed">{t('capacity.none')}</Text>
      ) : (
        <DataTable
          caption={t('section.capacity')}
          rows={capacity}
          rowKey={(item) => item.process}
          columns={[
            {
              key: 'process',
              header: t('process.name'),
              main: true,
              cell: (item: Told) => taxonomy.name('processes', item.process),
            },
            ...weeks.map((n) => ({
              key: `weeks${n}`,
              header: t('capacity.week', { n }),
              cell: (item: Told) => <Share value={item[`weeks${n}`]} />,
            })),
          ]}
        />
      )}
      {last && (
        <Text size="xs" c="dimmed" mt="sm">
          {t('capacity.told', { at: formatDateTime(last) })}
        </Text>
      )}
      <Modal opened={opened} onClose={close} title={t('capacity.title')} size="54rem">
        {answersOf(company).length === 0 ? (
          <Text>{t('capacity.noProcesses')}</Text>
        ) : (
          <Stack gap="md">
            <Text size="sm">{t('capacity.help')}</Text>
            <OwnTaps company={company} />
          </Stack>
        )}
      </Modal>
    </Panel>
  );
}

function Share({ value }: { value: number | null }) {
  const { t } = useTranslation('companies');
  if (value === null)
    return (
      <Text span size="sm" c="dimmed">
        {t('capacity.unknown')}
      </Text>
    );
  return (
    <Group gap={8} wrap="nowrap" display="inline-flex">
      <Progress value={value} w={64} size="md" radius="xs" color="green.5" aria-hidden />
      <span style={{ whiteSpace: 'nowrap' }}>
        {value === 0 ? t('capacity.full') : t('capacity.free', { n: value })}
      </span>
    </Group>
  );
}
