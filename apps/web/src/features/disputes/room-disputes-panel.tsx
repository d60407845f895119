import { Button, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { disputesApi } from '#contracts/disputes.js';
import { useEndpoint } from '../../api/use-endpoint';
import { LinkList } from '../../parts/link-list';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';
import { DisputeItem } from './dispute-item';

/** Where talks have gone wrong: the room's disputes, and the way to open one. */
export function RoomDisputesPanel({ roomId }: { roomId: string }) {
  const { t } = useTranslation('disputes');
  const query = useEndpoint(disputesApi.ofRoom, { params: { id: roomId } });
  return (
    <Panel title={t('room.title')} lead={t('room.lead')}>
      <Loaded query={query} lines={2}>
        {({ items, can }) => (
          <Stack gap="md" align="stretch">
            {items.length > 0 && (
              <LinkList>
                {items.map((dispute) => (
                  <DisputeItem key={dispute.id} dispute={dispute} />
                ))}
              </LinkList>
            )}
            {can.open && (
              <div>
                <Button component={Link} to={`/rooms/${roomId}/dispute`} variant="default">
                  {t('room.open')}
                </Button>
              </div>
            )}
          </Stack>
        )}
      </Loaded>
    </Panel>
  );
}
