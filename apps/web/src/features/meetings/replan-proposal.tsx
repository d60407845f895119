import { Alert, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MeetingEvent } from '#contracts/meeting-events.js';
import { meetingReplanApi, type ReplanChange, type ReplanProposal } from '#contracts/meeting-replan.js';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';
import { Loaded, Loading } from '../../parts/loaded';
import { RecordList, RecordRow } from '../../parts/record-list';
import { formatSlotOf } from './meeting-words';
import type { ReplanAsk } from './replan-panel';

interface ProposalProps {
  event: MeetingEvent;
  ask: ReplanAsk;
  /** Whether tables or slots are said to have fallen away, or to be back, that were not known so. */
  tellsMore: boolean;
  done: () => void;
}

/** What would change, and whether fewer moves are possible; taken over only once it is confirmed. */
export function ReplanProposalView(props: ProposalProps) {
  const { event, ask } = props;
  const query = useEndpoint(meetingReplanApi.proposal, { params: { id: event.id }, query: ask });
  if (query.isPlaceholderData) return <Loading lines={3} />;
  return (
    <Loaded query={query} lines={3}>
      {(proposal) => <Shown {...props} proposal={proposal} askAgain={() => void query.refetch()} />}
    </Loaded>
  );
}

type ShownProps = ProposalProps & { proposal: ReplanProposal; askAgain: () => void };

function Shown({ event, ask, tellsMore, proposal, done, askAgain }: ShownProps) {
  const { t } = useTranslation('meetings');
  const take = useCommand(meetingReplanApi.take);
  const { changes, digest, moves, bound, outcome } = proposal;
  if (outcome === 'none')
    return (
      <Alert color="yellow" role="status">
        {t('replan.none')}
      </Alert>
    );
  const firms = new Set(changes.flatMap(({ ordererId, supplierId }) => [ordererId, supplierId])).size;
  const otherTables = changes.filter(({ from, to }) => from && from.slot === to?.slot).length;
  const body = {
    ...{ addWishes: ask.addWishes, digest },
    closedTables: ask.closedTables.map(Number),
    closedSlots: ask.closedSlots.map(Number),
  };
  return (
    <Stack gap="sm">
      <div role="status">
        <Text fw={600}>{moves === 0 ? t('replan.noMoves') : t('replan.moves', { n: moves })}</Text>
        {moves > 0 && (
          <Text size="sm">{outcome === 'proven' ? t('replan.proven') : t('replan.found', { bound })}</Text>
        )}
        {otherTables > 0 && <Text size="sm">{t('replan.otherTables', { n: otherTables })}</Text>}
        <Text size="sm">{t('replan.stays', { n: proposal.stays })}</Text>
        {ask.addWishes && proposal.wishesLeft > 0 && (
          <Text size="sm">{t('replan.wishesLeft', { n: proposal.wishesLeft })}</Text>
        )}
      </div>
      <RecordList>
        {changes.map((change) => (
          <RecordRow key={change.meetingId ?? `${change.ordererId} ${change.supplierId}`}>
            <Change event={event} change={change} />
          </RecordRow>
        ))}
      </RecordList>
      {(tellsMore || changes.length > 0) && (
        <Group>
          <ConfirmButton
            label={t('replan.take')}
            variant="filled"
            title={t('replan.takeTitle')}
            text={firms === 0 ? t('replan.takeNobody') : t('replan.takeText', { n: firms })}
            onConfirm={async () => {
              try {
                await take.mutateAsync({ params: { id: event.id }, body });
                tell(t('replan.taken'));
                done();
              } catch (error) {
                // What would happen by now, to be looked at before it is confirmed again.
                askAgain();
                throw error;
              }
            }}
          />
        </Group>
      )}
    </Stack>
  );
}

function Change({ event, change }: { event: MeetingEvent; change: ReplanChange }) {
  const { t } = useTranslation('meetings');
  const placeOf = ({ slot: no, table }: NonNullable<ReplanChange['to']>): string => {
    const slot = event.slots.find((one) => one.no === no);
    const where = table === null ? t('format.online') : t('timetable.tableNo', { n: table });
    return `${slot ? formatSlotOf(slot, event) : ''} ${where}`;
  };
  const { from, to } = change;
  return (
    <>
      <Text fw={600}>
        {change.orderer} × {change.supplier}
      </Text>
      <Text size="sm" c={to ? undefined : 'red.7'}>
        {from && to && t('replan.fromTo', { from: placeOf(from), to: placeOf(to) })}
        {!from && to && t('replan.new', { to: placeOf(to) })}
        {from && !to && t('replan.off', { from: placeOf(from) })}
      </Text>
    </>
  );
}
