import type { Language } from '#contracts/shapes.js';

const words = {
  number: ['法人番号', 'Corporate number'],
  place: ['所在地', 'Location'],
  industry: ['業種', 'Industry'],
  staff: ['従業員数', 'Employees'],
  capital: ['資本金', 'Capital'],
  founded: ['設立', 'Founded'],
  website: ['ウェブサイト', 'Website'],
  phone: ['電話', 'Phone'],
  contact: ['担当者', 'Contact'],
  visits: ['工場見学', 'Visits'],
  visitsYes: ['受け入れ可', 'Welcome'],
  verified: ['情報確認日', 'Data verified'],
  processes: ['対応できる加工・工程', 'Processes'],
  process: ['加工・工程', 'Process'],
  size: ['最大寸法 mm', 'Max. size mm'],
  tolerance: ['公差 mm', 'Tolerance mm'],
  lot: ['ロット', 'Lot'],
  leadTime: ['納期', 'Lead time'],
  days: ['{n}日', '{n} days'],
  materials: ['材料', 'Materials'],
  certificates: ['認証', 'Certificates'],
  themes: ['取り組み', 'Themes'],
  equipment: ['主な設備', 'Main equipment'],
  equipmentKind: ['種類', 'Kind'],
  maker: ['メーカー・型式', 'Maker and model'],
  count: ['台数', 'Number'],
  year: ['年式', 'Year'],
  products: ['主な製品', 'Products'],
  awards: ['主な受注実績', 'Past contracts'],
  about: ['会社紹介', 'About us'],
  and: ['、', ', '],
  is: ['：', ': '],
  inYear: ['（{n}）', ' ({n})'],
  more: ['ほか{n}件', 'and {n} more'],
  staffCount: ['{n}名', '{n}'],
  yen: ['{n}円', 'JPY {n}'],
  foundedIn: ['{n}年', '{n}'],
} as const;

export type SheetWord = keyof typeof words;
/** The words of the PR sheet in one language; `{n}` is filled. */
export type Say = (word: SheetWord, n?: string | number) => string;

export const sheetWords =
  (language: Language): Say =>
  (word, n = '') =>
    words[word][language === 'ja' ? 0 : 1].replace('{n}', String(n));
