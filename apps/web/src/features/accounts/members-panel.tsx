import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Invitation, Member } from '#contracts/identity.js';
import { useMe } from '../../api/session';
import { ConfirmButton } from '../../parts/confirm-button';
import { DateTime } from '../../parts/format';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';

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
      <RecordList>
        {members.map((member) => (
          <RecordRow
            key={member.id}
            aside={
              remove && (
                <ConfirmButton
                  size="xs"
                  danger
                  label={t('members.remove')}
                  aria-label={t('members.removeOf', { name: member.name })}
                  title={t('members.removeTitle', { name: member.name })}
                  text={t('members.removeText')}
                  onConfirm={() => remove(member.id)}
                />
              )
            }
          >
            <Group gap="xs">
              <Text fw={600}>{member.name}</Text>
              <Text size="sm">{t(`common:role.${member.role}`)}</Text>
              {member.id === me.id && (
                <Badge variant="light" tt="none">
                  {t('members.you')}
                </Badge>
              )}
            </Group>
            <Text size="sm" c="dimmed">
              {member.email}
              <br />
              {t('members.joined')} <DateTime at={member.joinedAt} />
            </Text>
          </RecordRow>
        ))}
      </RecordList>
    </Panel>
  );
}

/** Invitations that nobody has accepted yet. */
export function InvitationsPanel({ invitations }: { invitations: Invitation[] }) {
  const { t } = useTranslation(['accounts', 'common']);
  if (invitations.length === 0) return null;
  return (
    <Panel title={t('members.invited')} lead={t('members.invitedLead')}>
      <RecordList>
        {invitations.map((invitation) => (
          <RecordRow
            key={invitation.id}
            aside={
              <Text size="sm" c="dimmed">
                {t('members.validUntil')} <DateTime at={invitation.expiresAt} />
              </Text>
            }
          >
            <Text size="sm">
              {invitation.email}{' '}
              <Text span inherit c="dimmed">
                {t(`common:role.${invitation.role as Member['role']}`)}
              </Text>
            </Text>
          </RecordRow>
        ))}
      </RecordList>
    </Panel>
  );
}
