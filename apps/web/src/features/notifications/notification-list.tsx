import { Anchor, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { notificationsApi, type Notification } from '#contracts/notifications.js';
import { useCommand } from '../../api/use-endpoint';
import { shownLanguage } from '../../i18n';
import { RelativeTime } from '../../parts/format';
import classes from './notification-list.module.css';

/** What happened, newest first, each leading to where it happened. Opening one marks it as read. */
export function NotificationList({ items }: { items: Notification[] }) {
  const read = useCommand(notificationsApi.read);
  return (
    <ul className={classes.list}>
      {items.map((item) => (
        <NotificationItem
          key={item.id}
          item={item}
          onOpen={() => {
            if (!item.readAt) read.mutate({ params: { id: item.id } });
          }}
        />
      ))}
    </ul>
  );
}

function NotificationItem({ item, onOpen }: { item: Notification; onOpen: () => void }) {
  const { t } = useTranslation('notifications');
  const unread = item.readAt === null;
  return (
    <li className={unread ? classes.unread : classes.read}>
      <Group justify="space-between" align="baseline" gap="xs">
        <Anchor component={Link} {...placeOf(item.link)} onClick={onOpen} fw={unread ? 650 : 400} c="inherit">
          {item.words[shownLanguage()]}
        </Anchor>
        <Text size="sm" c="dimmed" component="div">
          {unread && (
            <Text span inherit c="ai.7" fw={600} mr="xs">
              {t('isUnread')}
            </Text>
          )}
          <RelativeTime at={item.createdAt} />
        </Text>
      </Group>
    </li>
  );
}

/** A notification's path, with what it says after the question mark. */
function placeOf(link: string) {
  const [to = '', search] = link.split('?');
  return { to, search: Object.fromEntries(new URLSearchParams(search)) as never };
}
