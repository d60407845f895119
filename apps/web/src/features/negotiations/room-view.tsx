import { Anchor, Box, Button, Group, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useRef, type CSSProperties, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Room } from '#contracts/negotiations.js';
import { offersApi, type Offer } from '#contracts/offers.js';
import { useMe } from '../../api/session';
import { useEndpoint } from '../../api/use-endpoint';
import { EmptyState } from '../../parts/empty-state';
import { useFilters } from '../../parts/filters';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { StateBadge } from '../../parts/state-badge';
import { TalksPath } from '../../parts/talks-path';
import { joinWords } from '../../parts/words';
import { AppointmentsPanel } from './appointments/appointments-panel';
import { CallArea, CallButton, useCallArea } from './calls/call-area';
import { TimedNote } from './calls/timed-note';
import { PauseBanner } from './attendance';
import { FilesTab } from './files/files-tab';
import { LedgerPanel } from './ledger-panel';
import { OfferTable } from './offer-table';
import { MakeOfferButton, OfferRounds } from './offers-panel';
import { RecordTab } from './record/record-tab';
import { RoomMembers } from './room-members';
import { RoomNext } from './room-next';
import { RoomSubject } from './room-subject';
import { RoomTabs, roomTabs, tabsOf } from './room-tabs';
import { StatutoryPanel } from './statutory-panel';
import { Talk } from './talk';
import { useConversation } from './use-conversation';
import { usePresence } from './use-presence';
import { useTop } from './use-top';
import classes from './room.module.css';

const shown = z.object({
  tab: z.enum(roomTabs).default('talk'),
  /** What is looked for in the talk; ` ` while nothing has been typed yet. */
  q: z.string().max(100).optional(),
  /** Number of the message to begin at. */
  at: z.coerce.number().int().min(1).optional(),
  /** The appointment that the reader is led to. */
  appointment: z.uuid().optional(),
  /** The document that the reader is led to. */
  document: z.uuid().optional(),
});

/** Conversation and side panel side by side; on a narrow screen one at a time. */
export function RoomView({ room }: { room: Room }) {
  const { t } = useTranslation('negotiations');
  const me = useMe();
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const frame = useRef<HTMLDivElement>(null);
  const top = useTop(frame);
  const filters = useFilters(shown);
  const { seeDeal } = room.can;
  const offersQuery = useEndpoint(offersApi.list, { params: { id: room.id } }, { enabled: seeDeal });
  const view = useConversation(room.id, me.id);
  const present = usePresence(room.id);
  const call = useCallArea(room.id);
  const offers = offersQuery.data?.items ?? [];
  const waits = offers.some((offer) => offer.can.accept || offer.can.confirm);
  const tab = tabsOf(room, wide).includes(filters.value.tab) ? filters.value.tab : 'talk';
  // The one thing to do: an offer while talks go on, the agreement once there is one.
  const action = room.agreementId ? (
    <AgreementLink id={room.agreementId} />
  ) : (
    wide && room.can.offer && <MakeOfferButton room={room} offers={offers} />
  );
  const callButton = !call.opened && (
    <CallButton room={room} {...call} {...(!wide && { size: 'compact-sm' })} />
  );
  const rounds = seeDeal && (
    <Loaded query={offersQuery} lines={3}>
      {({ items }) => <OfferRounds room={room} offers={items} />}
    </Loaded>
  );
  const deal = seeDeal ? (
    <>
      <StatutoryPanel room={room} />
      <LedgerPanel room={room} />
    </>
  ) : (
    <Text size="sm">{t('room.dealElsewhere')}</Text>
  );
  return (
    <div
      ref={frame}
      className={classes.room}
      data-tab={tab}
      data-calling={call.opened || undefined}
      style={{ '--room-top': `${top}px` } as CSSProperties}
    >
      <RoomHeader room={room} wide={wide} action={action} callButton={callButton} />
      <TimedNote known={call.known} isCalling={call.opened} />
      <CallArea room={room} userId={me.id} {...call} />
      {room.paused && <PauseBanner room={room} paused={room.paused} />}
      <RoomNext {...{ room, offers, tab }} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <RoomTabs
            {...{ room, tab, wide, waits }}
            open={(next) => filters.set({ tab: next, document: undefined })}
          />
          {tab === 'talk' && (
            <Talk
              {...{ room, offers, view }}
              userId={me.id}
              q={filters.value.q?.trim() ?? null}
              setQ={(q) => filters.set({ q: q === '' ? ' ' : (q ?? undefined) })}
              at={filters.value.at}
            />
          )}
          {tab === 'offers' && (
            <div className={classes.scrolls}>
              {wide ? (
                <Comparison room={room} offers={offers} />
              ) : (
                <NarrowOffers {...{ room, offers }}>
                  {rounds}
                  {deal}
                </NarrowOffers>
              )}
            </div>
          )}
          {tab === 'files' && (
            <div className={classes.scrolls}>
              <FilesTab room={room} sought={filters.value.document} />
            </div>
          )}
          {tab === 'appointments' && (
            <div className={classes.scrolls}>
              <AppointmentsPanel room={room} sought={filters.value.appointment} />
            </div>
          )}
          {tab === 'record' && (
            <div className={classes.scrolls}>
              <RecordTab room={room} />
            </div>
          )}
          {tab === 'members' && (
            <Stack className={classes.scrolls} gap="md">
              {!seeDeal && deal}
              <RoomMembers room={room} userId={me.id} present={present} />
              <RoomSubject room={room} />
            </Stack>
          )}
        </div>
        {wide && (
          <Stack component="aside" aria-label={t('side')} className={classes.side} gap="md" tabIndex={0}>
            {rounds}
            {deal}
            <RoomMembers room={room} userId={me.id} present={present} />
            <RoomSubject room={room} />
          </Stack>
        )}
      </div>
    </div>
  );
}

