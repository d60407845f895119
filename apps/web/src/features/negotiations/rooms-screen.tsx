import { Badge, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { negotiationsApi } from '#contracts/negotiations.js';
import { keyOf, usePages } from '../../api/use-endpoint';
import { useLive } from '../../live/live';
import { EmptyState } from '../../parts/empty-state';
import { RelativeTime } from '../../parts/format';
import { LinkList, LinkListItem } from '../../parts/link-list';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Pager } from '../../parts/pager';
import { Panel } from '../../parts/panel';
import { StateBadge } from '../../parts/state-badge';

/** Own rooms, the one with the latest message first. */
export default function RoomsScreen() {
  const { t } = useTranslation('negotiations');
  const client = useQueryClient();
  const pages = usePages(negotiationsApi.list, {});
  // A message in a room that is not open is told as a notification.
  useLive(
    'notifications:changed',
    () => void client.invalidateQueries({ queryKey: keyOf(negotiationsApi.list) }),
  );
  return (
    <>
      <PageHeader title={t('rooms.title')} lead={t('rooms.lead')} />
      <Loaded query={{ ...pages, data: pages.first }}>
        {() =>
          pages.items.length === 0 ? (
            <EmptyState title={t('rooms.none')} text={t('rooms.noneText')} />
          ) : (
            <Panel>
              <LinkList>
                {pages.items.map((room) => (
                  <LinkListItem
                    key={room.id}
                    to={`/rooms/${room.id}`}
                    title={room.title}
                    detail={
                      <>
                        <Text inherit c="gray.8">
                          {room.counterpart}
                        </Text>
                        <Text inherit lineClamp={1}>
                          {room.lastText || t('rooms.noText')}
                        </Text>
                      </>
                    }
                    aside={
                      <Group gap="xs" justify="flex-end">
                        {room.unread > 0 && (
                          <Badge color="red" tt="none">
                            {t('rooms.unread', { count: room.unread })}
                          </Badge>
                        )}
                        <StateBadge kind="room" state={room.state} />
                        <Text span inherit c="dimmed">
                          <RelativeTime at={room.lastAt} />
                        </Text>
                      </Group>
                    }
                  />
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
