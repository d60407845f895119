import { Text } from '@mantine/core';
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingEvent, MeetingSlot } from '#contracts/meeting-events.js';
import {
  conflictsOf,
  mayOverrule,
  type Conflict,
  type Place,
  type PlannedMeeting,
  type Timetable,
  type TimetableFirm,
} from '#contracts/meeting-timetable.js';
import { EmptyState } from '../../parts/empty-state';
import { joinWords } from '../../parts/words';
import { formatSlotOf, usePlaceWords } from './meeting-words';
import { nameIn, placeOf, tableFor } from './timetable-words';
import { useMoveMeeting } from './use-move-meeting';
import classes from './timetable.module.css';

interface BoardProps {
  event: MeetingEvent;
  timetable: Timetable;
  /** Opens the dialog in which a meeting is placed without a mouse. */
  open: (place: Place) => void;
}

/** Orderers by slots. A meeting is dragged along its orderer's line, or opened and placed in the dialog. */
export function TimetableBoard({ event, timetable, open }: BoardProps) {
  const { t } = useTranslation('meetings');
  const drag = useDrag(timetable, open);
  const orderers = timetable.firms.filter(({ side }) => side === 'orderer');
  if (orderers.length === 0 || event.slots.length === 0)
    return <EmptyState title={t('timetable.empty')} text={t('timetable.emptyText')} />;
  return (
    <>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('timetable.board')}>
        <table className={classes.board}>
          <thead>
            <tr>
              <th scope="col">{t('side.orderer')}</th>
              {event.slots.map((slot) => (
                <th key={slot.no} scope="col">
                  {formatSlotOf(slot, event)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {orderers.map((orderer) => (
              <tr key={orderer.participantId}>
                <th scope="row">{orderer.name}</th>
                {event.slots.map((slot) => (
                  <Cell key={slot.no} {...{ timetable, orderer, slot, drag, open }} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Text size="sm" mt="sm" role="status" mih="1.5rem" c={drag.conflicts.length > 0 ? 'red.7' : undefined}>
        {drag.over && <DragWords conflicts={drag.conflicts} />}
      </Text>
    </>
  );
}

function DragWords({ conflicts }: { conflicts: Conflict[] }) {
  const { t } = useTranslation('meetings');
  if (conflicts.length === 0) return t('timetable.free');
  return t('timetable.conflicts', { conflicts: joinWords(conflicts.map((one) => t(`conflict.${one}`))) });
}

interface CellProps extends Pick<BoardProps, 'timetable' | 'open'> {
  orderer: TimetableFirm;
  slot: MeetingSlot;
  drag: ReturnType<typeof useDrag>;
}

function Cell({ timetable, orderer, slot, drag, open }: CellProps) {
  const id = orderer.participantId;
  const meeting = timetable.meetings.find(
    (one) => one.ordererId === id && one.slot === slot.no && one.state !== 'cancelled',
  );
  const isAway = !orderer.openSlots.includes(slot.no);
  const state = drag.stateOf(id, slot.no);
  return (
    <td
      data-away={isAway || undefined}
      data-drop={state}
      onDragOver={(move) => drag.onOver(move, id, slot.no)}
      onDragLeave={drag.onLeave}
      onDrop={(drop) => drag.onDrop(drop, id, slot.no)}
    >
      {meeting && <Chip {...{ timetable, meeting, drag, open }} />}
    </td>
  );
}

function Chip({
  timetable,
  meeting,
  drag,
  open,
}: Pick<CellProps, 'timetable' | 'drag' | 'open'> & { meeting: PlannedMeeting }) {
  const { t } = useTranslation('meetings');
  const name = nameIn(timetable, meeting.supplierId);
  const place = usePlaceWords()(meeting);
  return (
    <button
      type="button"
      className={classes.chip}
      data-fixed={meeting.isFixed || undefined}
      draggable={timetable.can.change && meeting.state === 'planned'}
      onDragStart={(start) => drag.onStart(start, placeOf(meeting))}
      onDragEnd={drag.onEnd}
      onClick={() => open(placeOf(meeting))}
    >
      <span>{name}</span>
      <span className={classes.small}>
        {[
          place,
          meeting.isFixed && t('timetable.fixed'),
          meeting.state !== 'planned' && t(`meetingState.${meeting.state}`),
        ]
          .filter(Boolean)
          .join(' / ')}
      </span>
    </button>
  );
}

/** What is dragged, over which cell, and what speaks against it there. */
function useDrag(timetable: Timetable, open: (place: Place) => void) {
  const [dragged, setDragged] = useState<Place | null>(null);
  const [over, setOver] = useState<{ ordererId: string; slot: number } | null>(null);
  const move = useMoveMeeting(timetable.eventId);
  const placeAt = (slot: number): Place | null =>
    dragged && {
      ...dragged,
      slot,
      table: dragged.table ?? tableFor(timetable, dragged.ordererId, slot),
    };
  const target = over && dragged?.ordererId === over.ordererId ? placeAt(over.slot) : null;
  const conflicts = target ? conflictsOf(timetable, target) : [];
  const end = () => {
    setDragged(null);
    setOver(null);
  };
  return {
    over: target !== null,
    conflicts,
    stateOf: (ordererId: string, slot: number) => {
      if (!target || over?.ordererId !== ordererId || over.slot !== slot) return undefined;
      return conflicts.length === 0 ? 'free' : 'taken';
    },
    onStart: (event: DragEvent, place: Place) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', place.supplierId);
      setDragged(place);
    },
    onOver: (event: DragEvent, ordererId: string, slot: number) => {
      if (dragged?.ordererId !== ordererId) return;
      event.preventDefault();
      if (over?.ordererId !== ordererId || over.slot !== slot) setOver({ ordererId, slot });
    },
    onLeave: () => setOver(null),
    onEnd: end,
    onDrop: (event: DragEvent, _: string, slot: number) => {
      event.preventDefault();
      const place = placeAt(slot);
      end();
      if (!place) return;
      const against = conflictsOf(timetable, place);
      if (against.length === 0) move(place);
      // The dialog says what speaks against it, and asks where it may be overruled.
      else if (against.every((one) => mayOverrule.includes(one))) open(place);
    },
  };
}
