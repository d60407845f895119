import { SegmentedControl, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { disputesApi, type DisputeCard } from '#contracts/disputes.js';
import { usePages } from '../../api/use-endpoint';
import { EmptyState } from '../../parts/empty-state';
import { useFilters } from '../../parts/filters';
import { DateTime } from '../../parts/format';
import { LinkList } from '../../parts/link-list';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Pager } from '../../parts/pager';
import { Panel } from '../../parts/panel';
import { DisputeItem } from './dispute-item';

const schema = z.object({ show: z.enum(['open', 'over']).optional() });

/** Disputes that one is party to, brokers, judges or keeps going. */
export default function DisputesScreen() {
  const { t } = useTranslation('disputes');
  const filters = useFilters(schema);
  const { show } = filters.value;
  const pages = usePages(disputesApi.list, { query: show ? { open: show === 'open' } : {} });
  return (
    <>
      <PageHeader title={t('list.title')} lead={t('list.lead')} />
      <SegmentedControl
        mb="md"
        aria-label={t('list.filter')}
        styles={{ label: { whiteSpace: 'nowrap' } }}
        value={show ?? ''}
        onChange={(next) => filters.set({ show: schema.shape.show.safeParse(next).data })}
        data={[
          { value: '', label: t('list.all') },
          { value: 'open', label: t('list.open') },
          { value: 'over', label: t('list.over') },
        ]}
      />
      <Loaded query={{ ...pages, data: pages.first }}>
        {() =>
          pages.items.length === 0 ? (
            <EmptyState title={t('list.none')} text={t('list.noneText')} />
          ) : (
            <Panel>
              <LinkList>
                {pages.items.map((dispute) => (
                  <DisputeItem key={dispute.id} dispute={dispute} detail={<Role dispute={dispute} />} />
                ))}
              </LinkList>
            </Panel>
          )
        }
      </Loaded>
      <Pager pages={pages} />
    </>
  );
}

function Role({ dispute: { viewer, dueAt } }: { dispute: DisputeCard }) {
  const { t } = useTranslation('disputes');
  return (
    <Text inherit>
      {t(`viewer.${viewer}`)}
      {dueAt && (
        <>
          {' ・ '}
          {t('due')} <DateTime at={dueAt} />
        </>
      )}
    </Text>
  );
}
