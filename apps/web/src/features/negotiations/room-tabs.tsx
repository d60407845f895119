import { Badge, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import classes from './room.module.css';

export const roomTabs = ['talk', 'offers', 'files', 'appointments', 'record', 'members'] as const;
export type RoomTab = (typeof roomTabs)[number];

/** Partners of a team read neither the deal nor its record; members have no tab where the side panel shows them. */
export function tabsOf(room: Room, wide: boolean): readonly RoomTab[] {
  const { can, viewer } = room;
  const hidden = new Set<RoomTab>([
    ...(can.seeDeal ? [] : (['offers'] as const)),
    ...(viewer.role === 'partner' ? (['record'] as const) : []),
    ...(wide ? (['members'] as const) : []),
  ]);
  return roomTabs.filter((tab) => !hidden.has(tab));
}

/** @param waits whether an offer waits for the viewer's answer */
export function RoomTabs(shown: {
  room: Room;
  tab: RoomTab;
  wide: boolean;
  waits: boolean;
  open: (tab: RoomTab) => void;
}) {
  const { t } = useTranslation(['negotiations', 'files']);
  const { room, tab, wide, waits, open } = shown;
  const labels: Record<RoomTab, string> = {
    talk: t('tab.talk'),
    offers: t(wide ? 'tab.compare' : 'tab.offers'),
    files: t('files:tab'),
    appointments: t('tab.appointments'),
    record: t('tab.record'),
    members: t('tab.members'),
  };
  const toAnswer = (
    <Badge size="sm" color="yellow" variant="light" tt="none" miw="max-content">
      {t('tab.toAnswer')}
    </Badge>
  );
  return (
    <Tabs value={tab} onChange={(next) => open(next as RoomTab)} mb="sm" keepMounted={false}>
      <Tabs.List grow={!wide} className={classes.tabs}>
        {tabsOf(room, wide).map((each) => (
          <Tabs.Tab key={each} value={each} rightSection={each === 'offers' && waits && toAnswer}>
            {labels[each]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}
