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
    const told = { onSuccess: () => tell(t('timetable.placed')), onError: tellProblem };
    if (meetingId === null)
      add.mutate({ params: { id: eventId }, body: { ordererId, supplierId, slot, table, overrule } }, told);
    else move.mutate({ params: { id: eventId, meetingId }, body: { slot, table, overrule } }, told);
  };
}
