import { Alert, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { attendanceApi } from '#contracts/attendance.js';
import type { Room } from '#contracts/negotiations.js';
import { useCommand } from '../../api/use-endpoint';
import { tell, tellProblem } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';
import { formatDateTime } from '../../parts/format';

/** Whether the viewer is present without speaking. */
export const isSilent = (room: Room, userId: string): boolean =>
  room.members.some((member) => member.userId === userId && member.leftAt === null && !member.speaks);

/** For coordinators: whether they speak here, and the pause. Everybody sees both. */
export function Attendance({ room, userId }: { room: Room; userId: string }) {
  const { t } = useTranslation('negotiations');
  const speak = useCommand(attendanceApi.speak);
  const pause = useCommand(attendanceApi.pause);
  if (room.viewer.role !== 'coordinator' || room.state === 'closed') return null;
  const params = { id: room.id };
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600}>
        {t('attendance.how')}
      </Text>
      <SegmentedControl
        aria-label={t('attendance.how')}
        size="sm"
        disabled={speak.isPending}
        value={isSilent(room, userId) ? 'silent' : 'speaks'}
        data={(['speaks', 'silent'] as const).map((value) => ({ value, label: t(`attendance.${value}`) }))}
        onChange={(value) =>
          speak.mutate(
            { params, body: { speaks: value === 'speaks' } },
            { onSuccess: () => tell(t('attendance.changed')), onError: tellProblem },
          )
        }
      />
      <Text size="xs" c="gray.7">
        {t('attendance.seen')}
      </Text>
      {room.can.pause && (
        <Group>
          <ConfirmButton
            size="compact-sm"
            label={t('attendance.pause')}
            title={t('attendance.pauseTitle')}
            text={t('attendance.pauseText')}
            reason={{ label: t('attendance.pauseReason'), needed: true }}
            onConfirm={async (reason) => {
              await pause.mutateAsync({ params, body: { reason } });
              tell(t('attendance.paused'));
            }}
          />
        </Group>
      )}
    </Stack>
  );
}

/** Says to everybody who has paused the room and why; coordinators resume it here. */
export function PauseBanner({ room, paused }: { room: Room; paused: NonNullable<Room['paused']> }) {
  const { t } = useTranslation('negotiations');
  const resume = useCommand(attendanceApi.resume);
  return (
    <Alert color="yellow" mb="sm" role="status" title={t('attendance.bannerTitle', { by: paused.by })}>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {t('attendance.bannerText', { reason: paused.reason })}
      </Text>
      <Text size="sm">{t('attendance.bannerSince', { time: formatDateTime(paused.at) })}</Text>
      {room.can.resume && (
        <Group mt="xs">
          <ConfirmButton
            size="compact-sm"
            label={t('attendance.resume')}
            title={t('attendance.resume')}
            text={t('attendance.resumeText')}
            onConfirm={async () => {
              await resume.mutateAsync({ params: { id: room.id } });
              tell(t('attendance.resumed'));
            }}
          />
        </Group>
      )}
    </Alert>
  );
}
