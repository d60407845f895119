import { Badge, Button, Checkbox, Stack, Switch, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import {
  meetingEventFormat,
  meetingEventKind,
  meetingEventQuery,
  meetingEventsApi,
  meetingEventState,
  type MeetingEventCard,
} from '#contracts/meeting-events.js';
import { roleHolds } from '#contracts/permissions.js';
import { useMe } from '../../api/session';
import { usePages } from '../../api/use-endpoint';
import { EmptyState } from '../../parts/empty-state';
import { FilterPanel, SearchBox, useFilters, WithFilters, type Filters } from '../../parts/filters';
import { formatDay } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Pager } from '../../parts/pager';
import { ResultBar } from '../../parts/result-bar';
import { ResultItem, ResultList } from '../../parts/result-list';
import { StateBadge, useStateText } from '../../parts/state-badge';
import { joinWords } from '../../parts/words';
import { useNameOf } from './meeting-words';

const filterSchema = meetingEventQuery.omit({ cursor: true, limit: true });

/** Meeting events: those to come, then those that are over; a cancelled one stays in the list. */
export default function MeetingsScreen() {
  const { t } = useTranslation('meetings');
  const me = useMe();
  const filters = useFilters(filterSchema);
  const pages = usePages(meetingEventsApi.list, { query: filters.value });
  const create = roleHolds(me.role, 'meeting-event:organise') && (
    <Button component={Link} to="/meetings/new">
      {t('new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} action={create} />
      <WithFilters filters={<MeetingFilters filters={filters} />}>
        <SearchBox value={filters.value.q} onSearch={(q) => filters.set({ q })} label={t('searchLabel')} />
        <ResultBar total={pages.first?.total} />
        <Loaded query={{ ...pages, data: pages.first }} lines={8}>
          {() =>
            pages.items.length > 0 ? (
              <ResultList>
                {pages.items.map((event) => (
                  <MeetingRow key={event.id} event={event} />
                ))}
              </ResultList>
            ) : (
              <EmptyState title={t('none')} text={t('noneText')} action={!filters.isNarrowed && create} />
            )
          }
        </Loaded>
        <Pager pages={pages} />
      </WithFilters>
    </>
  );
}

function MeetingRow({ event }: { event: MeetingEventCard }) {
  const { t } = useTranslation('meetings');
  const nameOf = useNameOf();
  const isCalling = event.state === 'open';
  return (
    <ResultItem
      to={`/meetings/${event.id}`}
      title={event.title}
      badges={
        <>
          <StateBadge kind="meeting" state={event.state} />
          {event.own && <StateBadge kind="participant" state={event.own.state} />}
        </>
      }
      about={joinWords(event.organisers.map(nameOf))}
      aside={
        <>
          <Text span fw={650} size="sm" c="gray.9">
            {event.startsOn === event.endsOn
              ? formatDay(event.startsOn)
              : t('daysRange', { from: formatDay(event.startsOn), until: formatDay(event.endsOn) })}
          </Text>
          {isCalling && <span>{t('registerBy', { on: formatDay(event.registrationUntil) })}</span>}
          {event.state === 'wishes' && <span>{t('wishBy', { on: formatDay(event.wishesUntil) })}</span>}
        </>
      }
    >
      <div>
        <Badge variant="outline" color="gray" radius="sm" tt="none" mr={6}>
          {t(`kind.${event.kind}`)}
        </Badge>
        <Badge variant="outline" color="gray" radius="sm" tt="none">
          {t(`format.${event.format}`)}
        </Badge>
      </div>
      <Text size="sm">
        {[event.place, t('letIn', { orderers: event.orderers, suppliers: event.suppliers })]
          .filter(Boolean)
          .join(' / ')}
      </Text>
    </ResultItem>
  );
}

function MeetingFilters({ filters }: { filters: Filters<typeof filterSchema> }) {
  const { t } = useTranslation('meetings');
  const stateText = useStateText();
  const { value, set } = filters;
  const many = <T extends string>(
    label: string,
    name: 'state' | 'kind' | 'format',
    options: readonly T[],
    word: (option: T) => string,
  ) => (
    <Checkbox.Group label={label} value={value[name]} onChange={(chosen) => set({ [name]: chosen })}>
      <Stack gap={6} mt={6}>
        {options.map((option) => (
          <Checkbox key={option} value={option} size="sm" label={word(option)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
  return (
    <FilterPanel filters={filters}>
      <Switch
        label={t('mine')}
        checked={value.mine}
        onChange={(event) => set({ mine: event.currentTarget.checked })}
      />
      {many(t('field.state'), 'state', meetingEventState.options, (state) => stateText('meeting', state))}
      {many(t('field.kind'), 'kind', meetingEventKind.options, (kind) => t(`kind.${kind}`))}
      {many(t('field.format'), 'format', meetingEventFormat.options, (format) => t(`format.${format}`))}
    </FilterPanel>
  );
}
