import { Badge, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { identityApi } from '#contracts/identity.js';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { tell, tellProblem } from '../../forms/tell';
import { DateTime, RelativeTime } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';

/** Where this account is signed in; ends what should not be. */
export function SessionsPanel() {
  const { t } = useTranslation('accounts');
  const query = useEndpoint(identityApi.sessions, {});
  const revoke = useCommand(identityApi.revokeSession);
  const end = (id: string) =>
    revoke.mutate({ params: { id } }, { onSuccess: () => tell(t('sessions.ended')), onError: tellProblem });
  return (
    <Panel title={t('sessions.title')} lead={t('sessions.lead')}>
      <Loaded query={query}>
        {({ items }) => (
          <RecordList>
            {items.map((session) => (
              <RecordRow
                key={session.id}
                aside={
                  !session.current && (
                    <Button
                      variant="default"
                      size="xs"
                      aria-label={t('sessions.endOf', { device: session.device })}
                      loading={revoke.isPending && revoke.variables.params.id === session.id}
                      onClick={() => end(session.id)}
                    >
                      {t('sessions.end')}
                    </Button>
                  )
                }
              >
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
              </RecordRow>
            ))}
          </RecordList>
        )}
      </Loaded>
    </Panel>
  );
}
