import { Badge, Group, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Invitation, Member } from '#contracts/identity.js';
import { useMe } from '../../api/session';
import { ConfirmButton } from '../../parts/confirm-button';
import { DateTime, Day } from '../../parts/format';
import { Panel } from '../../parts/panel';

interface MembersPanelProps {
  members: Member[];
  /** Absent where the viewer may not take anybody out. */
  remove?: (userId: string) => Promise<unknown>;
}

/** The people of a company or support body. */
export function MembersPanel({ members, remove }: MembersPanelProps) {
  const { t } = useTranslation(['accounts', 'common']);
  const me = useMe();
  return (
    <Panel title={t('members.people')}>
      <Table.ScrollContainer minWidth={420}>
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('name')}</Table.Th>
              <Table.Th>{t('members.role')}</Table.Th>
              <Table.Th>{t('members.joined')}</Table.Th>
              {remove && <Table.Th aria-label={t('members.actions')} />}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {members.map((member) => (
              <Table.Tr key={member.id}>
                <Table.Td>
                  <Group gap="xs">
                    <Text fw={600} size="sm">
                      {member.name}
                    </Text>
                    {member.id === me.id && (
                      <Badge variant="light" tt="none">
                        {t('members.you')}
                      </Badge>
                    )}
                  </Group>
                  <Text size="sm" c="dimmed">
                    {member.email}
                  </Text>
                </Table.Td>
                <Table.Td>{t(`common:role.${member.role}`)}</Table.Td>
                <Table.Td>
                  <DateTime at={member.joinedAt} />
                </Table.Td>
                {remove && (
                  <Table.Td ta="right">
                    <ConfirmButton
                      size="xs"
                      danger
                      label={t('members.remove')}
                      aria-label={t('members.removeOf', { name: member.name })}
                      title={t('members.removeTitle', { name: member.name })}
                      text={t('members.removeText')}
                      onConfirm={() => remove(member.id)}
                    />
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Panel>
  );
}

/** Invitations that nobody has accepted yet. */
export function InvitationsPanel({ invitations }: { invitations: Invitation[] }) {
  const { t } = useTranslation(['accounts', 'common']);
  if (invitations.length === 0) return null;
  return (
    <Panel title={t('members.invited')} lead={t('members.invitedLead')}>
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {invitations.map((invitation) => (
          <Group component="li" key={invitation.id} justify="space-between" gap="xs">
            <Text size="sm">
              {invitation.email}{' '}
              <Text span inherit c="dimmed">
                {t(`common:role.${invitation.role as Member['role']}`)}
              </Text>
            </Text>
            <Text size="sm" c="dimmed">
              {t('members.validUntil')} <Day on={invitation.expiresAt.slice(0, 10)} />
            </Text>
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}
