import { Button, Group, Modal, Text } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fair } from '#contracts/fair-exhibition.js';
import { fairSessionsApi, type FairSession } from '#contracts/fair-sessions.js';
import { useEndpoint } from '../../api/use-endpoint';
import { EmptyState } from '../../parts/empty-state';
import { formatDateTime } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';
import { joinWords } from '../../parts/words';
import { formatClock } from '../meetings/meeting-words';
import { useTitleOf } from './fair-words';
import { SessionForm } from './session-form';
import { SessionPanel } from './session-panel';

/** The programme by time; one session in full where the address names it. */
export function ProgrammeTab({ fair }: { fair: Fair }) {
  const { t } = useTranslation('fairs');
  const { session }: { session?: string } = useSearch({ strict: false });
  const query = useEndpoint(fairSessionsApi.list, { params: { id: fair.id } });
  const [isAdding, setAdding] = useState(false);
  if (session) return <SessionPanel fair={fair} sessionId={session} />;
  return (
    <Panel
      title={t('programme.title')}
      lead={t('programme.lead')}
      action={
        fair.can.edit && (
          <Button size="xs" variant="default" onClick={() => setAdding(true)}>
            {t('programme.new')}
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {({ items }) =>
          items.length > 0 ? (
            <RecordList>
              {items.map((one) => (
                <SessionRow key={one.id} session={one} />
              ))}
            </RecordList>
          ) : (
            <EmptyState title={t('programme.none')} text={t('programme.noneText')} />
          )
        }
      </Loaded>
      <Modal opened={isAdding} onClose={() => setAdding(false)} title={t('programme.new')} size="lg">
        <SessionForm fair={fair} session={null} done={() => setAdding(false)} />
      </Modal>
    </Panel>
  );
}

function SessionRow({
  session: { id, fairId, content, isCancelled, reason, taken, waiting },
}: {
  session: FairSession;
}) {
  const { t } = useTranslation('fairs');
  const titleOf = useTitleOf();
  return (
    <RecordRow
      aside={
        <Group gap="sm">
          <Text size="sm">
            {t('programme.seats', { taken, capacity: content.capacity })}
            {waiting > 0 && ` / ${t('programme.waitingCount', { n: waiting })}`}
          </Text>
          <Button
            component={Link}
            to={`/fairs/${fairId}?tab=programme&session=${id}`}
            size="xs"
            variant="default"
            aria-label={`${t('programme.open')} ${titleOf(content)}`}
          >
            {t('programme.open')}
          </Button>
        </Group>
      }
    >
      <Text fw={600} td={isCancelled ? 'line-through' : undefined}>
        {titleOf(content)}
      </Text>
      <Text size="sm" c="dimmed">
        {formatDateTime(content.startsAt)}–{formatClock(content.endsAt)} {content.place}
      </Text>
      {content.speakers.length > 0 && (
        <Text size="sm">
          {t('programme.speakers')}: {joinWords(content.speakers.map(({ name }) => name))}
        </Text>
      )}
      {isCancelled && (
        <Text size="sm" c="red.8">
          {t('programme.cancelled', { reason })}
        </Text>
      )}
    </RecordRow>
  );
}