interface RoomHeaderProps {
  room: Room;
  wide: boolean;
  action: ReactNode;
  callButton: ReactNode;
}

/** On a phone the way into a call stands beside the state: what is said needs the height. */
function RoomHeader({ room, wide, action, callButton }: RoomHeaderProps) {
  const { t } = useTranslation('negotiations');
  return (
    <PageHeader
      title={room.title}
      lead={counterpartOf(room)}
      back={{ to: '/rooms', label: t('rooms.title') }}
      path={
        <TalksPath
          here="room"
          to={{
            introduction: `/introductions/${room.introductionId}`,
            ...(room.can.seeDeal && { council: `/rooms/${room.id}?tab=record` }),
          }}
        />
      }
      badges={
        <>
          <StateBadge kind="room" state={room.state} />
          {!wide && callButton}
          {room.teamId && (
            <Anchor component={Link} to={`/teams/${room.teamId}`} size="sm" underline="always">
              {t('room.toTeam')}
            </Anchor>
          )}
        </>
      }
      action={
        (wide || action) && (
          <Group gap="xs">
            {wide && callButton}
            {action}
          </Group>
        )
      }
    />
  );
}

/** With whom the viewer talks; partners of a team read who the two are. */
function counterpartOf({ viewer, owner, candidate, partners }: Room): string {
  if (viewer.role === 'owner') return joinWords([candidate, ...partners].map(({ name }) => name));
  return viewer.role === 'candidate' ? owner.name : `${owner.name} × ${candidate.name}`;
}

function AgreementLink({ id }: { id: string }) {
  const { t } = useTranslation('negotiations');
  return (
    <Button component={Link} to={`/agreements/${id}`}>
      {t('room.toAgreement')}
    </Button>
  );
}

/** To the offers of all suppliers for the order, where there is more than one room for it. */
function CompareLink({ room }: { room: Room }) {
  const { t } = useTranslation('offers');
  if (!room.can.compare) return null;
  return (
    <Box mb="sm">
      <Button component={Link} to={`/orders/${room.subject.id}/offers`} variant="default" size="compact-sm">
        {t('compare.open')}
      </Button>
    </Box>
  );
}

function Comparison({ room, offers }: { room: Room; offers: Offer[] }) {
  const { t } = useTranslation('negotiations');
  if (offers.length === 0) return <EmptyState title={t('offer.none')} text={t('offer.noneText')} />;
  return (
    <>
      <CompareLink room={room} />
      <Text size="sm" c="dimmed" mb="sm">
        {t('offer.tableLead')}
      </Text>
      <OfferTable room={room} offers={offers} />
    </>
  );
}

function NarrowOffers({ room, offers, children }: { room: Room; offers: Offer[]; children: ReactNode }) {
  return (
    <Stack gap="md">
      {room.can.offer && (
        <div>
          <MakeOfferButton room={room} offers={offers} />
        </div>
      )}
      <CompareLink room={room} />
      {children}
    </Stack>
  );
}
