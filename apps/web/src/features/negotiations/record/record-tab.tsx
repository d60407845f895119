import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import { offersApi } from '#contracts/offers.js';
import { recordsApi, type RoomRecord } from '#contracts/records.js';
import { signingApi } from '#contracts/signing.js';
import { urlOf } from '../../../api/client';
import { useEndpoint } from '../../../api/use-endpoint';
import { Facts } from '../../../parts/facts';
import { DateTime } from '../../../parts/format';
import { Loaded } from '../../../parts/loaded';
import { Panel } from '../../../parts/panel';
import { StateBadge } from '../../../parts/state-badge';
import { RoomDisputesPanel } from '../../disputes/room-disputes-panel';
import { grouped } from '../../verification/grouped';
import { MinutesPanel } from './minutes-panel';
import { Hash, SignatureFacts } from './signing-panel';

/** 記録: what of the talks lasts and can be proven. */
export function RecordTab({ room }: { room: Room }) {
  return (
    <Stack gap="md">
      {room.agreementId && <AgreementPanel id={room.agreementId} />}
      <MinutesPanel room={room} />
      <RecordPanel room={room} />
      <RoomDisputesPanel roomId={room.id} />
    </Stack>
  );
}

function AgreementPanel({ id }: { id: string }) {
  const { t } = useTranslation(['proof', 'negotiations']);
  const agreementQuery = useEndpoint(offersApi.agreement, { params: { id } });
  const signingQuery = useEndpoint(signingApi.get, { params: { id } });
  return (
    <Loaded query={agreementQuery} lines={3}>
      {(agreement) => (
        <Loaded query={signingQuery} lines={3}>
          {(signing) => (
            <Panel
              title={t('negotiations:agreement.title', { no: agreement.no })}
              action={<StateBadge kind="signing" state={signing.state} />}
            >
              <SignatureFacts {...{ agreement, signing }} />
              {signing.can.sign && (
                <Text size="sm" mt="sm">
                  {t(`signing.needs.${signing.method}`)}
                </Text>
              )}
              <Group mt="md" gap="xs">
                <Button
                  component={Link}
                  to={`/agreements/${id}`}
                  variant={signing.can.sign ? 'filled' : 'default'}
                  size="sm"
                >
                  {t(signing.can.sign ? 'record.toSign' : 'record.toAgreement')}
                </Button>
                <Button
                  component="a"
                  href={urlOf(offersApi.agreementPdf, { params: { id } })}
                  download
                  variant="default"
                  size="sm"
                >
                  {t('negotiations:agreement.pdf')}
                </Button>
              </Group>
            </Panel>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

function RecordPanel({ room }: { room: Room }) {
  const { t } = useTranslation('proof');
  const query = useEndpoint(recordsApi.get, { params: { id: room.id } });
  return (
    <Panel title={t('record.title')} lead={t('record.lead')}>
      <Loaded query={query} lines={4}>
        {(record) => <RecordFacts room={room} record={record} />}
      </Loaded>
    </Panel>
  );
}

function RecordFacts({ room, record }: { room: Room; record: RoomRecord }) {
  const { t } = useTranslation('proof');
  const { head, lastAt, shown, withheld, fingerprint } = record;
  return (
    <Stack gap="md">
      <Facts
        facts={[
          {
            label: t('verify.entries'),
            value: t(withheld > 0 ? 'record.entriesWithheld' : 'verify.entriesOf', { shown, withheld }),
          },
          { label: t('record.lastAt'), value: lastAt && <DateTime at={lastAt} /> },
          {
            label: t('verify.head'),
            value: (
              <>
                <div>{t('signing.headOf', { position: head.position })}</div>
                <Hash text={head.link} />
              </>
            ),
          },
          { label: t('verify.key'), value: <Hash text={grouped(fingerprint)} /> },
        ]}
      />
      <Text size="sm">{t('record.exportText')}</Text>
      <Group gap="md">
        <Button
          component="a"
          href={urlOf(recordsApi.export, { params: { id: room.id } })}
          download
          variant="default"
        >
          {t('record.export')}
        </Button>
        <Anchor component={Link} to="/verify" size="sm" underline="always">
          {t('signing.toVerify')}
        </Anchor>
      </Group>
    </Stack>
  );
}
