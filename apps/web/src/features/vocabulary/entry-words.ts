import { useTranslation } from 'react-i18next';
import type { VocabularyContent, VocabularyKind } from '#contracts/vocabulary.js';
import { useTaxonomy } from '../../parts/taxonomy';
import { formatNumber, joinWords } from '../../parts/words';

/** The parts of an entry as people read them. */
export function useEntryWords() {
  const { t } = useTranslation('vocabulary');
  const taxonomy = useTaxonomy();
  const nameOf = (code: string): string => {
    const process = taxonomy.name('processes', code);
    return process === code ? taxonomy.name('materials', code) : process;
  };
  return {
    nameOf,
    codes: (codes: readonly string[]) => joinWords(codes.map(nameOf)),
    /** One part, as text. */
    part: (key: keyof VocabularyContent, value: unknown): string => {
      if (key === 'codes') return joinWords((value as string[]).map(nameOf));
      if (key === 'kind') return t(`kind.${value as VocabularyKind}`);
      if (key === 'direction') return t(`direction.${value as VocabularyContent['direction']}`);
      return Array.isArray(value) ? joinWords(value as string[]) : String(value);
    },
    /** Each part that says something, as a line. */
    lines: (content: VocabularyContent): string[] => [
      `${t('field.kind')}: ${t(`kind.${content.kind}`)}`,
      ...(['tradeJa', 'patentJa', 'tradeEn', 'patentEn'] as const).flatMap((part) =>
        content[part].map((word) => `${t(`field.${part}`)}: ${word}`),
      ),
      ...content.codes.map((code) => `${t('field.codes')}: ${nameOf(code)}`),
      `${t('field.direction')}: ${t(`direction.${content.direction}`)}`,
      `${t('field.weight')}: ${formatNumber(content.weight)}`,
      ...(content.note ? [`${t('field.note')}: ${content.note}`] : []),
    ],
  };
}
