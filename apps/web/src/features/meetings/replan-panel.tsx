import { Button, Checkbox, Group, MultiSelect, SimpleGrid, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingEvent } from '#contracts/meeting-events.js';
import type { Timetable } from '#contracts/meeting-timetable.js';
import { listbox } from '../../forms/term-select';
import { Panel } from '../../parts/panel';
import { formatSlotOf } from './meeting-words';
import { ReplanProposalView } from './replan-proposal';

/** What is asked: numbers of tables and slots as text, as the fields give them. */
export interface ReplanAsk {
  closedTables: string[];
  closedSlots: string[];
  addWishes: boolean;
}

/** Mends a timetable that is out with as few moves as possible: what fell away, a proposal, and taking it over. */
export function ReplanPanel({ event, timetable }: { event: MeetingEvent; timetable: Timetable }) {
  const { t } = useTranslation('meetings');
  const known = {
    closedTables: timetable.closedTables.map(String),
    closedSlots: timetable.closedSlots.map(String),
  };
  const [ask, setAsk] = useState<ReplanAsk>({ ...known, addWishes: false });
  const [isShown, setShown] = useState(false);
  // What is shown is of what was asked; once that changes it is asked again.
  const change = (given: Partial<ReplanAsk>) => {
    setShown(false);
    setAsk({ ...ask, ...given });
  };
  const closed = new Set(timetable.closedSlots);
  const slots = event.slots.filter(({ no, startsAt }) => startsAt > timetable.now || closed.has(no));
  return (
    <Panel title={t('replan.title')} lead={t('replan.lead')}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {timetable.tables > 0 && (
            <MultiSelect
              label={t('replan.tables')}
              description={t('replan.hint')}
              searchable
              {...listbox}
              data={Array.from({ length: timetable.tables }, (_, i) => ({
                value: String(i + 1),
                label: t('timetable.tableNo', { n: i + 1 }),
              }))}
              value={ask.closedTables}
              onChange={(closedTables) => change({ closedTables })}
            />
          )}
          <MultiSelect
            label={t('replan.slots')}
            description={t('replan.hint')}
            searchable
            {...listbox}
            data={slots.map((slot) => ({ value: String(slot.no), label: formatSlotOf(slot, event) }))}
            value={ask.closedSlots}
            onChange={(closedSlots) => change({ closedSlots })}
          />
        </SimpleGrid>
        <Checkbox
          label={t('replan.addWishes')}
          description={t('replan.addWishesHint')}
          checked={ask.addWishes}
          onChange={({ currentTarget }) => change({ addWishes: currentTarget.checked })}
        />
        <Group>
          <Button variant={isShown ? 'default' : 'filled'} onClick={() => setShown(true)} disabled={isShown}>
            {t('replan.ask')}
          </Button>
          {isShown && (
            <Button variant="default" onClick={() => setShown(false)}>
              {t('replan.leave')}
            </Button>
          )}
        </Group>
        {isShown && (
          <ReplanProposalView
            event={event}
            ask={ask}
            tellsMore={
              differ(ask.closedTables, known.closedTables) || differ(ask.closedSlots, known.closedSlots)
            }
            done={() => change({ addWishes: false })}
          />
        )}
      </Stack>
    </Panel>
  );
}

const differ = (some: readonly string[], others: readonly string[]): boolean =>
  some.toSorted().join() !== others.toSorted().join();
