import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { meetingSide, participantState, type MeetingEvent } from '#contracts/meeting-events.js';
import {
  meetingParticipantsApi,
  participantQuery,
  type MeetingParticipant,
} from '#contracts/meeting-participants.js';
import { usePages } from '../../api/use-endpoint';
import { ChoiceFilter } from '../../parts/choice-filter';
import { EmptyState } from '../../parts/empty-state';
import { FilterPanel, SearchBox, useFilters, WithFilters, type Filters } from '../../parts/filters';
import { formatDay } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { Pager } from '../../parts/pager';
import { ResultBar } from '../../parts/result-bar';
import { ResultItem, ResultList } from '../../parts/result-list';
import { StateBadge, useStateText } from '../../parts/state-badge';
import { TermNames } from '../../parts/term-names';
import { useTaxonomy } from '../../parts/taxonomy';
import { joinWords } from '../../parts/words';
import { EnterFirm } from './enter-firm';
import { MeetingFrame } from './meeting-frame';
import { useNameOf } from './meeting-words';
import { DecisionButtons } from './participant-actions';

const filterSchema = participantQuery.omit({ cursor: true, limit: true });

/** Who takes part: all registrations for organisers; for firms the needs of orderers and whom they may meet. */
export default function ParticipantsScreen() {
  const { t } = useTranslation('meetings');
  return (
    <MeetingFrame
      title={t('parts.participants')}
      action={(event) => event.can.organise && <EnterFirm event={event} />}
    >
      {(event) => <Participants event={event} />}
    </MeetingFrame>
  );
}

function Participants({ event }: { event: MeetingEvent }) {
  const { t } = useTranslation('meetings');
  const filters = useFilters(filterSchema);
  const pages = usePages(meetingParticipantsApi.list, { params: { id: event.id }, query: filters.value });
  return (
    <WithFilters filters={<ParticipantFilters event={event} filters={filters} />}>
      {!event.can.organise && (
        <Alert color="gray">{t('participants.note', { on: formatDay(event.content.needsOn) })}</Alert>
      )}
      <SearchBox
        value={filters.value.q}
        onSearch={(q) => filters.set({ q })}
        label={t('participants.search')}
      />
      <ResultBar total={pages.first?.total} />
      <Loaded query={{ ...pages, data: pages.first }} lines={8}>
        {() =>
          pages.items.length > 0 ? (
            <ResultList>
              {pages.items.map((participant) => (
                <ParticipantRow key={participant.id} participant={participant} />
              ))}
            </ResultList>
          ) : (
            <EmptyState title={t('participants.none')} text={t('participants.noneText')} />
          )
        }
      </Loaded>
      <Pager pages={pages} />
    </WithFilters>
  );
}

function ParticipantRow({ participant }: { participant: MeetingParticipant }) {
  const { t } = useTranslation('meetings');
  const taxonomy = useTaxonomy();
  const nameOf = useNameOf();
  const { company, content, can } = participant;
  const facts = [
    t(`side.${content.side}`),
    taxonomy.name('prefectures', company.prefecture),
    can.decide && nameOf(participant.body),
    participant.isProxy && t('participants.proxy'),
  ];
  return (
    <ResultItem
      to={`/meetings/${participant.eventId}/participants/${participant.id}`}
      title={company.name}
      badges={<StateBadge kind="participant" state={participant.state} />}
      about={facts.filter(Boolean).join(' / ')}
      aside={can.decide && <DecisionButtons participant={participant} />}
    >
      {content.headline && <Text size="sm">{content.headline}</Text>}
      {content.needs.length > 0 && (
        <Text size="sm">
          {t('participants.needs', { needs: joinWords(content.needs.map(({ title }) => title)) })}
        </Text>
      )}
      {company.processes.length > 0 && (
        <div>
          <TermNames list="processes" codes={company.processes} limit={5} />
        </div>
      )}
      {participant.problems.length > 0 && (
        <Text size="sm" c="red.7">
          {participant.problems.map((problem) => t(`problem.${problem}`)).join(' / ')}
        </Text>
      )}
      {participant.waitingNo !== null && (
        <Text size="sm">{t('participants.waitingNo', { n: participant.waitingNo })}</Text>
      )}
    </ResultItem>
  );
}

function ParticipantFilters({
  event,
  filters,
}: {
  event: MeetingEvent;
  filters: Filters<typeof filterSchema>;
}) {
  const { t } = useTranslation('meetings');
  const stateText = useStateText();
  const nameOf = useNameOf();
  const { value, set } = filters;
  return (
    <FilterPanel filters={filters}>
      <ChoiceFilter
        label={t('entry.side')}
        value={value.side}
        onChange={(side) => set({ side })}
        options={meetingSide.options.map((side) => ({ value: side, label: t(`side.${side}`) }))}
      />
      {event.can.organise && (
        <ChoiceFilter
          label={t('field.state')}
          value={value.state[0]}
          onChange={(state) => set({ state: state ? [state] : [] })}
          options={participantState.options.map((state) => ({
            value: state,
            label: stateText('participant', state),
          }))}
        />
      )}
      {event.can.organise && event.organisers.length > 1 && (
        <ChoiceFilter
          label={t('participants.body')}
          value={value.bodyId}
          onChange={(bodyId) => set({ bodyId })}
          options={event.organisers.map((body) => ({ value: body.id, label: nameOf(body) }))}
        />
      )}
    </FilterPanel>
  );
}
