import { vocabularyContent, vocabularyKinds, type VocabularyContent } from '#contracts/vocabulary.js';
import type { BothLanguages, Language } from '#contracts/shapes.js';
import type { ExportRow, Row } from '#platform/spreadsheet/index.js';
import type { Entry } from './entry.js';

/** Columns of a vocabulary file, in order. Lists are separated by `;`. */
export const columns = {
  id: { ja: '項目ID', en: 'Entry ID' },
  kind: { ja: '分野', en: 'Kind' },
  tradeJa: { ja: '現場の言葉', en: 'Trade words (Japanese)' },
  patentJa: { ja: '特許の言葉', en: 'Patent words (Japanese)' },
  tradeEn: { ja: '現場の言葉（英語）', en: 'Trade words (English)' },
  patentEn: { ja: '特許の言葉（英語）', en: 'Patent words (English)' },
  codes: { ja: '工程・材料コード', en: 'Process and material codes' },
  direction: { ja: '向き', en: 'Direction' },
  weight: { ja: '重み', en: 'Weight' },
  state: { ja: '状態', en: 'State' },
  note: { ja: 'メモ', en: 'Note' },
} as const satisfies Record<string, BothLanguages>;
type Column = keyof typeof columns;

const kindNames: Record<(typeof vocabularyKinds)[number], BothLanguages> = {
  process: { ja: '加工・工程', en: 'Process' },
  material: { ja: '材料', en: 'Material' },
  product: { ja: '部品・製品', en: 'Product' },
  food: { ja: '食品', en: 'Food' },
  effect: { ja: '効果', en: 'Effect' },
  trade: { ja: '取引', en: 'Business' },
};
const directionNames: Record<VocabularyContent['direction'], BothLanguages> = {
  both: { ja: '双方向', en: 'both ways' },
  'to-patent': { ja: '現場→特許', en: 'trade to patent' },
  'to-trade': { ja: '特許→現場', en: 'patent to trade' },
};
const stateNames: Record<Entry['state'], BothLanguages> = {
  on: { ja: '使用中', en: 'in use' },
  off: { ja: '停止中', en: 'off' },
};

const lists = ['tradeJa', 'patentJa', 'tradeEn', 'patentEn', 'codes'] as const;

export const headers = (language: Language): { key: string; label: string }[] =>
  Object.entries(columns).map(([key, label]) => ({ key, label: label[language] }));

/** An entry as a row for people, which `fromRow` reads back in either language. */
export function toRow({ id, state, content }: Entry, language: Language): ExportRow {
  const { kind, direction, weight, note } = content;
  return {
    id,
    kind: kindNames[kind][language],
    direction: directionNames[direction][language],
    state: stateNames[state][language],
    weight,
    note,
    ...Object.fromEntries(lists.map((list) => [list, content[list].join(';')])),
  };
}

/** What a row says; `id` empty: a new entry. */
export interface ReadEntry {
  readonly id: string;
  readonly state: Entry['state'];
  readonly content: VocabularyContent;
}

export type Reading =
  { readonly entry: ReadEntry; readonly problem?: undefined } | { readonly problem: BothLanguages };

/** Reads a row of a file whose headings are of either language; what is left out is as for a new entry. */
export function fromRow(row: Row): Reading {
  if (row.error) return { problem: row.error };
  const text = (column: Column): string => {
    const { ja, en } = columns[column];
    const cell = row.cells[ja] ?? row.cells[en] ?? row.cells[column] ?? '';
    return (typeof cell === 'string' ? cell : JSON.stringify(cell)).trim();
  };
  const kind = codeOf(kindNames, text('kind'));
  if (!kind) return { problem: unknown('kind', text('kind')) };
  const direction = text('direction') === '' ? 'both' : codeOf(directionNames, text('direction'));
  if (!direction) return { problem: unknown('direction', text('direction')) };
  const state = text('state') === '' ? 'on' : codeOf(stateNames, text('state'));
  if (!state) return { problem: unknown('state', text('state')) };
  const weight = text('weight') === '' ? {} : { weight: Number(text('weight').normalize('NFKC')) };
  const words = Object.fromEntries(lists.map((list) => [list, listed(text(list))]));
  const read = vocabularyContent.safeParse({ kind, direction, note: text('note'), ...weight, ...words });
  if (read.success) return { entry: { id: text('id'), state, content: read.data } };
  const at = read.error.issues[0]?.path[0];
  const column = typeof at === 'string' && at in columns ? (at as Column) : 'note';
  return { problem: unknown(column, text(column)) };
}

const listed = (cell: string): string[] => [
  ...new Set(
    cell
      .split(/[;；\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
];

/** By code or by name in either language. */
function codeOf<Code extends string>(names: Record<Code, BothLanguages>, text: string): Code | null {
  const same = (name: string) => name.toLowerCase() === text.normalize('NFKC').toLowerCase();
  const codes = Object.keys(names) as Code[];
  return (
    codes.find((code) => same(code) || same(names[code].ja.normalize('NFKC')) || same(names[code].en)) ?? null
  );
}

function unknown(column: Column, text: string): BothLanguages {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return {
    ja: `「${columns[column].ja}」を読み取れません：${shown}`,
    en: `"${columns[column].en}" cannot be read: ${shown}`,
  };
}

export const notThere: BothLanguages = {
  ja: 'この項目IDはありません。新しく追加するときは空欄にしてください。',
  en: 'There is no entry with this ID. Leave it empty to add a new one.',
};
export const notEnough: BothLanguages = {
  ja: '言葉か工程・材料を、合わせて2つ以上入れてください（言葉は1つ以上）。',
  en: 'Give at least two words or codes, and one word.',
};
export const unknownCode = (code: string): BothLanguages => ({
  ja: `工程・材料の一覧にないコードです：${code}`,
  en: `This code is not in the lists of processes and materials: ${code}`,
});
