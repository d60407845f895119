import { Box, Group, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import type { Offer } from '#contracts/offers.js';
import { DateTime } from '../../parts/format';
import { StateBadge } from '../../parts/state-badge';
import { DocumentLink } from './document-link';
import { roundRows, type RoundRow } from './offer-rows';
import { useOfferWords } from './use-offer-words';
import classes from './offer-table.module.css';

/** The timeline of all rounds side by side: terms as rows, rounds as columns, what changed marked in words. */
export function OfferTable({ room, offers }: { room: Room; offers: Offer[] }) {
  const { t } = useTranslation('negotiations');
  const words = useOfferWords();
  const { t: tOffers } = useTranslation('offers');
  return (
    <Box className={classes.frame} tabIndex={0} role="region" aria-label={t('offer.tableLabel')}>
      <Table withTableBorder withColumnBorders bg="white" className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" className={classes.rowHead}>
              {t('offer.term.heading')}
            </Table.Th>
            {offers.map((offer) => (
              <Table.Th key={offer.id} scope="col">
                <RoundHead room={room} offer={offer} />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {roundRows(offers, words, tOffers).map((row) => (
            <Table.Tr key={row.key}>
              <Table.Th scope="row" className={classes.rowHead}>
                {row.label}
              </Table.Th>
              {offers.map((offer, i) => (
                <Table.Td key={offer.id}>
                  <Term roomId={room.id} row={row} index={i} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
          {room.subject.kind === 'order' && (
            <Table.Tr>
              <Table.Th scope="row" className={classes.rowHead}>
                {t('offer.orderRevision')}
              </Table.Th>
              {offers.map((offer) => (
                <Table.Td key={offer.id}>
                  {t('offer.revision', { revision: offer.orderRevision ?? '' })}
                  {offer.outdated && (
                    <Text size="sm" c="yellow.8" fw={600}>
                      {t('offer.outdated')}
                    </Text>
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          )}
        </Table.Tbody>
      </Table>
    </Box>
  );
}

function RoundHead({ room, offer }: { room: Room; offer: Offer }) {
  const { t } = useTranslation('negotiations');
  return (
    <Stack gap={4} align="flex-start">
      <Group gap="xs">
        <span>{t('offer.round', { no: offer.no })}</span>
        <StateBadge kind="offer" state={offer.state} />
      </Group>
      <Text size="sm">{room[offer.side].name}</Text>
      <Text size="xs" c="dimmed">
        <DateTime at={offer.createdAt} />
      </Text>
    </Stack>
  );
}

function Term({ roomId, row, index }: { roomId: string; row: RoundRow; index: number }) {
  const { t } = useTranslation(['negotiations', 'common']);
  const [now, before] = [row.cells[index] ?? '', row.cells[index - 1]];
  const isChanged = before !== undefined && before !== now;
  const line = row.lines?.[index];
  return (
    <>
      <Text size="sm" fw={isChanged || row.strong ? 650 : undefined} style={{ whiteSpace: 'pre-wrap' }}>
        {now || t('common:none')}
      </Text>
      {line && <DocumentLink roomId={roomId} line={line} />}
      {isChanged && (
        <Text size="xs" c="ai.7" className={classes.changed}>
          {t('offer.changedFrom', { before: before || t('common:none') })}
        </Text>
      )}
    </>
  );
}
