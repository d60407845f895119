import { Alert, Badge, Group, Paper, Stack, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import { pricePercent } from '#contracts/price-formula.js';
import type { PriceRound } from '#contracts/price-ledger.js';
import { Facts } from '../../parts/facts';
import { formatDateTime, formatDay } from '../../parts/format';
import { RecordList, RecordRow } from '../../parts/record-list';
import { LedgerActions } from './ledger-actions';
import { groupDigits } from './use-offer-words';
import classes from './agreement.module.css';

interface RoundProps {
  room: Room;
  round: PriceRound;
}

const colours = { asked: 'yellow', answered: 'blue', settled: 'green', withdrawn: 'gray' } as const;

/** One request with its grounds, formula, answer and signatures. */
export function LedgerRound({ room, round }: RoundProps) {
  const { t } = useTranslation('ledger');
  const { document: d } = round;
  const title = t('round.title', { no: round.no, item: d.item });
  const at = formatDateTime(round.asked.at);
  return (
    <Paper component="article" withBorder p="md" bg="white" aria-label={title}>
      <Stack gap="sm">
        <div>
          <Group justify="space-between" gap="xs" align="flex-start">
            <Text fw={650}>{title}</Text>
            <Badge color={colours[round.state]} variant="light" tt="none" c="dark">
              {t(`round.state.${round.state}`)}
            </Badge>
          </Group>
          <Text size="sm" c="gray.7">
            {t('round.asked', { company: room[round.side].name, by: round.asked.by, at })}
          </Text>
        </div>
        {round.waitingDays !== null && (
          <Alert color="yellow" p="xs">
            <Text size="sm">{t('round.clock', { days: round.waitingDays })}</Text>
          </Alert>
        )}
        <div>
          <Text fw={650} fz="lg">
            {t('round.prices', {
              current: groupDigits(d.currentPrice),
              requested: groupDigits(d.requestedPrice),
              percent: pricePercent(d.currentPrice, d.requestedPrice),
            })}
          </Text>
          <Text size="sm" c="gray.7">
            {t('round.perUnit', { unit: d.unit, on: formatDay(d.effectiveOn) })}
          </Text>
        </div>
        <Parts round={round} />
        <RoundFacts room={room} round={round} />
        <LedgerActions room={room} round={round} />
      </Stack>
    </Paper>
  );
}

type Part = PriceRound['document']['parts'][number];

/** A table where there is room to compare; on a phone one below the other, so that no figure is out of sight. */
function Parts({ round }: { round: PriceRound }) {
  const narrow = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  return narrow ? <PartList parts={round.document.parts} /> : <PartTable parts={round.document.parts} />;
}

function PartList({ parts }: { parts: readonly Part[] }) {
  const { t } = useTranslation('ledger');
  return (
    <section aria-label={t('round.parts')}>
      <RecordList>
        {parts.map((part, i) => (
          <RecordRow key={i}>
            <PartName part={part} />
            <Text size="sm">
              {t('round.share')} {part.sharePercent}%
            </Text>
            <PartValues part={part} />
            <Text size="sm" fw={600}>
              {t('round.effect')} {t('round.effectOf', { effect: groupDigits(part.effect) })}
            </Text>
          </RecordRow>
        ))}
      </RecordList>
    </section>
  );
}

function PartTable({ parts }: { parts: readonly Part[] }) {
  const { t } = useTranslation('ledger');
  return (
    <Table withTableBorder verticalSpacing="xs" aria-label={t('round.parts')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('round.parts')}</Table.Th>
          <Table.Th scope="col" ta="right">
            {t('round.share')}
          </Table.Th>
          <Table.Th scope="col">{t('round.values')}</Table.Th>
          <Table.Th scope="col" ta="right">
            {t('round.effect')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {parts.map((part, i) => (
          <Table.Tr key={i}>
            <Table.Td>
              <PartName part={part} />
            </Table.Td>
            <Table.Td ta="right">{part.sharePercent}%</Table.Td>
            <Table.Td>
              <PartValues part={part} />
            </Table.Td>
            <Table.Td ta="right">{t('round.effectOf', { effect: groupDigits(part.effect) })}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function PartName({ part }: { part: Part }) {
  const { t } = useTranslation('ledger');
  return (
    <>
      <Text size="sm">
        {t(`kind.${part.kind}`)} {part.label}
      </Text>
      {part.index && (
        <Text size="xs" c="gray.7">
          {part.index.name} {part.index.source}
        </Text>
      )}
    </>
  );
}

function PartValues({ part }: { part: Part }) {
  return (
    <>
      <Text size="sm">
        {part.index?.basePeriod} {groupDigits(part.baseValue)} → {part.index?.period}{' '}
        {groupDigits(part.value)}
      </Text>
      <Text size="xs" c="gray.7">
        {part.changePercent}%
      </Text>
    </>
  );
}

function RoundFacts({ room, round }: RoundProps) {
  const { t } = useTranslation('ledger');
  const { document: d, answer } = round;
  const other = round.side === 'owner' ? 'candidate' : 'owner';
  const act = (side: 'owner' | 'candidate', done: { by: string; at: string }) =>
    t('round.answeredBy', { company: room[side].name, by: done.by, at: formatDateTime(done.at) });
  const keep = (text: string) => (
    <Text span inherit style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {text}
    </Text>
  );
  return (
    <Facts
      facts={[
        { label: t('round.formula'), value: keep(d.formula) },
        { label: t('round.reason'), value: keep(d.reason) },
        {
          label: t('round.answer'),
          value:
            answer &&
            round.answered &&
            keep(
              [
                t('round.answerOf', {
                  decision: t(`decided.${answer.decision}`),
                  price: groupDigits(answer.price),
                }),
                answer.reasons || t('round.noReasons'),
                act(other, round.answered),
              ].join('\n'),
            ),
        },
        {
          label: t('round.signed'),
          value:
            (round.state === 'answered' || round.state === 'settled') &&
            keep(
              (['owner', 'candidate'] as const)
                .map((side) => {
                  const done = round.signed[side];
                  return done ? act(side, done) : t('round.notSigned', { company: room[side].name });
                })
                .join('\n'),
            ),
        },
        { label: t('round.withdrawn'), value: round.withdrawnReason },
        {
          label: t('round.hash'),
          value: (
            <Text span size="xs" ff="monospace" className={classes.hash}>
              {round.sha256}
            </Text>
          ),
        },
        { label: t('round.kept'), value: formatDay(round.retainUntil) },
      ]}
    />
  );
}
