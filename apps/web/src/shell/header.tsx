import {
  Anchor,
  Badge,
  Button,
  Group,
  NavLink,
  Popover,
  Stack,
  Text,
  UnstyledButton,
  VisuallyHidden,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { identityApi, type Me } from '#contracts/identity.js';
import { notificationsApi } from '#contracts/notifications.js';
import { useCommand, useEndpoint } from '../api/use-endpoint';
import { useTakeSession } from '../api/session';
import { showLanguage, shownLanguage } from '../i18n';
import { useSignOut } from './use-sign-out';
import classes from './shell.module.css';

const affiliationOf = (me: Me): string | undefined => me.company?.name ?? me.body?.name;

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
        <Badge ml={6} size="md" color="red" miw="max-content" aria-label={t('unread', { count: unread })}>
          {unread > 99 ? '99+' : unread}
        </Badge>
      )}
    </Button>
  );
}

/** Who is signed in, opening what belongs to them. */
export function UserMenu({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure(false);
  return (
    <Popover position="bottom-end" width={264} shadow="md" trapFocus opened={opened} onDismiss={close}>
      <Popover.Target>
        <UnstyledButton className={classes.user} visibleFrom="sm" onClick={toggle}>
          <Text size="sm" fw={600} truncate maw={200}>
            {me.name}
          </Text>
          <Text size="xs" c="dimmed" truncate maw={200}>
            {affiliationOf(me) ?? t(`role.${me.role}`)}
          </Text>
          <VisuallyHidden>{t('menu')}</VisuallyHidden>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <UserLinks me={me} onNavigate={close} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Own account, help and the way out: in the user menu, and on narrow screens at the end of the drawer. */
export function UserLinks({ me, onNavigate }: { me: Me; onNavigate: () => void }) {
  const { t } = useTranslation();
  const signOut = useSignOut();
  return (
    <Stack gap={2}>
      <Text size="sm" px="sm" mb={4}>
        {me.name}
        <Text span inherit c="dimmed" display="block">
          {affiliationOf(me) ?? t(`role.${me.role}`)}
          <br />
          {me.email}
        </Text>
      </Text>
      <NavLink component={Link} to="/account" label={t('navigation.account')} onClick={onNavigate} />
      <NavLink component={Link} to="/how-it-works" label={t('navigation.howItWorks')} onClick={onNavigate} />
      <NavLink
        component="button"
        label={t('signOut')}
        onClick={() => {
          onNavigate();
          void signOut();
        }}
      />
    </Stack>
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
