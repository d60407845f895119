import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MeetingEvent } from '#contracts/meeting-events.js';
import type { Place, Timetable } from '#contracts/meeting-timetable.js';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';
import { useFolded } from '../../parts/use-folded';
import { firstPlace, nameIn } from './timetable-words';

/** Wishes that did not come true, each with its reason and a way to place it by hand. */
export function MissedPairs(props: {
  event: MeetingEvent;
  timetable: Timetable;
  open: (place: Place) => void;
}) {
  const { event, timetable, open } = props;
  const { t } = useTranslation('meetings');
  const { shown, more } = useFolded(timetable.missed, 10);
  const wants = (want: 'must' | 'like' | 'no' | null) => t(`want.${want ?? 'none'}`);
  return (
    <Panel title={t('missed.title')} lead={t('missed.lead')}>
      {timetable.missed.length === 0 && <Text c="dimmed">{t('missed.none')}</Text>}
      <RecordList>
        {shown.map((pair) => (
          <RecordRow
            key={`${pair.ordererId} ${pair.supplierId}`}
            aside={
              timetable.can.change && (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('missed.placeOf', {
                    orderer: nameIn(timetable, pair.ordererId),
                    supplier: nameIn(timetable, pair.supplierId),
                  })}
                  onClick={() => open(firstPlace(event, timetable, pair))}
                >
                  {t('missed.place')}
                </Button>
              )
            }
          >
            <Text fw={600}>
              {nameIn(timetable, pair.ordererId)} × {nameIn(timetable, pair.supplierId)}
            </Text>
            <Text size="sm">
              {t('missed.wants', { orderer: wants(pair.orderer), supplier: wants(pair.supplier) })}
            </Text>
            <Text size="sm" c="dimmed">
              {t(`reason.${pair.reason}`)}
            </Text>
          </RecordRow>
        ))}
      </RecordList>
      {more}
    </Panel>
  );
}
