import type { Lead } from '#contracts/fair-leads.js';
import type { Language } from '#contracts/shapes.js';

const headings = {
  ja: {
    name: '氏名',
    organisation: '会社・団体',
    email: 'メールアドレス',
    product: '製品',
    note: 'メモ',
    consentAt: '同意の日時',
    takenBy: '受けた人',
  },
  en: {
    name: 'Name',
    organisation: 'Organisation',
    email: 'E-mail',
    product: 'Product',
    note: 'Note',
    consentAt: 'Consent given at',
    takenBy: 'Taken by',
  },
} as const;

export const leadColumns = (language: Language): { key: string; label: string }[] =>
  Object.entries(headings[language]).map(([key, label]) => ({ key, label }));

export const leadRow = ({ id: _, ...row }: Lead): Record<string, string> => row;
