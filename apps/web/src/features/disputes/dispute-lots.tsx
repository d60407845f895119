import { Alert, Anchor, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { disputesApi, NO_ADDITION, type CouncilLot, type Dispute } from '#contracts/disputes.js';
import { urlOf } from '../../api/client';
import { Facts } from '../../parts/facts';
import { DateTime } from '../../parts/format';
import { Panel } from '../../parts/panel';
import { Hash } from '../negotiations/record/signing-panel';

/** くじ: what was fixed before and is known after, so that anybody can draw it again. */
export function DisputeLots({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('disputes');
  return (
    <Panel title={t('lot.title')} lead={t('lot.lead')}>
      <Stack gap="lg">
        {dispute.lots.map((lot) => (
          <Lot key={lot.no} lot={lot} parties={dispute.parties} only={dispute.lots.length === 1} />
        ))}
        {dispute.can.readLot && (
          <div>
            <Anchor
              href={urlOf(disputesApi.lots, { params: { id: dispute.id } })}
              download
              size="sm"
              underline="always"
            >
              {t('lot.download')}
            </Anchor>
            <Text size="sm" c="dimmed">
              {t('lot.verify')}
            </Text>
          </div>
        )}
      </Stack>
    </Panel>
  );
}

interface LotProps {
  lot: CouncilLot;
  parties: Dispute['parties'];
  only: boolean;
}

function Lot({ lot, parties, only }: LotProps) {
  const { t } = useTranslation('disputes');
  const bindsNames = lot.format === 'nakadachi-lot/3';
  return (
    <section aria-label={t('lot.no', { no: lot.no })}>
      {!only && (
        <Text fw={650} mb="xs">
          {t('lot.no', { no: lot.no })}
        </Text>
      )}
      {lot.addition === NO_ADDITION && (
        <Alert color="yellow" mb="sm">
          <Text size="sm">{t('lot.nobodyAdded')}</Text>
          {lot.format === 'nakadachi-lot/2' && <Text size="sm">{t('lot.namesFree')}</Text>}
        </Alert>
      )}
      <Facts
        facts={[
          { label: t('lot.seats'), value: t('lot.people', { n: lot.seats }) },
          {
            label: t(bindsNames ? 'lot.commitmentWithNames' : 'lot.commitment'),
            value: <Dated hash={lot.commitment} at={lot.committedAt} />,
          },
          {
            label: t('lot.list'),
            value: lot.listHash && lot.listedAt && (
              <>
                <div>{t('lot.people', { n: lot.candidates ?? 0 })}</div>
                <Dated hash={lot.listHash} at={lot.listedAt} />
              </>
            ),
          },
          {
            label: t('lot.untold'),
            value: (lot.untold.length > 0 || lot.untoldPartners > 0) && (
              <>
                {lot.untold.map((side) => (
                  <div key={side}>{parties[side]}</div>
                ))}
                {lot.untoldPartners > 0 && <div>{t('lot.untoldPartners', { n: lot.untoldPartners })}</div>}
              </>
            ),
          },
          { label: t('lot.excluded'), value: lot.excluded.length > 0 && <Excluded lot={lot} /> },
          {
            label: t('lot.addition'),
            value: lot.addition && lot.drawnAt && (
              <>
                <div>{lot.drawnBy ?? t('lot.nobody')}</div>
                <Dated hash={lot.addition} at={lot.drawnAt} />
              </>
            ),
          },
          { label: t('lot.seed'), value: lot.seed && <Hash text={lot.seed} /> },
        ]}
      />
    </section>
  );
}

function Dated({ hash, at }: { hash: string; at: string }) {
  return (
    <>
      <Hash text={hash} />
      <Text size="xs" c="gray.7">
        <DateTime at={at} />
      </Text>
    </>
  );
}

function Excluded({ lot }: { lot: CouncilLot }) {
  const { t } = useTranslation('disputes');
  return (
    <List size="sm">
      {lot.excluded.map(({ code, count }) => (
        <List.Item key={code}>{t('lot.left', { reason: t(`conflict.${code}`), n: count })}</List.Item>
      ))}
    </List>
  );
}
