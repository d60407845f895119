import type { Language } from '#contracts/shapes.js';
import { shownLanguage } from '../i18n';

/** What is written after a number: in Japanese, in English for one, in English for more. */
const units = {
  mm: ['mm', ' mm', ' mm'],
  kg: ['kg', ' kg', ' kg'],
  pieces: ['個', ' piece', ' pieces'],
  days: ['日', ' day', ' days'],
  people: ['名', ' person', ' people'],
  machines: ['台', ' machine', ' machines'],
  companies: ['社', ' company', ' companies'],
  percent: ['%', '%', '%'],
} as const;
export type Unit = keyof typeof units;

/** 1,234.5 with at most six decimals. */
export const formatNumber = (value: number): string =>
  new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 6 }).format(value);

/** A number with its unit: 300mm / 300 mm. */
export function formatQuantity(value: number, unit: Unit, language: Language = shownLanguage()): string {
  const [ja, one, more] = units[unit];
  return `${formatNumber(value)}${language === 'ja' ? ja : value === 1 ? one : more}`;
}

/** What stands between the words of a list. */
export const joinMark = (language: Language = shownLanguage()): string => (language === 'ja' ? '、' : ', ');

/** 切削、研削 / cutting, grinding. */
export const joinWords = (words: readonly string[], language: Language = shownLanguage()): string =>
  words.filter((word) => word !== '').join(joinMark(language));

/** What stands between a name and what is said of it: 材料：SUS304 / Material: SUS304. */
export const colon = (language: Language = shownLanguage()): string => (language === 'ja' ? '：' : ': ');

/** 図面.pdf（2 KB） / drawing.pdf (2 KB). */
export const withMore = (text: string, more: string, language: Language = shownLanguage()): string =>
  language === 'ja' ? `${text}（${more}）` : `${text} (${more})`;

/** The largest part: 300×200×150mm where all three are told, else each one that is (X 300mm、Z 150mm); '' for none. */
export function formatEnvelope(
  size: { maxX?: number | null; maxY?: number | null; maxZ?: number | null },
  language: Language = shownLanguage(),
): string {
  const told = [
    ['X', size.maxX],
    ['Y', size.maxY],
    ['Z', size.maxZ],
  ].filter((axis): axis is [string, number] => typeof axis[1] === 'number');
  if (told.length < 3)
    return joinWords(
      told.map(([axis, value]) => `${axis} ${formatQuantity(value, 'mm', language)}`),
      language,
    );
  const last = formatQuantity((told[2] as [string, number])[1], 'mm', language);
  return [...told.slice(0, 2).map(([, value]) => formatNumber(value)), last].join('×');
}

/** The calendar day of an instant in Japan, `YYYY-MM-DD`. */
export const dayInJapan = (at: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date(at));

/** 神奈川県横浜市 / Yokohama, Kanagawa. */
export const formatPlace = (
  prefecture: string,
  municipality: string,
  language: Language = shownLanguage(),
): string =>
  language === 'ja' ? `${prefecture}${municipality}` : joinWords([municipality, prefecture], language);
