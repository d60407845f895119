import type { Lead } from '#contracts/fair-leads.js';
import type { Language } from '#contracts/shapes.js';
import type { ExportRow } from '#platform/spreadsheet/index.js';

const headings = {
  ja: {
    name: '氏名',
    organisation: '会社・団体',
    email: 'メールアドレス',
    products: '製品（引き合い）',
    messages: '来場者のメッセージ',
    note: 'メモ',
    consentAt: '同意の日時',
    takenBy: '受けた人',
  },
  en: {
    name: 'Name',
    organisation: 'Organisation',
    email: 'E-mail',
    products: 'Products asked about',
    messages: 'Visitor’s words',
    note: 'Note',
    consentAt: 'Consent given at',
    takenBy: 'Taken by',
  },
} as const;

export const leadColumns = (language: Language): { key: string; label: string }[] =>
  Object.entries(headings[language]).map(([key, label]) => ({ key, label }));

export const leadRow = ({ id: _, inquiries, consentAt, ...row }: Lead): ExportRow => ({
  ...row,
  products: inquiries.map(({ product }) => product).join(' / '),
  messages: inquiries
    .map(({ text }) => text)
    .filter(Boolean)
    .join(' / '),
  consentAt: new Date(consentAt),
});
