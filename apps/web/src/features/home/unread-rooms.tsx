import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { negotiationsApi } from '#contracts/negotiations.js';
import { useEndpoint } from '../../api/use-endpoint';
import { RelativeTime } from '../../parts/format';
import { LinkListItem } from '../../parts/link-list';
import { HomePanel } from './home-panel';

/** Negotiation rooms with something unread, the latest first. */
export function UnreadRooms() {
  const { t } = useTranslation('home');
  const query = useEndpoint(negotiationsApi.list, { query: { limit: 50 } });
  return (
    <HomePanel
      title={t('rooms.title')}
      query={query}
      none={t('rooms.none')}
      all={{ to: '/rooms', label: t('rooms.all') }}
      itemsOf={({ items }) =>
        items
          .filter((room) => room.unread > 0)
          .slice(0, 5)
          .map((room) => (
            <LinkListItem
              key={room.id}
              to={`/rooms/${room.id}`}
              title={room.title}
              detail={
                <>
                  {room.counterpart}
                  {' / '}
                  <RelativeTime at={room.lastAt} />
                </>
              }
              aside={
                <Badge color="red" tt="none">
                  {t('rooms.unread', { count: room.unread })}
                </Badge>
              }
            />
          ))
      }
    />
  );
}
