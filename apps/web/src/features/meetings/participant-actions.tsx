import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { meetingParticipantsApi, type MeetingParticipant } from '#contracts/meeting-participants.js';
import { useCommand } from '../../api/use-endpoint';
import { tell, tellProblem } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';

const placeOf = ({ eventId, id }: MeetingParticipant) => ({ id: eventId, participantId: id });

/** Letting a firm in, or declining it with a reason. */
export function DecisionButtons({ participant }: { participant: MeetingParticipant }) {
  const { t } = useTranslation('meetings');
  const decide = useCommand(meetingParticipantsApi.decide);
  const { state, company } = participant;
  const params = placeOf(participant);
  return (
    <Group gap="xs">
      {state !== 'declined' && (
        <ConfirmButton
          danger
          size="xs"
          label={t('decision.decline')}
          aria-label={t('decision.declineOf', { company: company.name })}
          title={t('decision.declineTitle', { company: company.name })}
          text={t('decision.declineText')}
          reason={{ label: t('decision.reason'), needed: true }}
          onConfirm={(reason) =>
            decide
              .mutateAsync({ params, body: { decision: 'decline', reason } })
              .then(() => tell(t('decision.declined', { company: company.name })))
          }
        />
      )}
      {state !== 'approved' && (
        <Button
          size="xs"
          loading={decide.isPending}
          aria-label={t('decision.approveOf', { company: company.name })}
          onClick={() =>
            decide.mutate(
              { params, body: { decision: 'approve', reason: '' } },
              {
                onSuccess: (after) =>
                  tell(
                    t(after.state === 'approved' ? 'decision.approved' : 'decision.waitlisted', {
                      company: company.name,
                    }),
                  ),
                onError: tellProblem,
              },
            )
          }
        >
          {t('decision.approve')}
        </Button>
      )}
    </Group>
  );
}

/** Takes the registration back. */
export function WithdrawButton({
  participant,
  isPlanned,
}: {
  participant: MeetingParticipant;
  /** Whether it has meetings that others know of. */
  isPlanned: boolean;
}) {
  const { t } = useTranslation('meetings');
  const withdraw = useCommand(meetingParticipantsApi.withdraw);
  return (
    <ConfirmButton
      danger
      label={t('withdraw.label')}
      title={t('withdraw.title')}
      text={t(isPlanned ? 'withdraw.textPlanned' : 'withdraw.text')}
      reason={{ label: t('withdraw.reason'), needed: false }}
      onConfirm={(reason) =>
        withdraw
          .mutateAsync({ params: placeOf(participant), body: { reason } })
          .then(() => tell(t('withdraw.done')))
      }
    />
  );
}
