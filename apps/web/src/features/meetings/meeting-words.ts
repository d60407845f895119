import { useTranslation } from 'react-i18next';
import type { MeetingEvent, MeetingSlot } from '#contracts/meeting-events.js';
import type { OwnTimetable, PlannedMeeting } from '#contracts/meeting-timetable.js';
import { shownLanguage } from '../../i18n';
import { formatDay } from '../../parts/format';

/** The name of a support body in the reader's language. */
export function useNameOf(): (body: { name: string; nameEn: string }) => string {
  useTranslation();
  return ({ name, nameEn }) => (shownLanguage() === 'en' && nameEn ? nameEn : name);
}

/**
 * Where a meeting is, for one that is in the hall (or takes part by a call): an orderer has its table there, too, where
 * the supplier is called. Empty where it has no place yet.
 */
export function usePlaceWords() {
  const { t } = useTranslation('meetings');
  return (
    { isOnline, table }: Pick<PlannedMeeting, 'isOnline' | 'table'>,
    attends: OwnTimetable['attends'] = 'on-site',
  ): string => {
    if (isOnline && (table === null || attends === 'online')) return t('format.online');
    if (table === null) return '';
    return t(isOnline ? 'timetable.tableOnline' : 'timetable.tableNo', { n: table });
  };
}

const time = new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit' });
/** 13:20, in Japan. */
export const formatClock = (at: string): string => time.format(new Date(at));

/** 13:00–13:20. */
export const formatSlot = ({ startsAt, endsAt }: Pick<MeetingSlot, 'startsAt' | 'endsAt'>): string =>
  `${formatClock(startsAt)}–${formatClock(endsAt)}`;

/** A slot with its day where the event has several. */
export const formatSlotOf = (slot: MeetingSlot, { content }: Pick<MeetingEvent, 'content'>): string =>
  content.days.length > 1 ? `${formatDay(slot.on)} ${formatSlot(slot)}` : formatSlot(slot);
