import { NavLink } from '@mantine/core';
import { Link, useLocation, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { meetingEventsApi, type MeetingEvent } from '#contracts/meeting-events.js';
import { useEndpoint } from '../../api/use-endpoint';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { StateBadge } from '../../parts/state-badge';
import classes from './meetings.module.css';

type Part =
  | 'day'
  | 'report'
  | 'overview'
  | 'participants'
  | 'wishes'
  | 'forecast'
  | 'timetable'
  | 'timetableOut'
  | 'ownTimetable';

/** The parts of an event that this viewer may open, in the order of its course. */
function partsOf(event: MeetingEvent): { part: Part; to: string }[] {
  const at = `/meetings/${event.id}`;
  const { organise } = event.can;
  const isPublished = ['published', 'running', 'finished'].includes(event.state);
  const isPlanned = isPublished || event.state === 'planning';
  const wishesMade = event.state !== 'draft' && event.state !== 'open';
  return [
    { part: 'overview', to: at },
    ...(event.state !== 'draft' ? [{ part: 'participants' as const, to: `${at}/participants` }] : []),
    ...(event.own?.state === 'approved' && wishesMade
      ? [{ part: 'wishes' as const, to: `${at}/wishes/${event.own.id}` }]
      : []),
    ...(organise && event.state !== 'draft' ? [{ part: 'forecast' as const, to: `${at}/forecast` }] : []),
    ...(organise && isPlanned
      ? [{ part: isPublished ? ('timetableOut' as const) : ('timetable' as const), to: `${at}/timetable` }]
      : []),
    ...(organise && isPublished ? [{ part: 'day' as const, to: `${at}/day` }] : []),
    ...(organise && isPublished ? [{ part: 'report' as const, to: `${at}/report` }] : []),
    // Where the event is cancelled, for the calendar's file that says so.
    ...(event.own && (isPublished || (event.state === 'cancelled' && event.own.state === 'approved'))
      ? [{ part: 'ownTimetable' as const, to: `${at}/timetable/${event.own.id}` }]
      : []),
  ];
}

interface FrameProps {
  /** What this part is called in the browser's tab; the event's title where it is left out. */
  title?: string | ((event: MeetingEvent) => string);
  lead?: ReactNode | ((event: MeetingEvent) => ReactNode);
  action?: (event: MeetingEvent) => ReactNode;
  children: (event: MeetingEvent) => ReactNode;
}

/** An event's heading and the way between its parts. */
export function MeetingFrame({ title, lead, action, children }: FrameProps) {
  const { t } = useTranslation('meetings');
  const { id = '' } = useParams({ strict: false });
  const query = useEndpoint(meetingEventsApi.get, { params: { id } });
  const titleOf = (event: MeetingEvent): string => {
    const part = typeof title === 'function' ? title(event) : title;
    return part ? t('partTitle', { part, title: event.content.title }) : event.content.title;
  };
  return (
    <Loaded query={query}>
      {(event) => (
        <>
          <PageHeader
            title={titleOf(event)}
            lead={typeof lead === 'function' ? lead(event) : lead}
            back={{ to: '/meetings', label: t('toList') }}
            badges={<StateBadge kind="meeting" state={event.state} />}
            action={action?.(event)}
          />
          <Parts event={event} />
          {children(event)}
        </>
      )}
    </Loaded>
  );
}

function Parts({ event }: { event: MeetingEvent }) {
  const { t } = useTranslation('meetings');
  const { pathname } = useLocation();
  const parts = partsOf(event);
  if (parts.length < 2) return null;
  return (
    <nav className={`${classes.parts} no-print`} aria-label={t('parts.label')}>
      {parts.map(({ part, to }) => (
        <NavLink
          key={part}
          component={Link}
          to={to}
          // The overview's address begins those of all other parts.
          activeOptions={{ exact: true }}
          label={t(`parts.${part}`)}
          active={pathname === to}
          aria-current={pathname === to ? 'page' : undefined}
          w="auto"
        />
      ))}
    </nav>
  );
}
