import { Button, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { negotiationsApi, type Room } from '#contracts/negotiations.js';
import { priceLedgerApi, type PriceLedger } from '#contracts/price-ledger.js';
import { urlOf } from '../../api/client';
import { useEndpoint } from '../../api/use-endpoint';
import { EmptyState } from '../../parts/empty-state';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { LedgerAskForm } from './ledger-ask-form';
import { LedgerIndexes } from './ledger-indexes';
import { LedgerRound } from './ledger-round';

/** The record of all talks about the price in one room. */
export default function LedgerScreen() {
  const { id } = useParams({ from: '/rooms/$id/prices' });
  const room = useEndpoint(negotiationsApi.get, { params: { id } });
  const ledger = useEndpoint(priceLedgerApi.list, { params: { id } });
  return (
    <Loaded query={room}>
      {(shown) => <Loaded query={ledger}>{(rounds) => <Ledger room={shown} ledger={rounds} />}</Loaded>}
    </Loaded>
  );
}

function Ledger({ room, ledger }: { room: Room; ledger: PriceLedger }) {
  const { t } = useTranslation('ledger');
  const file = (endpoint: typeof priceLedgerApi.pdf | typeof priceLedgerApi.json) =>
    urlOf(endpoint, { params: { id: room.id } });
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={room.title}
        back={{ to: `/rooms/${room.id}`, label: t('back') }}
        action={
          <>
            <Button component="a" href={file(priceLedgerApi.json)} download variant="default">
              {t('json')}
            </Button>
            <Button component="a" href={file(priceLedgerApi.pdf)} download variant="default">
              {t('pdf')}
            </Button>
            {ledger.can.ask && <AskButton room={room} ledger={ledger} />}
          </>
        }
      />
      <Stack gap="md">
        <Text size="sm">
          {t('lead')} {t('kept', { years: ledger.retentionYears })}
        </Text>
        {ledger.items.length === 0 && <EmptyState title={t('none')} text={t('noneText')} />}
        {ledger.items.toReversed().map((round) => (
          <LedgerRound key={round.id} room={room} round={round} />
        ))}
        <LedgerIndexes room={room} ledger={ledger} />
      </Stack>
    </>
  );
}

function AskButton({ room, ledger }: { room: Room; ledger: PriceLedger }) {
  const { t } = useTranslation('ledger');
  const [opened, { open, close }] = useDisclosure(false);
  const narrow = useMediaQuery('(max-width: 48em)');
  return (
    <>
      <Button onClick={open}>{t('ask.open')}</Button>
      <Modal opened={opened} onClose={close} title={t('ask.open')} size="lg" fullScreen={narrow}>
        <LedgerAskForm room={room} indexes={ledger.indexes} onAsked={close} />
      </Modal>
    </>
  );
}
