import { Anchor, Box, Button, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { capacityApi, type CapacityCall } from '#contracts/capacity.js';
import { usePages } from '../../api/use-endpoint';
import { DataTable } from '../../parts/data-table';
import { EmptyState } from '../../parts/empty-state';
import { SearchBox, useFilters } from '../../parts/filters';
import { formatDateTime } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Pager } from '../../parts/pager';
import { TextLink } from '../../parts/text-link';
import { CallForm } from './call-form';

const schema = capacityApi.calls.query.omit({ cursor: true, limit: true });

/** Whom to call about spare capacity, and what they said. */
export default function CapacityCallsScreen() {
  const { t } = useTranslation('capacity');
  const filters = useFilters(schema);
  const pages = usePages(capacityApi.calls, { query: filters.value });
  const [called, setCalled] = useState<CapacityCall | null>(null);
  return (
    <>
      <PageHeader title={t('calls.title')} lead={t('calls.lead')} />
      <Box mb="md">
        <SearchBox value={filters.value.q} onSearch={(q) => filters.set({ q })} label={t('calls.search')} />
      </Box>
      <Loaded query={{ ...pages, data: pages.first }} lines={6}>
        {() =>
          pages.items.length === 0 ? (
            <EmptyState title={t('calls.none')} text={t('calls.noneText')} />
          ) : (
            <DataTable
              caption={t('calls.title')}
              rows={pages.items}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'company',
                  header: t('calls.company'),
                  main: true,
                  cell: ({ id, name }: CapacityCall) => (
                    <TextLink to="/companies/$id" params={{ id }}>
                      {name}
                    </TextLink>
                  ),
                },
                {
                  key: 'phone',
                  header: t('calls.phone'),
                  cell: (call: CapacityCall) => <Phone call={call} />,
                },
                {
                  key: 'told',
                  header: t('calls.told'),
                  cell: ({ toldAt }: CapacityCall) => (toldAt ? formatDateTime(toldAt) : t('calls.never')),
                },
                {
                  key: 'asked',
                  header: t('calls.asked'),
                  cell: ({ askedAt, lastNote }: CapacityCall) =>
                    askedAt && (
                      <>
                        {formatDateTime(askedAt)}
                        {lastNote && (
                          <Text size="sm" c="dimmed">
                            {lastNote}
                          </Text>
                        )}
                      </>
                    ),
                },
                {
                  key: 'action',
                  header: t('calls.action'),
                  action: true,
                  cell: (call: CapacityCall) => (
                    <Button variant="default" size="sm" onClick={() => setCalled(call)}>
                      {t('calls.note')}
                    </Button>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
      <Pager pages={pages} />
      <Modal opened={called !== null} onClose={() => setCalled(null)} title={called?.name} size="54rem">
        {called && <CallForm call={called} close={() => setCalled(null)} />}
      </Modal>
    </>
  );
}

function Phone({ call: { phone, contactName } }: { call: CapacityCall }) {
  const { t } = useTranslation('capacity');
  return (
    <Stack gap={0}>
      {phone ? (
        <Anchor href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</Anchor>
      ) : (
        <Text c="dimmed">{t('calls.noPhone')}</Text>
      )}
      {contactName && <Text size="sm">{contactName}</Text>}
    </Stack>
  );
}
