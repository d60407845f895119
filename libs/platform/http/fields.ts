import { z } from 'zod';
import type { Language } from '#contracts/shapes.js';
import { AppError } from './app-error.js';

const locales = { ja: z.locales.ja().localeError, en: z.locales.en().localeError };

/** Sentences for rules that zod's own words do not explain. The key is the `error` text of the schema. */
const ownRules: Record<string, Record<Language, string>> = {
  'corporate-number': {
    ja: '法人番号が正しくありません（13桁、検査数字を含む）。',
    en: 'This is not a valid corporate number (13 digits with a check digit).',
  },
  'code-needed': {
    ja: '不成立の場合は、理由を選んでください。',
    en: 'Please choose the reason why there is no deal.',
  },
  'ends-before-start': {
    ja: '終了は開始より後の時刻にしてください。',
    en: 'The end must be after the start.',
  },
  'break-outside': {
    ja: '休憩は、開催時間の中で開始・終了の両方を入力してください。',
    en: 'The break needs a start and an end within the hours of the day.',
  },
  'days-in-order': {
    ja: '開催日は早い順に、重ならないように入力してください。',
    en: 'Days must be in order, each once.',
  },
  'host-needed': {
    ja: '対象の発注企業を選んでください。',
    en: 'Please choose the firm that the event is made for.',
  },
  'place-needed': {
    ja: '会場で開く場合は、会場を入力してください。',
    en: 'An event on site needs a place.',
  },
  'tables-needed': {
    ja: '会場で開く場合は、テーブルを1卓以上にしてください。',
    en: 'An event on site needs at least one table.',
  },
  'needs-before-wishes': {
    ja: 'ニーズの公開日は、希望の締切以前にしてください。',
    en: 'The needs must be shown before wishes close.',
  },
  'wishes-after-registration': {
    ja: '希望の締切は、申込の締切以後にしてください。',
    en: 'Wishes must close on or after the last day of registration.',
  },
  'before-the-event': {
    ja: '希望の締切は、開催日より前にしてください。',
    en: 'Wishes must close before the event begins.',
  },
  'musts-in-wishes': {
    ja: '「必ず」の数は、受注側の希望数以下にしてください。',
    en: 'There cannot be more musts than wishes of a supplier.',
  },
  decimal: {
    ja: '数字で入力してください（整数部12桁、小数6桁まで）。',
    en: 'Please enter a number (up to 12 digits and 6 decimals).',
  },
  'above-zero': { ja: '0より大きい数を入力してください。', en: 'Please enter a number above 0.' },
  period: { ja: '年月を選んでください。', en: 'Please choose a month.' },
  'shares-above-all': {
    ja: '構成比の合計が100%を超えています。',
    en: 'The shares add up to more than 100 %.',
  },
  needed: { ja: '必須項目です。', en: 'This is needed.' },
  'before-the-fair': {
    ja: '申込の締切は、開催日より前にしてください。',
    en: 'Applications must close before the fair begins.',
  },
  'last-day-first': {
    ja: '最終日は初日以後にしてください。',
    en: 'The last day must not come before the first.',
  },
  'key-twice': { ja: '同じ記号が2回使われています。', en: 'The same key is used twice.' },
  'mark-needed': {
    ja: '認定ブランド名、または使った特許の番号と権利者を入力してください。',
    en: 'Please name the brand, or the patent and its holder.',
  },
  'https-address': {
    ja: 'https:// から始まるアドレスを入力してください。',
    en: 'Please enter an address that begins with https://.',
  },
  'consent-needed': { ja: 'この同意が必要です。', en: 'This consent is needed.' },
  'two-options': {
    ja: '選択肢を2つ以上入力してください。',
    en: 'Please enter at least two options.',
  },
  repeated: { ja: '同じものが2回あります。', en: 'The same is here twice.' },
  'item-needed': { ja: '品目が1つ以上必要です。', en: 'At least one line must be an item.' },
  'lot-empty': { ja: '納入する品目と数量を入力してください。', en: 'Please enter what the lot holds.' },
  'lot-of-nothing': { ja: '明細にない品目です。', en: 'No line has this item.' },
  'lots-differ': {
    ja: '納入回ごとの数量の合計が、明細の数量と一致しません。',
    en: 'The lots do not add up to the quantity of the line.',
  },
};

/**
 * Parses with a contract's schema; refuses with `request/invalid` and a sentence per wrong field, in the reader's
 * language.
 */
export function parseFields<S extends z.ZodType>(
  schema: S | undefined,
  value: unknown,
  language: Language,
): z.output<S> | undefined {
  if (!schema) return undefined;
  const result = schema.safeParse(value, { error: locales[language] });
  if (result.success) return result.data;
  throw new AppError('request/invalid', {}, fieldsOf(result.error, language));
}

/** Whether a text in it has a NUL: PostgreSQL's text cannot hold it, and nobody types it. */
export const holdsNul = (value: unknown): boolean => JSON.stringify(value)?.includes('\\u0000') ?? false;

/** Path → sentence, the first problem of each field. */
export function fieldsOf(error: z.ZodError, language: Language): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.');
    fields[path] ??= ownRules[issue.message]?.[language] ?? issue.message;
  }
  return fields;
}
