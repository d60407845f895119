import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meetingEventsApi, type MeetingEvent } from '#contracts/meeting-events.js';
import { useCommand } from '../../api/use-endpoint';
import { NumberField } from '../../forms/number-field';
import { tell } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';

/** What organisers do with the event: edit, cancel, and the next step as the one primary action. */
export function MeetingActions({ event }: { event: MeetingEvent }) {
  const { t } = useTranslation(['meetings', 'common']);
  const { id, can } = event;
  return (
    <>
      {can.cancel && <Cancel event={event} />}
      {can.edit && (
        <Button component={Link} to={`/meetings/${id}/edit`} variant="default">
          {t('common:edit')}
        </Button>
      )}
      {can.organise && !can.cancel && <Cost event={event} />}
      {can.advance && <Advance event={event} to={can.advance} />}
    </>
  );
}

function Advance({
  event: { id, version },
  to,
}: {
  event: MeetingEvent;
  to: NonNullable<MeetingEvent['can']['advance']>;
}) {
  const { t } = useTranslation('meetings');
  const advance = useCommand(meetingEventsApi.advance);
  return (
    <ConfirmButton
      variant="filled"
      label={t(`advance.${to}`)}
      title={t('advance.title', { step: t(`advance.${to}`) })}
      text={t(`advanceText.${to}`)}
      onConfirm={() =>
        advance.mutateAsync({ params: { id }, body: { to }, version }).then(() => tell(t(`advanced.${to}`)))
      }
    />
  );
}

function Cancel({ event: { id, version } }: { event: MeetingEvent }) {
  const { t } = useTranslation('meetings');
  const cancel = useCommand(meetingEventsApi.cancel);
  const [costYen, setCostYen] = useState<number | null>(null);
  return (
    <ConfirmButton
      danger
      label={t('cancel.label')}
      title={t('cancel.title')}
      text={t('cancel.text')}
      reason={{ label: t('cancel.reason'), needed: true, maxLength: 1_000 }}
      onConfirm={(reason) =>
        cancel
          .mutateAsync({ params: { id }, body: { reason, costYen }, version })
          .then(() => tell(t('cancel.done')))
      }
    >
      <NumberField label={t('cancel.cost')} yen value={costYen} onChange={setCostYen} />
    </ConfirmButton>
  );
}

/** The cost is often known only afterwards. */
function Cost({ event }: { event: MeetingEvent }) {
  const { t } = useTranslation('meetings');
  const save = useCommand(meetingEventsApi.setCost);
  const [costYen, setCostYen] = useState(event.costYen);
  return (
    <ConfirmButton
      label={t('cost.label')}
      title={t('cost.title')}
      text={t('cost.text')}
      onConfirm={() =>
        save
          .mutateAsync({ params: { id: event.id }, body: { costYen }, version: event.version })
          .then(() => tell(t('cost.done')))
      }
    >
      <NumberField label={t('field.cost')} yen value={costYen} onChange={setCostYen} />
    </ConfirmButton>
  );
}
