import type { Language } from '#contracts/shapes.js';
import { sheetOf, type TermSheet } from '#contracts/term-sheet.js';
import type { ExportHeader, ExportRow } from '#platform/spreadsheet/index.js';
import { kindWords, noteProofs, recordWords } from './record-words.js';
import type { RecordEntry } from './record-file.js';

/** What stands in a message's entry (chain-sources.ts). */
export interface MessageBody extends Readonly<Record<string, unknown>> {
  readonly seq: number;
  readonly kind: string;
  readonly text: string;
  readonly revises: number | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly sender: {
    readonly id: string;
    readonly name: string;
    readonly organisation: string;
    readonly role: string;
  } | null;
  readonly file: { readonly id: string; readonly name: string; readonly sha256: string } | null;
}
interface OfferBody {
  readonly no: number;
  readonly side: 'owner' | 'candidate';
  readonly by: { readonly name: string };
  readonly terms: TermSheet;
  readonly totalYen: number;
}
interface AskedBody {
  readonly no: number;
  readonly by: { readonly name: string };
  readonly document: Readonly<
    Record<'item' | 'currentPrice' | 'requestedPrice' | 'effectiveOn' | 'reason', string>
  >;
}
interface AnsweredBody {
  readonly no: number;
  readonly answer: Readonly<Record<'decision' | 'price' | 'reasons', string>>;
}

type Shown = Exclude<RecordEntry, { withheld: true }>;
const shown = (entries: readonly RecordEntry[], kind: string): Shown[] =>
  entries.filter((entry): entry is Shown => !('withheld' in entry) && entry.kind === kind);

/** The messages that a reader may see, with their place in the chain. */
export const messagesOf = (entries: readonly RecordEntry[]): { entry: Shown; body: MessageBody }[] =>
  shown(entries, 'message').map((entry) => ({ entry, body: entry.body as MessageBody }));

/** A table of the readable part. */
export interface Sheet {
  readonly path: string;
  readonly headers: ExportHeader[];
  readonly rows: ExportRow[];
}

export const sheet = (
  path: string,
  keys: (keyof typeof recordWords)[],
  rows: ExportRow[],
  language: Language,
): Sheet => ({
  ...{ path, rows },
  headers: keys.map((key) => ({ key, label: recordWords[key][language] })),
});

/** Messages, offers by line, and price talks, as tables; those without rows are left out. */
export function sheetsOf(entries: readonly RecordEntry[], language: Language): Sheet[] {
  const sheets = [
    sheet(
      'messages.csv',
      [
        ...(['no', 'chained', 'at', 'who', 'organisation', 'role', 'kind', 'text'] as const),
        ...(['replyTo', 'revises', 'between', 'fileName'] as const),
      ],
      messageRows(entries, language),
      language,
    ),
    sheet(
      'offers.csv',
      [
        ...(['no', 'at', 'side', 'who', 'state', 'item', 'drawing', 'drawingRevision', 'quantity'] as const),
        ...(['unit', 'unitPrice', 'currency', 'totalYen', 'validUntil'] as const),
      ],
      offerRows(entries, language),
      language,
    ),
    sheet(
      'prices.csv',
      [
        ...(['no', 'at', 'who', 'item', 'currentPrice', 'requestedPrice', 'effectiveOn', 'reason'] as const),
        ...(['decision', 'price', 'reasons'] as const),
      ],
      priceRows(entries),
      language,
    ),
  ];
  return sheets.filter(({ rows }) => rows.length > 0);
}

const messageRows = (entries: readonly RecordEntry[], language: Language): ExportRow[] =>
  messagesOf(entries).map(({ entry, body }) => ({
    ...{ no: body.seq, chained: entry.position, at: new Date(entry.at) },
    ...{ who: body.sender?.name, organisation: body.sender?.organisation },
    role: body.sender && roleWord(body.sender.role, language),
    ...{
      kind: kindWords(body, language),
      text: body.text || noteProofs(body, language),
      revises: body.revises,
    },
    replyTo: body.data['replyTo'] as number | undefined,
    between: body.data['between'] === true ? '1' : '',
    fileName: body.file?.name,
  }));

export const roleWord = (role: string, language: Language): string =>
  role === 'owner' || role === 'candidate' || role === 'coordinator' ? recordWords[role][language] : role;

function offerRows(entries: readonly RecordEntry[], language: Language): ExportRow[] {
  const ends = new Map(
    messagesOf(entries)
      .filter(({ body }) => body.kind === 'offer')
      .map(({ body }) => [body.data['offerId'], kindWords(body, language)]),
  );
  return shown(entries, 'offer').flatMap((entry) => {
    const { no, side, by, terms, totalYen } = entry.body as OfferBody;
    const sheet = sheetOf(terms);
    return sheet.lines.map((line) => ({
      ...{ no, at: new Date(entry.at), side: roleWord(side, language), who: by.name, totalYen },
      ...{ item: line.item, drawing: line.drawing, drawingRevision: line.drawingRevision },
      ...{ quantity: line.quantity, unit: line.unit, unitPrice: line.unitPrice, currency: line.currency },
      ...{ validUntil: sheet.validUntil, state: ends.get(entry.id) },
    }));
  });
}

function priceRows(entries: readonly RecordEntry[]): ExportRow[] {
  const all = shown(entries, 'price');
  return all
    .filter(({ id }) => id.endsWith(':asked'))
    .map((entry) => {
      const { no, by, document } = entry.body as AskedBody;
      const answered = all.find(({ id }) => id === entry.id.replace(':asked', ':answered'));
      const { item, currentPrice, requestedPrice, effectiveOn, reason } = document;
      return {
        ...{
          no,
          at: new Date(entry.at),
          who: by.name,
          item,
          currentPrice,
          requestedPrice,
          effectiveOn,
          reason,
        },
        ...(answered?.body as AnsweredBody | undefined)?.answer,
      };
    });
}
