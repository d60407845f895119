import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { negotiationsApi, type Room } from '#contracts/negotiations.js';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { tell, tellProblem } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';
import { Day } from '../../parts/format';
import { Panel } from '../../parts/panel';
import { dayInJapan } from '../../parts/words';
import { Attendance } from './attendance';
import classes from './room.module.css';

type Member = Room['members'][number];

interface RoomMembersProps {
  room: Room;
  userId: string;
  /** Who has the room open; null while that is not known. */
  present: ReadonlySet<string> | null;
}

/** Who sits in the room and for whom, since when, and who is there just now. */
export function RoomMembers({ room, userId, present }: RoomMembersProps) {
  const { t } = useTranslation('negotiations');
  const [adding, { toggle, close }] = useDisclosure(false);
  const organisations = organisationsOf(room).filter(({ members }) => members.length > 0);
  return (
    <Panel
      title={t('members.title')}
      action={
        room.can.addMember && (
          <Button size="compact-sm" variant="default" onClick={toggle} aria-expanded={adding}>
            {t('members.add')}
          </Button>
        )
      }
    >
      <Stack gap="md">
        {adding && <AddColleague roomId={room.id} done={close} />}
        <Attendance room={room} userId={userId} />
        {organisations.map(({ role, companyId, members }) => (
          <div key={companyId ?? role}>
            <Text size="sm" c="dimmed">
              {role === 'candidate' && room.teamId ? t('role.lead') : t(`role.${room.subject.kind}.${role}`)}
            </Text>
            <Text size="sm" fw={650} mb={4}>
              {members[0]?.organisation}
            </Text>
            <ul className={classes.members}>
              {members.map((member) => (
                <MemberLine
                  key={member.userId}
                  {...{ room, member, userId }}
                  isPresent={present?.has(member.userId) ?? null}
                />
              ))}
            </ul>
          </div>
        ))}
      </Stack>
    </Panel>
  );
}

/** Who sits there for whom; each of a team's partners by itself. */
function organisationsOf({ members, partners }: Room) {
  const seated = members.filter(({ leftAt }) => leftAt === null);
  const places: { role: Member['role']; companyId: string | null }[] = [
    { role: 'owner', companyId: null },
    { role: 'candidate', companyId: null },
    ...partners.map(({ companyId }) => ({ role: 'partner' as const, companyId })),
    { role: 'coordinator', companyId: null },
  ];
  return places.map((place) => ({
    ...place,
    members: seated.filter(({ role, companyId }) => role === place.role && companyId === place.companyId),
  }));
}

interface MemberLineProps {
  room: Room;
  member: Member;
  userId: string;
  isPresent: boolean | null;
}

function MemberLine({ room, member, userId, isPresent }: MemberLineProps) {
  const { t } = useTranslation('negotiations');
  const own = member.userId === userId;
  return (
    <li>
      <Group justify="space-between" gap="xs" align="flex-start" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Text size="sm">
            {member.name}
            {own && ` (${t('talk.you')})`}
          </Text>
          {member.role === 'coordinator' && (
            <Text size="xs">{t(member.speaks ? 'members.speaks' : 'members.silent')}</Text>
          )}
          <Text size="xs" c="gray.7">
            {isPresent !== null && (
              <span className={classes.presence} data-present={isPresent || undefined}>
                {t(isPresent ? 'members.present' : 'members.absent')}
              </span>
            )}
            {t('members.since')} <Day on={dayInJapan(member.joinedAt)} />
          </Text>
        </div>
        {member.role === room.viewer.role && member.companyId === room.viewer.companyId && (
          <RemoveMember room={room} member={member} own={own} />
        )}
      </Group>
    </li>
  );
}

/** Takes a colleague out, or leaves. The last one of a company stays; the server says so. */
function RemoveMember({ room, member, own }: { room: Room; member: Member; own: boolean }) {
  const { t } = useTranslation('negotiations');
  const navigate = useNavigate();
  const remove = useCommand(negotiationsApi.removeMember);
  const what = own ? 'leave' : 'remove';
  const { name } = member;
  return (
    <ConfirmButton
      size="compact-sm"
      variant="subtle"
      danger
      label={t(`members.${what}`)}
      aria-label={t(`members.${what}Of`, { name })}
      title={t(`members.${what}Title`, { name })}
      text={t(`members.${what}Text`)}
      onConfirm={async () => {
        await remove.mutateAsync({ params: { id: room.id, userId: member.userId } });
        tell(t(`members.${what}Done`, { name }));
        if (own) void navigate({ to: '/rooms' });
      }}
    />
  );
}

function AddColleague({ roomId, done }: { roomId: string; done: () => void }) {
  const { t } = useTranslation('negotiations');
  const query = useEndpoint(negotiationsApi.colleagues, { params: { id: roomId } });
  const add = useCommand(negotiationsApi.addMember);
  const [chosen, setChosen] = useState<string | null>(null);
  const people = query.data?.items ?? [];
  if (query.data && people.length === 0) return <Text size="sm">{t('members.nobody')}</Text>;
  return (
    <Stack gap="xs">
      <Select
        label={t('members.colleague')}
        description={t('members.colleagueHint')}
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen}
        onChange={setChosen}
        error={query.error?.message}
      />
      <Button
        size="sm"
        style={{ alignSelf: 'flex-end' }}
        disabled={chosen === null}
        loading={add.isPending}
        onClick={() =>
          chosen &&
          add.mutate(
            { params: { id: roomId }, body: { userId: chosen } },
            {
              onSuccess: () => {
                tell(t('members.added'));
                done();
              },
              onError: tellProblem,
            },
          )
        }
      >
        {t('members.addConfirm')}
      </Button>
    </Stack>
  );
}
