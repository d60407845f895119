import { Badge, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Company, CompanyProfile } from '#contracts/companies.js';
import { DataTable } from '../../parts/data-table';
import { Day, todayInJapan } from '../../parts/format';
import { Panel } from '../../parts/panel';
import { useTaxonomy } from '../../parts/taxonomy';
import { TermNames } from '../../parts/term-names';
import { useFolded } from '../../parts/use-folded';
import { formatEnvelope, formatQuantity } from '../../parts/words';
import { lotWords } from './profile-words';

const quantity = (value: number | null, unit: 'mm' | 'kg' | 'days', before = ''): string =>
  value === null ? '' : `${before}${formatQuantity(value, unit)}`;

/** What the company does, and how large, how precise, how many and how fast. */
export function Processes({ company }: { company: Company }) {
  const { t } = useTranslation('companies');
  const taxonomy = useTaxonomy();
  const { processes } = company.profile;
  const { shown, more } = useFolded(processes, 12);
  const columns = [
    {
      key: 'name',
      header: t('process.name'),
      main: true,
      cell: (item: (typeof processes)[number]) => (
        <>
          {taxonomy.name('processes', item.code)}
          {item.note && (
            <Text size="sm" c="dimmed" fw={400}>
              {item.note}
            </Text>
          )}
        </>
      ),
    },
    { key: 'size', header: t('process.size'), cell: formatEnvelope, compact: true },
    {
      key: 'mass',
      header: t('process.mass'),
      compact: true,
      cell: (item: (typeof processes)[number]) => quantity(item.maxMassKg, 'kg'),
    },
    {
      key: 'tolerance',
      header: t('process.tolerance'),
      compact: true,
      cell: (item: (typeof processes)[number]) => quantity(item.toleranceMm, 'mm', '±'),
    },
    {
      key: 'lot',
      header: t('process.lot'),
      compact: true,
      cell: (item: (typeof processes)[number]) => lotWords(item, t),
    },
    {
      key: 'lead',
      header: t('process.lead'),
      compact: true,
      cell: (item: (typeof processes)[number]) => quantity(item.leadTimeDays, 'days'),
    },
  ];
  // A column that nobody filled in says nothing.
  const told = columns.filter(({ main, cell }) => main || processes.some((item) => cell(item) !== ''));
  return (
    <Panel title={t('section.processes')}>
      {processes.length === 0 ? (
        <Text c="dimmed">{t('empty.processes')}</Text>
      ) : (
        <DataTable
          caption={t('section.processes')}
          columns={told}
          rows={shown}
          rowKey={(item, i) => `${item.code}-${i}`}
        />
      )}
      {more}
    </Panel>
  );
}

export function Materials({ codes }: { codes: string[] }) {
  const { t } = useTranslation('companies');
  const { shown, more } = useFolded(codes, 30);
  if (codes.length === 0) return null;
  return (
    <Panel title={t('section.materials')}>
      <Text size="sm">
        <TermNames list="materials" codes={shown} />
      </Text>
      {more}
    </Panel>
  );
}

export function Equipment({ items }: { items: CompanyProfile['equipment'] }) {
  const { t } = useTranslation('companies');
  const { shown, more } = useFolded(items, 10);
  if (items.length === 0) return null;
  return (
    <Panel title={t('section.equipment')}>
      <DataTable
        caption={t('section.equipment')}
        rows={shown}
        rowKey={(_, i) => i}
        columns={[
          {
            key: 'model',
            header: t('equipmentField.model'),
            main: true,
            cell: (item) => [item.maker, item.model].filter(Boolean).join(' '),
          },
          { key: 'kind', header: t('equipmentField.kind'), cell: (item) => item.kind },
          {
            key: 'count',
            header: t('equipmentField.count'),
            cell: (item) => formatQuantity(item.count, 'machines'),
          },
          {
            key: 'year',
            header: t('equipmentField.year'),
            cell: (item) => item.year && t('equipmentField.yearWords', { year: item.year }),
          },
          { key: 'size', header: t('equipmentField.size'), cell: formatEnvelope, compact: true },
        ]}
      />
      {more}
    </Panel>
  );
}

/** One that has run out is marked: it proves nothing any more. */
export function Certificates({ items }: { items: CompanyProfile['certificates'] }) {
  const { t } = useTranslation('companies');
  const taxonomy = useTaxonomy();
  const today = todayInJapan();
  if (items.length === 0) return null;
  return (
    <Panel title={t('section.certificates')}>
      <Stack gap="sm">
        {items.map((item, i) => (
          <div key={i}>
            <Text size="sm" fw={600}>
              {taxonomy.name('certificates', item.kind)}{' '}
              {item.validUntil !== null && item.validUntil < today && (
                <Badge color="red" variant="light" tt="none" radius="sm">
                  {t('certificateField.expired')}
                </Badge>
              )}
            </Text>
            <Text size="sm" c="dimmed">
              {[item.number, item.issuer].filter(Boolean).join(' / ')}
              {item.validUntil !== null && (
                <>
                  {(item.number || item.issuer) && ' / '}
                  {t('certificateField.validUntil')} <Day on={item.validUntil} />
                </>
              )}
            </Text>
          </div>
        ))}
      </Stack>
    </Panel>
  );
}

export function Products({ items }: { items: CompanyProfile['products'] }) {
  const { t } = useTranslation('companies');
  const { shown, more } = useFolded(items, 8);
  if (items.length === 0) return null;
  return (
    <Panel title={t('section.products')}>
      <Stack gap="xs">
        {shown.map((item, i) => (
          <div key={i}>
            <Text size="sm" fw={600}>
              {item.name}
            </Text>
            {item.summary && (
              <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-wrap' }}>
                {item.summary}
              </Text>
            )}
          </div>
        ))}
      </Stack>
      {more}
    </Panel>
  );
}

/** Newest first. */
export function Awards({ items }: { items: CompanyProfile['awards'] }) {
  const { t } = useTranslation('companies');
  const { shown, more } = useFolded(
    items.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0)),
    10,
  );
  if (items.length === 0) return null;
  return (
    <Panel title={t('section.awards')}>
      <DataTable
        caption={t('section.awards')}
        rows={shown}
        rowKey={(_, i) => i}
        columns={[
          { key: 'title', header: t('awardField.title'), main: true, cell: (item) => item.title },
          {
            key: 'year',
            header: t('awardField.year'),
            compact: true,
            cell: (item) => item.year && t('awardField.yearWords', { year: item.year }),
          },
          { key: 'from', header: t('awardField.from'), cell: (item) => item.from },
        ]}
      />
      {more}
    </Panel>
  );
}
