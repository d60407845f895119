import { Alert, Button, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meetingEventState, type MeetingEvent } from '#contracts/meeting-events.js';
import { ButtonLink } from '../../parts/button-link';
import { Facts } from '../../parts/facts';
import { DateTime, formatDay, formatYen } from '../../parts/format';
import { Panel } from '../../parts/panel';
import { TextLink } from '../../parts/text-link';
import { StateBadge, useStateText } from '../../parts/state-badge';
import { TwoColumns } from '../../parts/two-columns';
import { joinWords } from '../../parts/words';
import { useTaxonomy } from '../../parts/taxonomy';
import { MeetingActions } from './meeting-actions';
import { MeetingFigures } from './meeting-figures';
import { MeetingFrame } from './meeting-frame';
import { useNameOf } from './meeting-words';
import { NextMeeting } from './next-meeting';
import { SeedPanel } from './seed-panel';
import classes from './meetings.module.css';

/** A meeting event: what, when, for whom, how far it is, and what this viewer does next. */
export default function MeetingScreen() {
  return (
    <MeetingFrame action={(event) => <MeetingActions event={event} />}>
      {(event) => (
        <>
          <NextMeeting event={event} />
          <TwoColumns
            main={
              <>
                <Cancelled event={event} />
                <OwnPart event={event} />
                <Steps event={event} />
                {event.content.summary && <AboutPanel text={event.content.summary} />}
                {event.can.organise && event.state !== 'draft' && <MeetingFigures event={event} />}
                <RulesPanel event={event} />
              </>
            }
            side={
              <>
                <FactsPanel event={event} />
                <SeedPanel event={event} />
              </>
            }
          />
        </>
      )}
    </MeetingFrame>
  );
}

function AboutPanel({ text }: { text: string }) {
  const { t } = useTranslation('meetings');
  return (
    <Panel title={t('section.summary')}>
      <Text style={{ whiteSpace: 'pre-wrap' }} maw="46rem">
        {text}
      </Text>
    </Panel>
  );
}

function Cancelled({ event }: { event: MeetingEvent }) {
  const { t } = useTranslation('meetings');
  if (event.state !== 'cancelled') return null;
  return (
    <Alert color="red" title={t('cancelled.title')}>
      <Text size="sm">{t('cancelled.reason', { reason: event.reason })}</Text>
      {event.costYen !== null && (
        <Text size="sm">{t('cancelled.cost', { yen: formatYen(event.costYen) })}</Text>
      )}
    </Alert>
  );
}

/** The own firm's registration, or the way to it. */
function OwnPart({ event }: { event: MeetingEvent }) {
  const { t } = useTranslation('meetings');
  const { own, can, id } = event;
  if (!own && can.register.length === 0) return null;
  return (
    <Panel title={t('own.title')}>
      <Stack gap="sm" align="flex-start">
        {own && (
          <>
            <StateBadge kind="participant" state={own.state} />
            <Text size="sm">
              {own.state === 'waitlisted'
                ? t('own.waiting', { n: own.waitingNo ?? 0 })
                : t(`own.${own.state}`, { side: t(`side.${own.side}`) })}
            </Text>
          </>
        )}
        {!own && (
          <Text size="sm">{t('own.mayRegister', { on: formatDay(event.content.registrationUntil) })}</Text>
        )}
        {can.register.length > 0 && (
          <Button component={Link} to={`/meetings/${id}/register`}>
            {t('own.register')}
          </Button>
        )}
        {own?.state === 'approved' && can.wish && (
          <>
            <Text size="sm">{t('own.mayWish', { on: formatDay(event.content.wishesUntil) })}</Text>
            <ButtonLink to="/meetings/$id/wishes/$participantId" params={{ id, participantId: own.id }}>
              {t('own.wish')}
            </ButtonLink>
          </>
        )}
        {own && can.register.length === 0 && (
          <TextLink to="/meetings/$id/participants/$participantId" params={{ id, participantId: own.id }}>
            {t('own.open')}
          </TextLink>
        )}
      </Stack>
    </Panel>
  );
}

