import type { BothLanguages } from '#contracts/shapes.js';

/** Why a row is not taken, as its owner reads it. */
export const reasons = {
  missing: { ja: '空欄です。', en: 'This is empty.' },
  corporateNumber: (text: string) => ({
    ja: `法人番号が正しくありません（13桁、検査数字を含む）：${shown(text)}`,
    en: `Not a valid corporate number (13 digits with a check digit): ${shown(text)}`,
  }),
  notText: { ja: '文字を入れてください（リストは使えません）。', en: 'This must be text, not a list.' },
  number: (text: string) => ({
    ja: `数字として読み取れません：${shown(text)}`,
    en: `This cannot be read as a number: ${shown(text)}`,
  }),
  year: (text: string) => ({
    ja: `年として読み取れません：${shown(text)}`,
    en: `This cannot be read as a year: ${shown(text)}`,
  }),
  yesNo: (text: string) => ({
    ja: `「はい」か「いいえ」で書いてください：${shown(text)}`,
    en: `Write yes or no: ${shown(text)}`,
  }),
  unknown: (text: string) => ({
    ja: `一覧にない名前かコードです：${shown(text)}`,
    en: `This name or code is not in the list: ${shown(text)}`,
  }),
  municipality: (text: string) => ({
    ja: `市区町村が都道府県と合いません：${shown(text)}`,
    en: `The municipality is not in the prefecture: ${shown(text)}`,
  }),
  noRole: {
    ja: '発注・受注のどちらでもない企業は登録できません。',
    en: 'A company must be an orderer, a supplier or both.',
  },
  otherBody: {
    ja: 'この企業は別の支援機関が担当しているため、変更できません。',
    en: 'Another support body is in charge of this company, so it cannot be changed.',
  },
  broken: {
    ja: 'ファイルの途中から読み取れなくなりました。この行より後は取り込まれていません。',
    en: 'The file cannot be read any further. Nothing after this line was imported.',
  },
  stopped: {
    ja: '取り込みが途中で止まりました。もう一度実行してください。取り込み済みの企業はそのまま残っています。',
    en: 'The import stopped on its way. Please run it again; what was imported is kept.',
  },
} satisfies Record<string, BothLanguages | ((text: string) => BothLanguages)>;

const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

export interface RowProblem {
  readonly line: number;
  /** Import column, or empty for the row as a whole. */
  readonly field: string;
  readonly reason: BothLanguages;
  /** The row's text, cut. */
  readonly raw: string;
}

/** What a cell says, or why it cannot be read. */
export type Reading<T> =
  { readonly value: T; readonly problem?: undefined } | { readonly problem: BothLanguages };

export const read = <T>(value: T): Reading<T> => ({ value });
export const refuse = (problem: BothLanguages): { readonly problem: BothLanguages } => ({ problem });
