import { Badge, Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import { priceLedgerApi } from '#contracts/price-ledger.js';
import { useEndpoint } from '../../api/use-endpoint';
import { Panel } from '../../parts/panel';

/** How the price talks of a room stand, and the way to them. */
export function LedgerPanel({ room }: { room: Room }) {
  const { t } = useTranslation('ledger');
  const { data } = useEndpoint(priceLedgerApi.list, { params: { id: room.id } });
  const count = (state: string) => data?.items.filter((round) => round.state === state).length ?? 0;
  const [waiting, toSign] = [count('asked'), count('answered')];
  return (
    <Panel title={t('title')}>
      {data?.items.length === 0 && <Text size="sm">{t('noneShort')}</Text>}
      <Group gap="xs">
        {waiting > 0 && (
          <Badge color="yellow" variant="light" tt="none">
            {t('waiting', { count: waiting })}
          </Badge>
        )}
        {toSign > 0 && (
          <Badge color="gray" variant="light" tt="none">
            {t('toSign', { count: toSign })}
          </Badge>
        )}
      </Group>
      <Button component={Link} to={`/rooms/${room.id}/prices`} variant="default" size="compact-sm" mt="sm">
        {t('open')}
      </Button>
    </Panel>
  );
}
