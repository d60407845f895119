import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { IntroductionCard } from '#contracts/introductions.js';
import { DataTable } from '../../parts/data-table';
import { Yen } from '../../parts/format';
import { Panel } from '../../parts/panel';
import { StateBadge } from '../../parts/state-badge';
import { NextAction } from './next-action';
import { NextActionButton } from './next-action-button';

/** The same cases as a table, for comparing and for printing. */
export function BoardTable({ cards }: { cards: IntroductionCard[] }) {
  const { t } = useTranslation('board');
  return (
    <Panel>
      <DataTable
        caption={t('title')}
        rows={cards}
        rowKey={(card) => card.id}
        columns={[
          {
            key: 'title',
            header: t('subject'),
            main: true,
            cell: (card) => (
              <Anchor component={Link} to={`/introductions/${card.id}`} inherit>
                {card.subject.title}
              </Anchor>
            ),
          },
          {
            key: 'state',
            header: t('stage'),
            compact: true,
            bare: true,
            cell: (card) => <StateBadge kind="introduction" state={card.state} />,
          },
          {
            key: 'outcome',
            header: t('outcome'),
            compact: true,
            bare: true,
            cell: (card) => card.outcome && <StateBadge kind="outcome" state={card.outcome} />,
          },
          { key: 'owner', header: t('owner'), cell: (card) => card.ownerName },
          { key: 'candidate', header: t('candidate'), cell: (card) => card.candidateName },
          { key: 'next', header: t('nextAction'), cell: (card) => <NextAction card={card} /> },
          { key: 'coordinator', header: t('coordinator'), compact: true, cell: (card) => card.coordinator },
          {
            key: 'amount',
            header: t('amount'),
            compact: true,
            cell: (card) => card.amountYen !== null && <Yen value={card.amountYen} />,
          },
          {
            key: 'edit',
            header: t('nextAction'),
            action: true,
            cell: (card) => <NextActionButton card={card} />,
          },
        ]}
      />
    </Panel>
  );
}
