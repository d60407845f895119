import { useTranslation } from 'react-i18next';
import type { Question } from '#contracts/fair-questions.js';
import { shownLanguage } from '../../i18n';

/** The words of a question or option in the reader's language. */
export function useLabelOf(): (one: { label: string; labelEn: string }) => string {
  useTranslation();
  return ({ label, labelEn }) => (shownLanguage() === 'en' && labelEn ? labelEn : label);
}

/** The unit of a number in the reader's language: what is asked in English has its own there, or needs none. */
export function useUnitOf(): (question: Question) => string {
  useTranslation();
  return ({ kind, labelEn, unit, unitEn }) => {
    if (kind !== 'number') return '';
    return shownLanguage() === 'en' && labelEn ? unitEn : unit;
  };
}

/** A number with its unit, apart where that is a Latin word. */
export const withUnit = (n: string, unit: string): string =>
  /^[a-z]/i.test(unit) ? `${n} ${unit}` : `${n}${unit}`;

/** The name of a value that was chosen: a step of a scale as its number, else the option. */
export function useValueName(): (question: Question, value: string) => string {
  const labelOf = useLabelOf();
  return (question, value) => {
    const option = question.options.find(({ key }) => key === value);
    return option ? labelOf(option) : value;
  };
}
