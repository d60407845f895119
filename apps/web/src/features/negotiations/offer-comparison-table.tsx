import { Anchor, Badge, Group, Stack, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ComparedOffer } from '#contracts/offer-comparison.js';
import { Facts } from '../../parts/facts';
import { formatDay } from '../../parts/format';
import { Panel } from '../../parts/panel';
import { StateBadge } from '../../parts/state-badge';
import type { ComparedCell, ComparedRow } from './offer-comparison-rows';
import classes from './offer-comparison.module.css';

interface Shown {
  items: readonly ComparedOffer[];
  rows: readonly ComparedRow[];
}

/** Companies as columns; on a narrow screen one sheet per company. */
export function OfferComparisonTable({ items, rows }: Shown) {
  const narrow = useMediaQuery('screen and (max-width: 48em)', false, { getInitialValueInEffect: false });
  return narrow ? <Cards {...{ items, rows }} /> : <WideTable {...{ items, rows }} />;
}

function WideTable({ items, rows }: Shown) {
  const { t } = useTranslation('offers');
  return (
    <div className={classes.frame} tabIndex={0} role="region" aria-label={t('compare.table')}>
      <Table withTableBorder withColumnBorders bg="white" className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" className={classes.rowHead}>
              {t('compare.term')}
            </Table.Th>
            {items.map((offer) => (
              <Table.Th key={offer.roomId} scope="col">
                <Anchor component={Link} to={`/companies/${offer.company.id}`} fw={600} inherit>
                  {offer.company.name}
                </Anchor>
                <Head offer={offer} />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.key}>
              <Table.Th scope="row" className={classes.rowHead}>
                {row.label}
                {row.note && (
                  <Text size="xs" c="dimmed">
                    {row.note}
                  </Text>
                )}
              </Table.Th>
              {items.map((offer, i) => (
                <Table.Td key={offer.roomId} data-best={row.cells[i]?.best ? true : undefined}>
                  <Cell cell={row.cells[i]} strong={row.strong} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Cards({ items, rows }: Shown) {
  return (
    <Stack gap="md">
      {items.map((offer, i) => (
        <Panel key={offer.roomId} title={offer.company.name}>
          <Stack gap="sm">
            <Head offer={offer} />
            <Facts
              facts={rows.map((row) => ({
                label: row.note ? `${row.label}　${row.note}` : row.label,
                value: <Cell cell={row.cells[i]} strong={row.strong} />,
              }))}
            />
          </Stack>
        </Panel>
      ))}
    </Stack>
  );
}

/** What kind of word it is: its state, its day, and the way to the talks. */
function Head({ offer }: { offer: ComparedOffer }) {
  const { t } = useTranslation('offers');
  const isCountered = offer.state === 'superseded' && offer.stands;
  return (
    <Stack gap={4} align="flex-start" mt={4}>
      <Group gap="xs">
        {isCountered ? (
          <Badge color="yellow" variant="light" tt="none" radius="sm">
            {t('compare.countered')}
          </Badge>
        ) : (
          <StateBadge kind="offer" state={offer.state} />
        )}
        <Text size="xs" c="dimmed" fw={400}>
          {t('compare.made')} {formatDay(offer.madeOn)}
        </Text>
      </Group>
      {offer.outdated && (
        <Text size="sm" c="yellow.8" fw={600}>
          {t('compare.outdated')}
        </Text>
      )}
      <Anchor component={Link} to={`/rooms/${offer.roomId}`} size="sm" className="no-print" fw={400}>
        {t('compare.room')}
      </Anchor>
    </Stack>
  );
}

function Cell({ cell, strong }: { cell: ComparedCell | undefined; strong?: boolean | undefined }) {
  const { t } = useTranslation(['offers', 'common']);
  const { lines = [], best, remark } = cell ?? {};
  return (
    <>
      {lines.length === 0 && !remark && t('common:none')}
      {lines.map((line, i) => (
        <Text key={i} size="sm" fw={strong || best ? 650 : undefined} style={{ whiteSpace: 'pre-wrap' }}>
          {line}
        </Text>
      ))}
      {best && (
        <Badge color="green" variant="light" tt="none" radius="sm" miw="max-content">
          {best}
        </Badge>
      )}
      {remark && (
        <Text size="xs" c="dimmed">
          {remark}
        </Text>
      )}
    </>
  );
}
