import { useTranslation } from 'react-i18next';
import { meetingTimetableApi, type Place } from '#contracts/meeting-timetable.js';
import { useCommand } from '../../api/use-endpoint';
import { tell, tellProblem } from '../../forms/tell';

/** Puts a meeting, or a new one, in its place. */
export function useMoveMeeting(eventId: string): (place: Place, overrule?: boolean) => void {
  const { t } = useTranslation('meetings');
  const move = useCommand(meetingTimetableApi.move);
  const add = useCommand(meetingTimetableApi.add);
  return ({ meetingId, ordererId, supplierId, slot, table }, overrule = false) => {
    const params = { id: eventId };
    const done =
      meetingId === null
        ? add.mutateAsync({ params, body: { ordererId, supplierId, slot, table, overrule } })
        : move.mutateAsync({ params: { ...params, meetingId }, body: { slot, table, overrule } });
    // The dialog that asked for it may be closed by then.
    void done.then(() => tell(t('timetable.placed')), tellProblem);
  };
}
