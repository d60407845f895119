import { Button, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadError, Loading } from '../../parts/loaded';
import { BoardCard } from './board-card';
import { byUrgency, columns, type Column } from './columns';
import { useColumnPages, type BoardQuery, type CardPages } from './use-column-pages';
import classes from './board.module.css';

interface BoardColumnsProps {
  query: BoardQuery;
  /** On a narrow screen, the one column that is shown. */
  shown: Column;
  onShow: (column: Column) => void;
}

const countOf = (pages: CardPages): number => pages.first?.total ?? 0;
const isMoving = (column: Column): boolean => column !== 'agreed' && column !== 'over';

/** The cases by how far they have come; on a narrow screen one column at a time. */
export function BoardColumns({ query, shown, onShow }: BoardColumnsProps) {
  const { t } = useTranslation('board');
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const pages = useColumnPages(query);
  if (wide) {
    // A column without cases takes less room, so that the others can be read.
    const widths = columns.map((column) => (countOf(pages[column]) === 0 ? '6.5rem' : 'minmax(0, 1fr)'));
    return (
      <div className={classes.columns} style={{ gridTemplateColumns: widths.join(' ') }}>
        {columns.map((column) => (
          <BoardColumn key={column} column={column} pages={pages[column]} />
        ))}
      </div>
    );
  }
  return (
    <Stack gap="md">
      <NativeSelect
        label={t('stage')}
        value={shown}
        onChange={(event) => onShow(event.currentTarget.value as Column)}
        data={columns.map((column) => ({
          value: column,
          label: t('columnCount', { column: t(`column.${column}`), n: countOf(pages[column]) }),
        }))}
      />
      <BoardColumn column={shown} pages={pages[shown]} />
    </Stack>
  );
}

function BoardColumn({ column, pages }: { column: Column; pages: CardPages }) {
  const { t } = useTranslation('board');
  const heading = useId();
  const cards = isMoving(column) ? pages.items.toSorted(byUrgency) : pages.items;
  return (
    <section aria-labelledby={heading} className={classes.column}>
      <Title order={2} id={heading} className={classes.heading}>
        {t(`column.${column}`)}{' '}
        <Text span inherit c="dimmed" fw={400}>
          {pages.first && t('cases', { count: countOf(pages) })}
        </Text>
      </Title>
      {pages.isPending && <Loading lines={3} />}
      {pages.error && <LoadError error={pages.error} retry={pages.refetch} />}
      {pages.first && cards.length === 0 && (
        <Text size="sm" c="gray.7">
          {t('emptyColumn')}
        </Text>
      )}
      {cards.length > 0 && (
        <ul className={classes.cards}>
          {cards.map((card) => (
            <BoardCard key={card.id} card={card} />
          ))}
        </ul>
      )}
      {pages.hasMore && (
        <Button
          mt="sm"
          size="xs"
          variant="default"
          fullWidth
          onClick={pages.loadMore}
          loading={pages.isLoadingMore}
        >
          {t('more', { count: countOf(pages) - cards.length })}
        </Button>
      )}
    </section>
  );
}
