import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { identityApi } from '#contracts/identity.js';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { tell, tellProblem } from '../../forms/tell';
import { DateTime, RelativeTime } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';

/** Where this account is signed in; ends what should not be. */
export function SessionsPanel() {
  const { t } = useTranslation('accounts');
  const query = useEndpoint(identityApi.sessions, {});
  const revoke = useCommand(identityApi.revokeSession);
  return (
    <Panel title={t('sessions.title')} lead={t('sessions.lead')}>
      <Loaded query={query}>
        {({ items }) => (
          <Stack component="ul" gap="md" p={0} m={0} style={{ listStyle: 'none' }}>
            {items.map((session) => (
              <Group component="li" key={session.id} justify="space-between" gap="sm">
                <div>
                  <Group gap="xs">
                    <Text fw={600}>{session.device}</Text>
                    {session.current && (
                      <Badge variant="light" tt="none">
                        {t('sessions.current')}
                      </Badge>
                    )}
                  </Group>
                  <Text size="sm" c="dimmed">
                    {t('sessions.lastSeen')} <RelativeTime at={session.lastSeenAt} />
                    {' / '}
                    {t('sessions.since')} <DateTime at={session.createdAt} />
                  </Text>
                </div>
                {!session.current && (
                  <Button
                    variant="default"
                    size="xs"
                    aria-label={t('sessions.endOf', { device: session.device })}
                    loading={revoke.isPending && revoke.variables.params.id === session.id}
                    onClick={() =>
                      revoke.mutate(
                        { params: { id: session.id } },
                        { onSuccess: () => tell(t('sessions.ended')), onError: tellProblem },
                      )
                    }
                  >
                    {t('sessions.end')}
                  </Button>
                )}
              </Group>
            ))}
          </Stack>
        )}
      </Loaded>
    </Panel>
  );
}
