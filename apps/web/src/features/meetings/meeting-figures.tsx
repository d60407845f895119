import { SimpleGrid, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { meetingEventsApi, type MeetingEvent, type MeetingFigure } from '#contracts/meeting-events.js';
import { useEndpoint } from '../../api/use-endpoint';
import { DataTable } from '../../parts/data-table';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';
import { TextLink } from '../../parts/text-link';
import { formatNumber } from '../../parts/words';
import { useNameOf } from './meeting-words';

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
        {({ items }) =>
          items.some(({ bodies }) => bodies.length > 1) ? (
            <SplitFigures event={event} figures={items} />
          ) : (
            <SimpleGrid cols={{ base: 2, sm: 4 }}>
              {items.map((figure) => (
                <Figure key={figure.key} event={event} figure={figure} />
              ))}
            </SimpleGrid>
          )
        }
      </Loaded>
    </Panel>
  );
}

const wordOf = (t: TFunction<'meetings'>, key: string): string => t(`figures.${key as 'orderers'}`);

function SplitFigures({ event, figures }: { event: MeetingEvent; figures: readonly MeetingFigure[] }) {
  const { t } = useTranslation('meetings');
  const nameOf = useNameOf();
  const bodies = figures[0]?.bodies ?? [];
  return (
    <DataTable
      caption={t('figures.title')}
      rows={figures}
      rowKey={({ key }) => key}
      columns={[
        { key: 'figure', header: t('figures.figure'), main: true, cell: ({ key }) => wordOf(t, key) },
        {
          key: 'total',
          header: t('figures.total'),
          compact: true,
          cell: ({ key, total }) => <Opened event={event} figure={key} n={total} />,
        },
        ...bodies.map(({ bodyId, ...body }) => ({
          key: bodyId,
          header: nameOf(body),
          compact: true,
          cell: (figure: MeetingFigure) => (
            <Opened
              event={event}
              figure={figure.key}
              bodyId={bodyId}
              n={figure.bodies.find((each) => each.bodyId === bodyId)?.n ?? 0}
            />
          ),
        })),
      ]}
    />
  );
}

function Figure({ event, figure: { key, total } }: { event: MeetingEvent; figure: MeetingFigure }) {
  const { t } = useTranslation('meetings');
  return (
    <div>
      <Text size="sm" c="dimmed">
        {wordOf(t, key)}
      </Text>
      <Text fz={26} fw={700}>
        <Opened event={event} figure={key} n={total} />
      </Text>
    </div>
  );
}

interface OpenedProps {
  event: MeetingEvent;
  figure: string;
  /** Of one of the organisers alone. */
  bodyId?: string;
  n: number;
}

/** A number that opens its records. */
function Opened({ event, figure, bodyId, n }: OpenedProps) {
  const { t } = useTranslation('meetings');
  const records = recordsOf(figure);
  return (
    <TextLink
      to={records ? '/meetings/$id/participants' : '/meetings/$id/forecast'}
      params={{ id: event.id }}
      search={{ ...records, bodyId }}
      aria-label={t('figures.open', { figure: wordOf(t, figure), n })}
    >
      {formatNumber(n)}
    </TextLink>
  );
}
