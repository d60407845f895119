import { Button, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { notificationsApi } from '#contracts/notifications.js';
import { useCommand, usePages } from '../../api/use-endpoint';
import { tell, tellProblem } from '../../forms/tell';
import { EmptyState } from '../../parts/empty-state';
import { useFilters } from '../../parts/filters';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Pager } from '../../parts/pager';
import { NotificationList } from './notification-list';

const filterSchema = z.object({ show: z.enum(['all', 'unread']).default('all') });

export default function NotificationsScreen() {
  const { t } = useTranslation('notifications');
  const filters = useFilters(filterSchema);
  const unreadOnly = filters.value.show === 'unread';
  const pages = usePages(notificationsApi.list, { query: { unread: unreadOnly } });
  const readAll = useCommand(notificationsApi.readAll);
  const unread = pages.first?.unread ?? 0;
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={unread > 0 ? t('unread', { count: unread }) : t('allRead')}
        action={
          unread > 0 && (
            <Button
              variant="default"
              loading={readAll.isPending}
              onClick={() =>
                readAll.mutate({}, { onSuccess: () => tell(t('nowRead')), onError: tellProblem })
              }
            >
              {t('readAll')}
            </Button>
          )
        }
      />
      <SegmentedControl
        mb="md"
        aria-label={t('show')}
        styles={{ label: { whiteSpace: 'nowrap' } }}
        value={filters.value.show}
        onChange={(show) => filters.set({ show: show === 'unread' ? 'unread' : undefined })}
        data={[
          { value: 'all', label: t('showAll') },
          { value: 'unread', label: t('showUnread') },
        ]}
      />
      <Loaded query={{ ...pages, data: pages.first }}>
        {() =>
          pages.items.length === 0 ? (
            <EmptyState title={t(unreadOnly ? 'noneUnread' : 'none')} text={t('noneText')} />
          ) : (
            <NotificationList items={pages.items} />
          )
        }
      </Loaded>
      <Pager pages={pages} />
    </>
  );
}
