import { Alert, Button, Stack, Text } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { disputesApi, type Dispute } from '#contracts/disputes.js';
import { useEndpoint } from '../../api/use-endpoint';
import { Facts } from '../../parts/facts';
import { DateTime, Yen } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Panel } from '../../parts/panel';
import { StateBadge } from '../../parts/state-badge';
import { TalksPath } from '../../parts/talks-path';
import { TwoColumns } from '../../parts/two-columns';
import { DisputeCouncil } from './dispute-council';
import { DisputeDecision, PanelVotes, SettlementPanel } from './dispute-decision';
import { DisputeEvidence, EvidenceOver } from './dispute-evidence';
import { DisputeLots } from './dispute-lots';
import { DisputeStatements } from './dispute-statements';
import { DisputeStepPanel } from './dispute-step';

/** 紛争: what is claimed and answered, who judges, and what the reader is to do next. */
export default function DisputeScreen() {
  const { id } = useParams({ from: '/disputes/$id' });
  const query = useEndpoint(disputesApi.get, { params: { id } });
  return <Loaded query={query}>{(dispute) => <DisputePage key={dispute.id} dispute={dispute} />}</Loaded>;
}

function DisputePage({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const { roomId, viewer } = dispute;
  const reads = viewer !== 'asked' && viewer !== 'office';
  return (
    <>
      <PageHeader
        title={t('page.title', { no: dispute.no, kind: t(`kind.${dispute.kind}`) })}
        lead={dispute.title}
        back={{ to: '/disputes', label: t('page.back') }}
        path={<TalksPath here="council" to={roomId ? { room: `/rooms/${roomId}` } : {}} />}
        badges={<StateBadge kind="dispute" state={dispute.state} />}
        action={
          roomId && (
            <Button component={Link} to={`/rooms/${roomId}`} variant="default">
              {t('page.toRoom')}
            </Button>
          )
        }
      />
      <Stack gap="lg" mb="lg">
        <DisputeStepPanel dispute={dispute} />
      </Stack>
      <TwoColumns
        main={
          <>
            <DisputeDecision dispute={dispute} />
            {dispute.can.readVotes && <PanelVotes dispute={dispute} />}
            {reads && <DisputeStatements dispute={dispute} />}
            {reads && (dispute.can.readEvidence ? <DisputeEvidence dispute={dispute} /> : <EvidenceOver />)}
            {viewer === 'asked' ? <Overview dispute={dispute} /> : <DisputeLots dispute={dispute} />}
          </>
        }
        side={
          <Stack gap="lg">
            {viewer !== 'asked' && <Overview dispute={dispute} />}
            <div id="council">
              <DisputeCouncil dispute={dispute} />
            </div>
            {(dispute.can.settle || dispute.settlement) && <SettlementPanel dispute={dispute} />}
          </Stack>
        }
      />
    </>
  );
}

function Overview({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  const { parties, claimant, untold } = dispute;
  const other = claimant === 'owner' ? 'candidate' : 'owner';
  return (
    <Panel title={t('overview.title')}>
      <Facts
        facts={[
          { label: t('overview.claimant'), value: parties[claimant] },
          { label: t('overview.respondent'), value: parties[other] },
          {
            label: t('overview.amount'),
            value: dispute.amountYen !== null && <Yen value={dispute.amountYen} />,
          },
          { label: t('overview.openedBy'), value: dispute.openedBy },
          { label: t('overview.openedAt'), value: <DateTime at={dispute.createdAt} /> },
          { label: t('due'), value: dispute.dueAt && <DateTime at={dispute.dueAt} /> },
          { label: t('overview.you'), value: t(`viewer.${dispute.viewer}`) },
        ]}
      />
      {untold.map((side) => (
        <Alert key={side} color="yellow" mt="sm" p="xs">
          <Text size="sm">{t('overview.untold', { name: parties[side] })}</Text>
        </Alert>
      ))}
      {dispute.untoldPartners > 0 && (
        <Alert color="yellow" mt="sm" p="xs">
          <Text size="sm">{t('overview.untoldPartners', { n: dispute.untoldPartners })}</Text>
        </Alert>
      )}
      <Text size="sm" c="dimmed" mt="sm">
        {t('noCourt')}
      </Text>
    </Panel>
  );
}
