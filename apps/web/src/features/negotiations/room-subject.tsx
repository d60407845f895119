import { Anchor, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { negotiationsApi, type Room } from '#contracts/negotiations.js';
import { useCommand } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';
import { Facts } from '../../parts/facts';
import { Panel } from '../../parts/panel';

const pages = { order: '/orders', patent: '/patents', meeting: '/meetings' } as const;

/** What the talks are about, where to read more, and how to end them. */
export function RoomSubject({ room }: { room: Room }) {
  const { t } = useTranslation('negotiations');
  const { kind, id, revision } = room.subject;
  return (
    <Panel title={t('subject.title')}>
      <Facts
        facts={[
          {
            label: t(`subject.${kind}`),
            value: (
              <Anchor component={Link} to={`${pages[kind]}/${id}`} inherit>
                {room.title}
              </Anchor>
            ),
          },
          {
            label: t('subject.revision'),
            value: revision === null ? null : t('offer.revision', { revision }),
          },
          ...(['owner', 'candidate'] as const).map((side) => ({
            label: t(`role.${kind}.${side}`),
            value: (
              <Anchor component={Link} to={`/companies/${room[side].companyId}`} inherit>
                {room[side].name}
              </Anchor>
            ),
          })),
        ]}
      />
      <Group mt="md" gap="sm" justify="space-between">
        <Anchor component={Link} to={`/introductions/${room.introductionId}`} size="sm">
          {t('subject.toIntroduction')}
        </Anchor>
        {room.can.close && <CloseTalks room={room} />}
      </Group>
      {!room.can.close && (
        <Text size="sm" c="dimmed" mt="sm">
          {t(room.state === 'agreed' ? 'subject.agreed' : 'subject.closed')}
        </Text>
      )}
    </Panel>
  );
}

function CloseTalks({ room }: { room: Room }) {
  const { t } = useTranslation('negotiations');
  const close = useCommand(negotiationsApi.close);
  return (
    <ConfirmButton
      size="compact-sm"
      danger
      label={t('close.label')}
      title={t('close.title')}
      text={t('close.text')}
      reason={{
        label: t('close.reason'),
        description: t('close.reasonHint'),
        needed: true,
        maxLength: 1_000,
      }}
      onConfirm={async (reason) => {
        await close.mutateAsync({ params: { id: room.id }, body: { reason } });
        tell(t('close.done'));
      }}
    />
  );
}
