import { SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { meetingEventsApi, type MeetingEvent, type MeetingFigure } from '#contracts/meeting-events.js';
import { useEndpoint } from '../../api/use-endpoint';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';
import { TextLink } from '../../parts/text-link';
import { formatNumber } from '../../parts/words';
import { useNameOf } from './meeting-words';
import classes from './meetings.module.css';

/** Where the records that a figure counts are listed. */
function recordsOf(key: string): Record<string, string> | null {
  switch (key) {
    case 'orderers':
      return { side: 'orderer', state: 'approved' };
    case 'suppliers':
      return { side: 'supplier', state: 'approved' };
    case 'applied':
    case 'waitlisted':
    case 'declined':
    case 'withdrawn':
      return { state: key };
    default:
      return null;
  }
}

/** The event in figures; each opens its records, also body by body where several organise. */
export function MeetingFigures({ event }: { event: MeetingEvent }) {
  const { t } = useTranslation('meetings');
  const query = useEndpoint(meetingEventsApi.figures, { params: { id: event.id } });
  return (
    <Panel title={t('figures.title')}>
      <Loaded query={query}>
        {({ items }) => (
          <SimpleGrid cols={{ base: 2, sm: 4 }}>
            {items.map((figure) => (
              <Figure key={figure.key} event={event} figure={figure} />
            ))}
          </SimpleGrid>
        )}
      </Loaded>
    </Panel>
  );
}

function Figure({ event, figure: { key, total, bodies } }: { event: MeetingEvent; figure: MeetingFigure }) {
  const { t } = useTranslation('meetings');
  const nameOf = useNameOf();
  const word = t(`figures.${key as 'orderers'}`);
  return (
    <div>
      <Text size="sm" c="dimmed">
        {word}
      </Text>
      <Text fz={26} fw={700}>
        <Records event={event} figure={key} label={t('figures.open', { figure: word, n: total })}>
          {formatNumber(total)}
        </Records>
      </Text>
      {bodies.length > 1 && (
        <ul className={classes.bodies}>
          {bodies.map((body) => (
            <li key={body.bodyId}>
              <Records event={event} figure={key} bodyId={body.bodyId}>
                {nameOf(body)}
              </Records>{' '}
              {formatNumber(body.n)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Records(props: {
  event: MeetingEvent;
  figure: string;
  bodyId?: string;
  label?: string;
  children: ReactNode;
}) {
  const { event, figure, bodyId, label, children } = props;
  const records = recordsOf(figure);
  return (
    <TextLink
      to={records ? '/meetings/$id/participants' : '/meetings/$id/forecast'}
      params={{ id: event.id }}
      search={{ ...records, bodyId }}
      aria-label={label}
    >
      {children}
    </TextLink>
  );
}
