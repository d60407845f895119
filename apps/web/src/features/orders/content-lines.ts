import { useTranslation } from 'react-i18next';
import type { OrderContent, Requirement } from '#contracts/orders.js';
import { formatDay, formatYen } from '../../parts/format';
import { useRequirementWords } from '../../parts/requirement-words';

/** An order's content as lines in words, one per field and requirement, so that two of them can be compared. */
export function useContentLines(): (content: OrderContent) => string[] {
  const { t } = useTranslation('orders');
  const fieldText = useOrderFieldText();
  const requirementLine = useRequirementLine();
  return (content) => [
    ...(['title', 'summary', 'budgetYen', 'answerBy', 'visibility'] as const).flatMap((field) => {
      const text = fieldText(field, content[field]);
      return text === '' ? [] : [t('revisions.line', { field: t(`field.${field}`), text })];
    }),
    ...content.requirements.map(requirementLine),
  ];
}

/** 必須　公差　±0.01mm. */
export function useRequirementLine(): (requirement: Requirement) => string {
  const { t } = useTranslation();
  const words = useRequirementWords();
  return (requirement) => `${t(requirement.level)} ${words.kind(requirement)} ${words.value(requirement)}`;
}

/** A field of an order in words; '' where it is empty. */
export function useOrderFieldText(): (field: string, value: unknown) => string {
  const { t } = useTranslation('orders');
  return (field, value) => {
    if (typeof value === 'number') return formatYen(value);
    if (typeof value !== 'string') return '';
    if (field === 'answerBy') return formatDay(value);
    return field === 'visibility' ? t(`visibility.${value as OrderContent['visibility']}`) : value;
  };
}
