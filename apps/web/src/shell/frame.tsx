import { AppShell, Box, Button, Drawer, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useLocation, useMatches, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '#contracts/identity.js';
import { roleHolds } from '#contracts/permissions.js';
import { useSession } from '../api/session';
import { useOutboxDelivery } from '../features/negotiations/use-outbox';
import { showLanguage, shownLanguage } from '../i18n';
import { useLiveConnection } from '../live/live';
import { Loading, LoadError } from '../parts/loaded';
import { ForbiddenScreen } from './error-screens';
import { Bell, Brand, LanguageSwitch, UserLinks, UserMenu, VisitorLinks } from './header';
import { GlobalSearch, SearchLink } from './global-search';
import { Navigation } from './navigation';
import { NewVersion } from './new-version';
import { OfflineBanner } from './offline-banner';
import classes from './shell.module.css';

/** What is around every screen: skip link, header, navigation, and who may see the screen at all. */
export function Frame() {
  const { t } = useTranslation();
  const { me } = useSession();
  const [opened, { open, close }] = useDisclosure(false);
  const maySearch = me !== null && roleHolds(me.role, 'search:use') && me.company?.approved !== false;
  useLiveConnection(me);
  useOutboxDelivery(me);
  useOwnLanguage(me);
  useFocusOnNavigation();
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={me ? { width: 224, breakpoint: 'md', collapsed: { mobile: true } } : undefined}
      padding={{ base: 'md', md: 'xl' }}
      transitionDuration={0}
    >
      <a href="#main" className={classes.skip}>
        {t('skip')}
      </a>
      <AppShell.Header className={classes.header}>
        <Group gap="xs" wrap="nowrap">
          {me && (
            <Button hiddenFrom="md" variant="subtle" size="compact-md" onClick={open} aria-expanded={opened}>
              {t('menu')}
            </Button>
          )}
          <Brand />
        </Group>
        {maySearch && (
          <Box visibleFrom="sm">
            <GlobalSearch />
          </Box>
        )}
        <Group gap={4} wrap="nowrap">
          {maySearch && <SearchLink />}
          <Box visibleFrom={me ? 'sm' : undefined}>
            <LanguageSwitch me={me} />
          </Box>
          {me ? <Bell /> : <VisitorLinks />}
          {me && <UserMenu me={me} />}
        </Group>
      </AppShell.Header>
      {me && (
        <AppShell.Navbar
          visibleFrom="md"
          p="md"
          className={classes.navbar}
          aria-label={t('navigation.label')}
          style={{ overflowY: 'auto' }}
        >
          <Navigation me={me} />
        </AppShell.Navbar>
      )}
      {me && (
        <Drawer opened={opened} onClose={close} title={t('menu')} size="18rem" hiddenFrom="md">
          <Navigation me={me} onNavigate={close} />
          <Box hiddenFrom="sm" mt="lg" pt="md" className={classes.userLinks}>
            <UserLinks me={me} onNavigate={close} />
            <LanguageSwitch me={me} />
          </Box>
        </Drawer>
      )}
      <AppShell.Main id="main" tabIndex={-1}>
        <OfflineBanner />
        <NewVersion />
        <div className={classes.main}>
          <Gate>
            <Outlet />
          </Gate>
        </div>
      </AppShell.Main>
    </AppShell>
  );
}

/** Lets a person through to the screens of their role; asks a visitor to sign in and brings them back. */
function Gate({ children }: { children: ReactNode }) {
  const access = useMatches({ select: (matches) => matches.at(-1)?.staticData.access }) ?? 'public';
  const { pathname } = useLocation();
  const { me, pending, error, retry } = useSession();
  if (pending && (access !== 'public' || pathname === '/')) return <Loading />;
  if (access === 'public') return children;
  if (error && !me) return <LoadError error={error} retry={retry} />;
  if (!me) return <ToSignIn />;
  if (access !== 'signed-in' && !roleHolds(me.role, access)) return <ForbiddenScreen />;
  return children;
}

/** Goes to the sign-in once; while that screen loads, this one is still the present match. */
function ToSignIn() {
  const { href } = useLocation();
  const [from] = useState(href);
  const navigate = useNavigate();
  useEffect(() => {
    void navigate({ to: '/sign-in', search: { next: from }, replace: true });
  }, [navigate, from]);
  return <Loading />;
}

/** A person's own language holds wherever they sign in. */
function useOwnLanguage(me: Me | null): void {
  const language = me?.language;
  useEffect(() => {
    if (language && language !== shownLanguage()) void showLanguage(language);
  }, [language]);
}

/** After navigation the reader starts at the new screen, not at the link that was pressed. */
function useFocusOnNavigation(): void {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [pathname]);
}
