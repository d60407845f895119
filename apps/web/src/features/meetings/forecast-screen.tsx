import { Alert, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MeetingEvent } from '#contracts/meeting-events.js';
import { meetingParticipantsApi, type MeetingForecast } from '#contracts/meeting-participants.js';
import { useEndpoint } from '../../api/use-endpoint';
import { DataTable } from '../../parts/data-table';
import { EmptyState } from '../../parts/empty-state';
import { Facts } from '../../parts/facts';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';
import { TextLink } from '../../parts/text-link';
import { formatNumber } from '../../parts/words';
import { MeetingFrame } from './meeting-frame';
import { useNameOf } from './meeting-words';

/** Slots against wishes, so that organisers see before planning what cannot come true. */
export default function ForecastScreen() {
  const { t } = useTranslation('meetings');
  return (
    <MeetingFrame title={t('parts.forecast')} lead={t('forecast.lead')}>
      {(event) => <Forecast event={event} />}
    </MeetingFrame>
  );
}

function Forecast({ event }: { event: MeetingEvent }) {
  const query = useEndpoint(meetingParticipantsApi.forecast, { params: { id: event.id } });
  return (
    <Loaded query={query}>
      {(forecast) => (
        <Stack gap="lg">
          <Totals event={event} forecast={forecast} />
          <Firms event={event} forecast={forecast} />
        </Stack>
      )}
    </Loaded>
  );
}

function Totals({ event, forecast }: { event: MeetingEvent; forecast: MeetingForecast }) {
  const { t } = useTranslation('meetings');
  const tight = forecast.asked > forecast.offered;
  const tables = event.content.format !== 'online' && forecast.tablesNeeded > forecast.tables;
  return (
    <Panel title={t('forecast.totals')}>
      <Stack gap="md">
        {tight && (
          <Alert color="yellow">
            {t('forecast.tight', { asked: forecast.asked, offered: forecast.offered })}
          </Alert>
        )}
        {tables && (
          <Alert color="yellow">
            {t('forecast.tables', { needed: forecast.tablesNeeded, tables: forecast.tables })}
          </Alert>
        )}
        <Facts
          facts={[
            { label: t('forecast.slots'), value: formatNumber(forecast.slots) },
            { label: t('forecast.offered'), value: formatNumber(forecast.offered) },
            { label: t('forecast.asked'), value: formatNumber(forecast.asked) },
            { label: t('forecast.mutual'), value: formatNumber(forecast.mutual) },
            { label: t('forecast.perSupplier'), value: formatNumber(forecast.perSupplier) },
          ]}
        />
      </Stack>
    </Panel>
  );
}

function Firms({ event, forecast }: { event: MeetingEvent; forecast: MeetingForecast }) {
  const { t } = useTranslation('meetings');
  const nameOf = useNameOf();
  const bodies = new Map(event.organisers.map((body) => [body.id, nameOf(body)]));
  if (forecast.firms.length === 0)
    return <EmptyState title={t('forecast.nobody')} text={t('forecast.nobodyText')} />;
  return (
    <Panel title={t('forecast.firms')}>
      <DataTable
        caption={t('forecast.firms')}
        rows={forecast.firms}
        rowKey={({ participantId }) => participantId}
        columns={[
          {
            key: 'name',
            header: t('forecast.firm'),
            main: true,
            cell: ({ participantId, name }) => (
              <TextLink
                to="/meetings/$id/participants/$participantId"
                params={{ id: event.id, participantId }}
              >
                {name}
              </TextLink>
            ),
          },
          { key: 'side', header: t('entry.side'), compact: true, cell: ({ side }) => t(`side.${side}`) },
          { key: 'body', header: t('participants.body'), cell: ({ bodyId }) => bodies.get(bodyId) },
          { key: 'capacity', header: t('forecast.capacity'), compact: true, cell: (firm) => firm.capacity },
          {
            key: 'made',
            header: t('forecast.made'),
            compact: true,
            cell: ({ made }) =>
              made === 0 ? (
                <Text inherit c="red.7">
                  0
                </Text>
              ) : (
                made
              ),
          },
          {
            key: 'received',
            header: t('forecast.received'),
            compact: true,
            cell: ({ received, capacity }) =>
              received > capacity ? t('forecast.over', { received }) : received,
          },
          ...(forecast.firms.some(({ lossCredits }) => lossCredits > 0)
            ? [
                {
                  key: 'credits',
                  header: t('forecast.credits'),
                  compact: true,
                  cell: ({ lossCredits }: MeetingForecast['firms'][number]) => lossCredits,
                },
              ]
            : []),
          {
            key: 'wishes',
            header: t('forecast.enterWishes'),
            action: true,
            compact: true,
            cell: ({ participantId, name }) => (
              <TextLink
                to="/meetings/$id/wishes/$participantId"
                params={{ id: event.id, participantId }}
                aria-label={t('forecast.wishesOf', { company: name })}
              >
                {t('forecast.openWishes')}
              </TextLink>
            ),
          },
        ]}
      />
    </Panel>
  );
}
