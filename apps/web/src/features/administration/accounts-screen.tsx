import { Badge, Box, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { identityApi, type Account } from '#contracts/identity.js';
import { useMe } from '../../api/session';
import { useCommand, usePages } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';
import { EmptyState } from '../../parts/empty-state';
import { SearchBox, useFilters } from '../../parts/filters';
import { DateTime } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Pager } from '../../parts/pager';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';

const filterSchema = z.object({ q: z.string().max(100).default('') });

export default function AccountsScreen() {
  const { t } = useTranslation('administration');
  const filters = useFilters(filterSchema);
  const pages = usePages(identityApi.accounts, { query: filters.value });
  return (
    <>
      <PageHeader title={t('accounts.title')} lead={t('accounts.lead')} />
      <Box maw="32rem" mb="md">
        <SearchBox
          label={t('accounts.search')}
          value={filters.value.q}
          onSearch={(q) => filters.set({ q })}
        />
      </Box>
      <Loaded query={{ ...pages, data: pages.first }}>
        {() =>
          pages.items.length === 0 ? (
            <EmptyState title={t('accounts.none')} />
          ) : (
            <Panel>
              <RecordList>
                {pages.items.map((account) => (
                  <AccountRow key={account.id} account={account} />
                ))}
              </RecordList>
            </Panel>
          )
        }
      </Loaded>
      <Pager pages={pages} />
    </>
  );
}

function AccountRow({ account }: { account: Account }) {
  const { t } = useTranslation(['administration', 'common']);
  return (
    <RecordRow aside={<AccountAction account={account} />}>
      <Group gap="xs">
        <Text fw={600}>{account.name}</Text>
        <Text size="sm">{t(`common:role.${account.role}`)}</Text>
        {account.suspendedAt && (
          <Badge color="red" variant="light" tt="none">
            {t('accounts.suspended')}
          </Badge>
        )}
      </Group>
      {account.affiliation && <Text size="sm">{account.affiliation}</Text>}
      <Text size="sm" c="dimmed">
        {account.email}
        {' / '}
        {t('accounts.since')} <DateTime at={account.createdAt} />
      </Text>
    </RecordRow>
  );
}

/** Suspends or restores; not oneself, who could not undo it. */
function AccountAction({ account }: { account: Account }) {
  const { t } = useTranslation('administration');
  const me = useMe();
  const suspend = useCommand(identityApi.suspendAccount);
  const restore = useCommand(identityApi.restoreAccount);
  if (account.id === me.id) return null;
  const what = account.suspendedAt ? 'restore' : 'suspend';
  const { name } = account;
  return (
    <ConfirmButton
      size="xs"
      danger={what === 'suspend'}
      label={t(`accounts.${what}`)}
      aria-label={t(`accounts.${what}Of`, { name })}
      title={t(`accounts.${what}Title`, { name })}
      text={t(`accounts.${what}Text`)}
      onConfirm={async () => {
        await (what === 'suspend' ? suspend : restore).mutateAsync({ params: { id: account.id } });
        tell(t(`accounts.${what}Done`, { name }));
      }}
    />
  );
}