const course = meetingEventState.options.filter((state) => state !== 'cancelled');

function Steps({ event }: { event: MeetingEvent }) {
  const { t } = useTranslation('meetings');
  const stateText = useStateText();
  if (event.state === 'cancelled') return null;
  return (
    <Panel title={t('section.course')}>
      <ol className={classes.steps}>
        {course.map((state) => (
          <li key={state} aria-current={state === event.state ? 'step' : undefined}>
            {stateText('meeting', state)}
          </li>
        ))}
      </ol>
      <Text size="sm" mt="sm">
        {t(`stateText.${event.state}`)}
      </Text>
    </Panel>
  );
}

function FactsPanel({ event }: { event: MeetingEvent }) {
  const { t } = useTranslation('meetings');
  const nameOf = useNameOf();
  const { content } = event;
  const day = ({ on, from, until, breakFrom, breakUntil }: (typeof content.days)[number]) =>
    `${formatDay(on)} ${from}–${until}${breakFrom ? t('breakAt', { from: breakFrom, until: breakUntil }) : ''}`;
  return (
    <Panel title={t('section.facts')}>
      <Facts
        facts={[
          { label: t('field.organisers'), value: joinWords(event.organisers.map(nameOf)) },
          { label: t('field.kind'), value: t(`kind.${content.kind}`) },
          { label: t('field.format'), value: t(`format.${content.format}`) },
          {
            label: t('field.host'),
            value: event.host && (
              <TextLink to="/companies/$id" params={{ id: event.host.id }}>
                {event.host.name}
              </TextLink>
            ),
          },
          {
            label: t('field.days'),
            value: (
              <>
                {content.days.map((one) => (
                  <div key={one.on}>{day(one)}</div>
                ))}
              </>
            ),
          },
          { label: t('field.place'), value: content.place },
          { label: t('field.placeNote'), value: content.placeNote },
          { label: t('field.registrationUntil'), value: formatDay(content.registrationUntil) },
          { label: t('field.needsOn'), value: formatDay(content.needsOn) },
          { label: t('field.wishesUntil'), value: formatDay(content.wishesUntil) },
          { label: t('field.cost'), value: event.costYen !== null && formatYen(event.costYen) },
          { label: t('field.updatedAt'), value: <DateTime at={event.updatedAt} /> },
        ]}
      />
    </Panel>
  );
}

function RulesPanel({ event: { content, slots } }: { event: MeetingEvent }) {
  const { t } = useTranslation('meetings');
  const taxonomy = useTaxonomy();
  const { rules, eligibility } = content;
  const prefectures = eligibility.supplierPrefectures.map((code) => taxonomy.name('prefectures', code));
  return (
    <Panel title={t('section.rules')}>
      <Facts
        facts={[
          {
            label: t('rules.meeting'),
            value: t('rules.meetingText', {
              minutes: rules.minutes,
              move: rules.moveMinutes,
              slots: slots.length,
            }),
          },
          { label: t('rules.orderer'), value: t('rules.upTo', { n: rules.ordererMeetings }) },
          { label: t('rules.supplier'), value: t('rules.upTo', { n: rules.supplierMeetings }) },
          {
            label: t('rules.wishes'),
            value: t('rules.wishesText', {
              orderer: rules.ordererWishes,
              supplier: rules.supplierWishes,
              musts: rules.musts,
            }),
          },
          {
            label: t('rules.seats'),
            value: t('rules.seatsText', {
              orderers: content.ordererSeats,
              suppliers: content.supplierSeats,
              tables: content.tables,
            }),
          },
          { label: t('rules.prefectures'), value: joinWords(prefectures) },
          { label: t('rules.note'), value: eligibility.note },
        ]}
      />
    </Panel>
  );
}
