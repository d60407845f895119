import { Anchor, Box, Button, Group, Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { companiesApi } from '#contracts/companies.js';
import type { MeetingEvent } from '#contracts/meeting-events.js';
import { meetingParticipantsApi, type MeetingParticipant } from '#contracts/meeting-participants.js';
import { urlOf } from '../../api/client';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { Facts } from '../../parts/facts';
import { DateTime } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';
import { StateBadge } from '../../parts/state-badge';
import { TermNames } from '../../parts/term-names';
import { TextLink } from '../../parts/text-link';
import { TwoColumns } from '../../parts/two-columns';
import { joinWords } from '../../parts/words';
import { MeetingFrame } from './meeting-frame';
import { formatSlotOf, useNameOf } from './meeting-words';
import { DecisionButtons, WithdrawButton } from './participant-actions';
import { ParticipationForm } from './participation-form';

/** One firm in an event: its one-page sheet, whether it is ready, and what may be changed. */
export default function ParticipantScreen() {
  const { t } = useTranslation('meetings');
  const { id, participantId } = useParams({ from: '/meetings/$id/participants/$participantId' });
  const query = useEndpoint(meetingParticipantsApi.get, { params: { id, participantId } });
  return (
    <MeetingFrame title={query.data?.company.name ?? t('parts.participants')}>
      {(event) => (
        <Loaded query={query}>
          {(participant) => <Participant key={participant.id} event={event} participant={participant} />}
        </Loaded>
      )}
    </MeetingFrame>
  );
}

interface Props {
  event: MeetingEvent;
  participant: MeetingParticipant;
}

/** Whether others know of a firm's meetings. */
const showsMeetings = (state: MeetingEvent['state']): boolean => state === 'published' || state === 'running';

function Participant({ event, participant }: Props) {
  const { t } = useTranslation('meetings');
  const [editing, setEditing] = useState(false);
  const update = useCommand(meetingParticipantsApi.update);
  const { id, content, version, can } = participant;
  if (editing && can.edit)
    return (
      <Box maw="56rem">
        <ParticipationForm
          event={event}
          sides={[content.side]}
          initial={content}
          version={version}
          draft={`meeting.entry.${id}`}
          label={t('entry.save')}
          save={(body, from) =>
            update.mutateAsync({ params: { id: event.id, participantId: id }, body, version: from })
          }
          saved={() => {
            tell(t('entry.saved'));
            setEditing(false);
          }}
          valueFrom={(current) => current.content}
        />
      </Box>
    );
  return (
    <>
      <Group gap="sm" mb="md" className="no-print">
        {can.edit && <Button onClick={() => setEditing(true)}>{t('entry.edit')}</Button>}
        {can.decide && <DecisionButtons participant={participant} />}
        {can.withdraw && <WithdrawButton participant={participant} isPlanned={showsMeetings(event.state)} />}
      </Group>
      <TwoColumns
        main={<Sheet participant={participant} />}
        side={
          <>
            <Registration event={event} participant={participant} />
            {participant.readiness.length > 0 && <Readiness participant={participant} />}
          </>
        }
      />
    </>
  );
}

function Sheet({ participant: { company, content } }: { participant: MeetingParticipant }) {
  const { t } = useTranslation('meetings');
  return (
    <>
      <Panel
        title={t('entry.sheet')}
        action={
          <Anchor href={urlOf(companiesApi.sheet, { params: { id: company.id } })} target="_blank" size="sm">
            {t('entry.pdf')}
          </Anchor>
        }
      >
        <Stack gap="sm">
          {content.headline && <Text fw={650}>{content.headline}</Text>}
          {content.pitch ? (
            <Text style={{ whiteSpace: 'pre-wrap' }} maw="46rem">
              {content.pitch}
            </Text>
          ) : (
            <Text c="dimmed">{t('entry.noPitch')}</Text>
          )}
          {company.summary && <Text size="sm">{company.summary}</Text>}
          {company.processes.length > 0 && (
            <div>
              <TermNames list="processes" codes={company.processes} limit={12} />
            </div>
          )}
          <TextLink to="/companies/$id" params={{ id: company.id }}>
            {t('entry.company')}
          </TextLink>
        </Stack>
      </Panel>
      {content.needs.length > 0 && (
        <Panel title={t('entry.needs')}>
          <RecordList>
            {content.needs.map((need, i) => (
              <RecordRow key={i}>
                <Text fw={650}>{need.title}</Text>
                {need.text && (
                  <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                    {need.text}
                  </Text>
                )}
                {(['processes', 'materials'] as const).map(
                  (list) =>
                    need[list].length > 0 && (
                      <Text key={list} size="sm" c="dimmed">
                        <TermNames list={list} codes={need[list]} limit={8} />
                      </Text>
                    ),
                )}
              </RecordRow>
            ))}
          </RecordList>
        </Panel>
      )}
    </>
  );
}

function Registration({ event, participant }: Props) {
  const { t } = useTranslation('meetings');
  const nameOf = useNameOf();
  const { content } = participant;
  const cannot = event.slots.filter(({ no }) => content.forbiddenSlots.includes(no));
  return (
    <Panel title={t('entry.registration')}>
      <Facts
        facts={[
          { label: t('field.state'), value: <StateBadge kind="participant" state={participant.state} /> },
          { label: t('participants.waiting'), value: participant.waitingNo },
          { label: t('decision.reason'), value: participant.reason },
          { label: t('entry.side'), value: t(`side.${content.side}`) },
          { label: t('participants.body'), value: nameOf(participant.body) },
          {
            label: t('entry.attends'),
            value: event.content.format === 'hybrid' && t(`format.${content.attends}`),
          },
          { label: t('entry.contact'), value: content.contact },
          { label: t('entry.phone'), value: content.phone },
          { label: t('entry.halves'), value: content.halves !== 'any' && t(`half.${content.halves}`) },
          {
            label: t('entry.cannot'),
            value: cannot.length > 0 && joinWords(cannot.map((slot) => formatSlotOf(slot, event))),
          },
          { label: t('entry.appliedAt'), value: <DateTime at={participant.appliedAt} /> },
        ]}
      />
    </Panel>
  );
}

/** What is still missing before the other side can choose by this sheet. */
function Readiness({ participant: { readiness, problems } }: { participant: MeetingParticipant }) {
  const { t } = useTranslation('meetings');
  return (
    <Panel title={t('readiness.title')}>
      <RecordList>
        {readiness.map(({ key, isDone }) => (
          <RecordRow
            key={key}
            aside={
              <Text size="sm" c={isDone ? 'green.8' : 'red.7'}>
                {t(isDone ? 'readiness.done' : 'readiness.missing')}
              </Text>
            }
          >
            <Text size="sm">{t(`readiness.${key}`)}</Text>
          </RecordRow>
        ))}
      </RecordList>
      {problems.length > 0 && (
        <Text size="sm" c="red.7" mt="sm">
          {problems.map((problem) => t(`problem.${problem}`)).join(' / ')}
        </Text>
      )}
    </Panel>
  );
}
