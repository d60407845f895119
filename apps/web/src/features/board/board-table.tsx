import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { IntroductionCard } from '#contracts/introductions.js';
import { DataTable } from '../../parts/data-table';
import { Day, Yen } from '../../parts/format';
import { StateBadge } from '../../parts/state-badge';
import { NextActionButton } from './next-action-form';

/** The same cases as a table, for sorting with the eye and for printing. */
export function BoardTable({ cards }: { cards: IntroductionCard[] }) {
  const { t } = useTranslation('board');
  return (
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
            <Anchor component={Link} to={`/introductions/${card.id}`} inherit fw={600}>
              {card.subject.title}
            </Anchor>
          ),
        },
        {
          key: 'state',
          header: t('state'),
          compact: true,
          cell: (card) => <StateBadge kind="introduction" state={card.state} />,
        },
        { key: 'owner', header: t('owner'), cell: (card) => card.ownerName },
        { key: 'candidate', header: t('candidate'), cell: (card) => card.candidateName },
        { key: 'next', header: t('nextAction'), cell: (card) => card.nextAction },
        {
          key: 'on',
          header: t('nextActionOn'),
          compact: true,
          cell: (card) => card.nextActionOn && <Day on={card.nextActionOn} />,
        },
        { key: 'coordinator', header: t('coordinator'), compact: true, cell: (card) => card.coordinator },
        {
          key: 'outcome',
          header: t('outcome'),
          compact: true,
          cell: (card) => card.outcome && <StateBadge kind="outcome" state={card.outcome} />,
        },
        {
          key: 'amount',
          header: t('amount'),
          compact: true,
          cell: (card) => card.amountYen !== null && <Yen value={card.amountYen} />,
        },
        {
          key: 'edit',
          header: t('editNextAction'),
          action: true,
          cell: (card) => <NextActionButton card={card} />,
        },
      ]}
    />
  );
}
