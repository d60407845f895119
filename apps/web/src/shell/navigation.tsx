import { NavLink, Stack, Text } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Me } from '#contracts/identity.js';
import { roleHolds, type Permission } from '#contracts/permissions.js';

interface Item {
  to: string;
  text:
    | 'home'
    | 'everything'
    | 'orders'
    | 'patents'
    | 'companies'
    | 'capacityMap'
    | 'capacityCalls'
    | 'opportunities'
    | 'meetings'
    | 'fairs'
    | 'gaps'
    | 'introductions'
    | 'rooms'
    | 'appointments'
    | 'councils'
    | 'board'
    | 'dashboard'
    | 'fairness'
    | 'learning'
    | 'imports'
    | 'ownCompany'
    | 'colleagues'
    | 'approvals'
    | 'vocabulary'
    | 'bodies'
    | 'ownBody'
    | 'accounts';
}

/** What a company may do opens with its approval; until then its own data and members do. */
const holds = (me: Me, permission: Permission) =>
  roleHolds(me.role, permission) && me.company?.approved !== false;
const item = (shown: boolean, to: string, text: Item['text']): Item[] => (shown ? [{ to, text }] : []);

type Group = 'work' | 'search' | 'events' | 'figures' | 'manage';

/** What this person may open, in groups: daily work, looking for partners, events, figures, own organisation. */
export function navigationOf(me: Me): { group: Group; items: Item[] }[] {
  const { company, body } = me;
  const groups = [
    {
      group: 'work' as const,
      items: [
        ...item(true, '/', 'home'),
        ...item(holds(me, 'introduction:follow-up'), '/board', 'board'),
        ...item(company?.isSupplier === true && company.approved, '/opportunities', 'opportunities'),
        ...item(company?.isSupplier === true && company.approved, '/gaps', 'gaps'),
        ...item(holds(me, 'introduction:read'), '/introductions', 'introductions'),
        ...item(holds(me, 'negotiation:read'), '/rooms', 'rooms'),
        ...item(holds(me, 'negotiation:read'), '/appointments', 'appointments'),
        ...item(holds(me, 'dispute:read'), '/disputes', 'councils'),
      ],
    },
    {
      group: 'search' as const,
      items: [
        ...item(holds(me, 'search:use'), '/search', 'everything'),
        ...item(holds(me, 'order:read'), '/orders', 'orders'),
        ...item(holds(me, 'patent:read'), '/patents', 'patents'),
        ...item(holds(me, 'company:read'), '/companies', 'companies'),
        ...item(holds(me, 'order:read'), '/capacity-map', 'capacityMap'),
      ],
    },
    {
      group: 'events' as const,
      items: [
        ...item(holds(me, 'meeting-event:read'), '/meetings', 'meetings'),
        ...item(holds(me, 'meeting-event:read'), '/fairs', 'fairs'),
      ],
    },
    {
      group: 'figures' as const,
      items: [
        ...item(holds(me, 'report:read'), '/dashboard', 'dashboard'),
        ...item(holds(me, 'report:read'), '/fairness', 'fairness'),
        ...item(holds(me, 'ranking:manage'), '/ranking/learning', 'learning'),
      ],
    },
    {
      group: 'manage' as const,
      items: [
        ...(company ? item(true, `/companies/${company.id}`, 'ownCompany') : []),
        ...(company ? item(true, `/companies/${company.id}/members`, 'colleagues') : []),
        ...item(holds(me, 'company:approve'), '/admin/approvals', 'approvals'),
        ...item(holds(me, 'company:approve'), '/capacity-calls', 'capacityCalls'),
        ...item(holds(me, 'company:import'), '/company-imports', 'imports'),
        ...item(holds(me, 'vocabulary:read'), '/admin/vocabulary', 'vocabulary'),
        ...(body ? item(holds(me, 'body:manage'), `/admin/body/${body.id}`, 'ownBody') : []),
        ...item(holds(me, 'system:administer'), '/admin/bodies', 'bodies'),
        ...item(holds(me, 'system:administer'), '/admin/accounts', 'accounts'),
      ],
    },
  ];
  return groups.filter((group) => group.items.length > 0);
}

/** The item of the screen that is open: the longest path that it starts with. */
function activeOf(groups: ReturnType<typeof navigationOf>, pathname: string): string | undefined {
  const inside = (to: string) =>
    to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`);
  return groups
    .flatMap((group) => group.items.map(({ to }) => to))
    .filter(inside)
    .toSorted((a, b) => b.length - a.length)[0];
}

export function Navigation({ me, onNavigate }: { me: Me; onNavigate?: () => void }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const groups = navigationOf(me);
  const active = activeOf(groups, pathname);
  return (
    <Stack gap="lg">
      {groups.map(({ group, items }) => (
        <Stack key={group} gap={2} role="group" aria-label={t(`navigation.${group}`)}>
          {group !== 'work' && (
            <Text size="xs" c="dimmed" px="sm" mb={4} aria-hidden>
              {t(`navigation.${group}`)}
            </Text>
          )}
          {items.map(({ to, text }) => (
            <NavLink
              key={to}
              component={Link}
              to={to}
              // Below a screen the longest item alone is where one is.
              activeOptions={{ exact: true }}
              label={t(`navigation.${text}`)}
              active={to === active}
              aria-current={to === active ? 'page' : undefined}
              onClick={onNavigate}
              style={{ borderRadius: 'var(--mantine-radius-sm)' }}
              styles={{
                label: { fontSize: 'var(--mantine-font-size-sm)', fontWeight: to === active ? 650 : 400 },
              }}
            />
          ))}
        </Stack>
      ))}
    </Stack>
  );
}
