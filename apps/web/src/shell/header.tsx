import { Anchor, Badge, Button, Group, Menu, Text, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { identityApi, type Me } from '#contracts/identity.js';
import { notificationsApi } from '#contracts/notifications.js';
import { useCommand, useEndpoint } from '../api/use-endpoint';
import { useTakeSession } from '../api/session';
import { showLanguage, shownLanguage } from '../i18n';
import { useSignOut } from './use-sign-out';
import classes from './shell.module.css';

export function Brand() {
  const { t } = useTranslation();
  return (
    <Anchor component={Link} to="/" underline="never" className={classes.brand} aria-label={t('brand')}>
      {t('product')}
    </Anchor>
  );
}

/** Shows the other language by its own name. */
export function LanguageSwitch({ me }: { me: Me | null }) {
  const { t } = useTranslation();
  const update = useCommand(identityApi.updateMe, { quiet: true });
  const take = useTakeSession();
  const other = shownLanguage() === 'ja' ? 'en' : 'ja';
  async function change() {
    await showLanguage(other);
    if (me) update.mutate({ body: { language: other } }, { onSuccess: take });
  }
  return (
    <Button
      variant="subtle"
      size="compact-md"
      onClick={() => void change()}
      lang={other}
      title={t('language')}
    >
      {other === 'en' ? 'English' : '日本語'}
    </Button>
  );
}

/** How many notifications are unread; the number follows the socket. */
export function Bell() {
  const { t } = useTranslation();
  const { data } = useEndpoint(notificationsApi.list, { query: { limit: 1, unread: true } });
  const unread = data?.unread ?? 0;
  return (
    <Button component={Link} to="/notifications" variant="subtle" size="compact-md">
      {t('navigation.notifications')}
      {unread > 0 && (
        <Badge ml={6} size="md" color="red" aria-label={t('unread', { count: unread })}>
          {unread > 99 ? '99+' : unread}
        </Badge>
      )}
    </Button>
  );
}

export function UserMenu({ me }: { me: Me }) {
  const { t } = useTranslation();
  const signOut = useSignOut();
  const affiliation = me.company?.name ?? me.body?.name ?? t(`role.${me.role}`);
  return (
    <Menu position="bottom-end" width={260} shadow="md">
      <Menu.Target>
        <UnstyledButton className={classes.user} aria-label={t('userMenu', { name: me.name })}>
          <Text size="sm" fw={600} truncate maw={160}>
            {me.name}
          </Text>
          <Text size="xs" c="dimmed" truncate maw={160} visibleFrom="sm">
            {affiliation}
          </Text>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {me.email}
          <br />
          {affiliation}
        </Menu.Label>
        <Menu.Item component={Link} to="/account">
          {t('navigation.account')}
        </Menu.Item>
        <Menu.Item component={Link} to="/how-it-works">
          {t('navigation.howItWorks')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()}>{t('signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export function VisitorLinks() {
  const { t } = useTranslation();
  return (
    <Group gap="xs" wrap="nowrap">
      <Button component={Link} to="/sign-in" variant="subtle" size="compact-md">
        {t('signIn')}
      </Button>
      <Button component={Link} to="/sign-up" size="compact-md" variant="default" visibleFrom="xs">
        {t('signUp')}
      </Button>
    </Group>
  );
}
