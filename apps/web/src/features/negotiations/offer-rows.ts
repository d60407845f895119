import type { TFunction } from 'i18next';
import type { Offer } from '#contracts/offers.js';
import { sheetParts } from '#contracts/term-changes.js';
import type { OfferLine, TermSheet } from '#contracts/term-sheet.js';
import { lineAmount, sheetTotals } from '#contracts/term-totals.js';
import { formatDay } from '../../parts/format';
import { joinWords } from '../../parts/words';
import { formatMoney, type useOfferWords } from './use-offer-words';

/** A row of the comparison of rounds: its name, and what each round says there ('' where it has nothing). */
export interface RoundRow {
  key: string;
  label: string;
  /** Totals stand out. */
  strong?: boolean;
  cells: string[];
  /** For a line of the offer: the line in each round. */
  lines?: (OfferLine | undefined)[];
}

/** All keys in the order in which they first appear. */
const union = (lists: string[][]): string[] => [...new Set(lists.flat())];

/** Rows that hold all rounds side by side: lines by their key, totals, lots by their key, the other parts. */
export function roundRows(
  offers: readonly Offer[],
  words: ReturnType<typeof useOfferWords>,
  t: TFunction<'offers'>,
): RoundRow[] {
  const sheets = offers.map(({ terms }) => terms);
  const row = (key: string, label: string, cell: (terms: TermSheet) => string, strong = false): RoundRow => ({
    ...{ key, label, strong, cells: sheets.map(cell) },
  });
  const lines = union(sheets.map((s) => s.lines.map(({ key }) => key))).map((key) => {
    const name = sheets.flatMap((s) => s.lines.filter((l) => l.key === key)).at(-1)?.item ?? '';
    const lineOf = (terms: TermSheet) => terms.lines.find((l) => l.key === key);
    const cells = row(`line-${key}`, name, (terms) => {
      const line = lineOf(terms);
      if (!line) return '';
      const price = `${words.price(line)} = ${formatMoney(lineAmount(line, terms.rounding), line.currency)}`;
      return joinWords([line.item === name ? '' : line.item, price, words.drawing(line)]);
    });
    return { ...cells, lines: sheets.map(lineOf) };
  });
  const gross = (terms: TermSheet) =>
    joinWords(sheetTotals(terms).map((part) => formatMoney(part.gross, part.currency)));
  const isTaxed = sheets.some((s) => s.lines.some(({ taxClass }) => taxClass !== 'unstated'));
  const isSplit = sheets.some((s) => s.lots.length > 1);
  const lots = union(sheets.map((s) => s.lots.map(({ key }) => key))).map((key, i) =>
    row(`lot-${key}`, isSplit ? t('lot.one', { no: i + 1 }) : t('lot.deliverOn'), (terms) => {
      const lot = terms.lots.find((l) => l.key === key);
      if (!lot) return '';
      return isSplit
        ? joinWords([lot.name, formatDay(lot.deliverOn), words.lot(lot, terms)])
        : formatDay(lot.deliverOn);
    }),
  );
  const parts = sheetParts
    .filter((part) => part !== 'separable' || isSplit)
    .map((part) => row(part, t(`part.${part}`), (terms) => words.part(part, terms)));
  return [
    ...lines,
    row('net', t('total.net'), words.net, true),
    ...(isTaxed ? [row('gross', t('total.gross'), gross, true)] : []),
    ...lots,
    ...parts.filter(({ cells }) => cells.some((cell) => cell !== '')),
  ];
}
