import {
  Alert,
  Badge,
  Button,
  Collapse,
  Group,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reason } from '#contracts/matching.js';
import {
  meetingParticipantsApi,
  type Want,
  type WishCandidate,
  type WishSheet,
} from '#contracts/meeting-participants.js';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { tellProblem } from '../../forms/tell';
import { EmptyState } from '../../parts/empty-state';
import { formatDay } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';
import { ReasonList } from '../../parts/reason-list';
import { RecordList, RecordRow } from '../../parts/record-list';
import { Score } from '../../parts/score';
import { TermNames } from '../../parts/term-names';
import { TextLink } from '../../parts/text-link';
import { MeetingFrame } from './meeting-frame';
import classes from './meetings.module.css';

/** Whom a firm wishes to meet: what matching proposes first, each with its reasons. */
export default function WishesScreen() {
  const { t } = useTranslation('meetings');
  const { id, participantId } = useParams({ from: '/meetings/$id/wishes/$participantId' });
  const query = useEndpoint(meetingParticipantsApi.wishSheet, { params: { id, participantId } });
  return (
    <MeetingFrame title={t('parts.wishes')} lead={t('wishes.lead')}>
      {() => <Loaded query={query}>{(sheet) => <Sheet eventId={id} sheet={sheet} />}</Loaded>}
    </MeetingFrame>
  );
}

function Sheet({ eventId, sheet }: { eventId: string; sheet: WishSheet }) {
  const { t } = useTranslation('meetings');
  const [words, setWords] = useState('');
  const typed = words.trim().toLowerCase();
  const shown = sheet.items.filter(({ participant }) =>
    JSON.stringify([participant.company.name, participant.headline, participant.pitch, participant.needs])
      .toLowerCase()
      .includes(typed),
  );
  return (
    <Stack gap="md">
      <Alert color={sheet.isOpen ? 'ai' : 'gray'} role="status">
        {sheet.isOpen
          ? t('wishes.left', {
              on: formatDay(sheet.until),
              used: sheet.used.wishes,
              max: sheet.limits.wishes,
              musts: sheet.used.musts,
              mustMax: sheet.limits.musts,
            })
          : t('wishes.closed')}
        {sheet.lossCredits > 0 && <div>{t('ownTimetable.credits', { n: sheet.lossCredits })}</div>}
      </Alert>
      {sheet.items.length === 0 ? (
        <EmptyState title={t('wishes.none')} text={t('wishes.noneText')} />
      ) : (
        <Panel>
          <TextInput
            label={t('wishes.search')}
            type="search"
            mb="sm"
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <RecordList>
            {shown.map((candidate) => (
              <Candidate key={candidate.participant.id} {...{ eventId, sheet, candidate }} />
            ))}
          </RecordList>
          {shown.length === 0 && <Text c="dimmed">{t('wishes.noHit')}</Text>}
        </Panel>
      )}
    </Stack>
  );
}

/** From this fit (0–100) on a firm is proposed, and its reasons are open: below it, more speaks against it than for it. */
const PROPOSED_FROM = 50;

function Fit({ company, score, reasons }: { company: string; score: number; reasons: Reason[] }) {
  const { t } = useTranslation('meetings');
  const isProposed = score >= PROPOSED_FROM;
  const [opened, { toggle }] = useDisclosure(isProposed);
  const label = t(opened ? 'wishes.hideReasons' : 'wishes.reasons');
  return (
    <>
      <Group gap="sm">
        <Score value={score} />
        {isProposed && (
          <Badge variant="light" radius="sm" tt="none">
            {t('wishes.proposed')}
          </Badge>
        )}
        {reasons.length > 0 && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={opened}
            aria-label={t('wishes.reasonsOf', { company, label })}
            onClick={toggle}
          >
            {label}
          </Button>
        )}
      </Group>
      <Collapse expanded={opened}>
        <ReasonList reasons={reasons} />
      </Collapse>
    </>
  );
}

interface CandidateProps {
  eventId: string;
  sheet: WishSheet;
  candidate: WishCandidate;
}

function Candidate({ eventId, sheet, candidate }: CandidateProps) {
  const { t } = useTranslation('meetings');
  const wish = useCommand(meetingParticipantsApi.wish);
  const { participant, want, note, score, reasons } = candidate;
  const { company } = participant;
  const set = (next: Want | null) =>
    wish.mutate(
      {
        params: { id: eventId, participantId: sheet.participantId, otherId: participant.id },
        body: { want: next, note },
      },
      { onError: tellProblem },
    );
  return (
    <RecordRow>
      <div className={classes.wish}>
        <Stack gap={4} miw={0}>
          <Text component="h3" fw={650} fz="md">
            <TextLink
              to="/meetings/$id/participants/$participantId"
              params={{ id: eventId, participantId: participant.id }}
            >
              {company.name}
            </TextLink>
          </Text>
          {participant.headline && <Text size="sm">{participant.headline}</Text>}
          {participant.needs.map((need, i) => (
            <Text key={i} size="sm">
              {t('wishes.need', { title: need.title })}
            </Text>
          ))}
          {company.processes.length > 0 && (
            <div>
              <TermNames list="processes" codes={company.processes} limit={5} />
            </div>
          )}
          {score !== null && <Fit company={company.name} score={score} reasons={reasons} />}
        </Stack>
        <SegmentedControl
          aria-label={t('wishes.wantOf', { company: company.name })}
          size="xs"
          fullWidth
          style={{ alignSelf: 'start' }}
          disabled={!sheet.isOpen || wish.isPending}
          value={want ?? 'none'}
          onChange={(chosen) => set(chosen === 'none' ? null : chosen)}
          data={(['must', 'like', 'none', 'no'] as const).map((value) => ({
            value,
            label: t(`want.${value}`),
          }))}
        />
      </div>
    </RecordRow>
  );
}
