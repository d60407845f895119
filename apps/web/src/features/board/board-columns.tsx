import { NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntroductionCard } from '#contracts/introductions.js';
import { BoardCard } from './board-card';
import classes from './board.module.css';
import { byUrgency, columnOf, columns, type Column } from './columns';

/** What is over does not hide what moves: the rest of these columns is in the table. */
const SHOWN = 12;

interface BoardColumnsProps {
  cards: IntroductionCard[];
  /** On a narrow screen, the one column that is shown. */
  shown: string | undefined;
  onShow: (column: Column) => void;
}

/** The cases by how far they have come; on a narrow screen one column at a time. */
export function BoardColumns({ cards, shown, onShow }: BoardColumnsProps) {
  const { t } = useTranslation('board');
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const cardsOf = (column: Column) => cards.filter((card) => columnOf(card) === column).sort(byUrgency);
  if (wide) {
    return (
      <div className={classes.columns}>
        {columns.map((column) => (
          <BoardColumn key={column} column={column} cards={cardsOf(column)} />
        ))}
      </div>
    );
  }
  const current = columns.find((column) => column === shown) ?? 'waiting';
  return (
    <Stack gap="md">
      <NativeSelect
        label={t('stage')}
        value={current}
        onChange={(event) => onShow(event.currentTarget.value as Column)}
        data={columns.map((column) => ({
          value: column,
          label: `${t(`column.${column}`)} (${cardsOf(column).length})`,
        }))}
      />
      <BoardColumn column={current} cards={cardsOf(current)} />
    </Stack>
  );
}

function BoardColumn({ column, cards }: { column: Column; cards: IntroductionCard[] }) {
  const { t } = useTranslation('board');
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={classes.column}>
      <Title order={2} id={heading} size="h5" mb="xs">
        {t(`column.${column}`)}{' '}
        <Text span c="dimmed" fw={400}>
          {cards.length}
        </Text>
      </Title>
      {cards.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('emptyColumn')}
        </Text>
      ) : (
        <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
          {cards.slice(0, SHOWN).map((card) => (
            <BoardCard key={card.id} card={card} />
          ))}
        </Stack>
      )}
      {cards.length > SHOWN && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('moreInTable', { count: cards.length - SHOWN })}
        </Text>
      )}
    </section>
  );
}
