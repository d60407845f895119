import { useTranslation } from 'react-i18next';
import type { PatentContent } from '#contracts/patents.js';
import { shownLanguage } from '../../i18n';
import { formatDay } from '../../parts/format';
import { useStateText } from '../../parts/state-badge';
import { useTaxonomy } from '../../parts/taxonomy';
import { joinWords } from '../../parts/words';
import { shownWord } from './technical-words';

/** How the fields are named and their values written where two versions are compared. */
export function usePatentWords() {
  const { t } = useTranslation('patents');
  const taxonomy = useTaxonomy();
  const stateText = useStateText();
  const language = shownLanguage();
  return {
    label: (field: keyof PatentContent) => t(`field.${field}`),
    value: (field: keyof PatentContent, value: unknown): string | undefined => {
      if (value === null || value === undefined || value === '') return undefined;
      switch (field) {
        case 'themes':
          return joinWords((value as string[]).map((code) => taxonomy.name('themes', code))) || undefined;
        case 'technicalFields':
        case 'functions':
          return joinWords((value as string[]).map((word) => shownWord(word, language))) || undefined;
        case 'licence':
        case 'assignment':
          return stateText('licence', value as PatentContent['licence']);
        case 'implemented':
        case 'licensedBefore':
          return t(value ? 'told.yes' : 'told.no');
        case 'visibility':
          return t(`visibility.${value as PatentContent['visibility']}`);
        case 'applicationDate':
          return formatDay(value as string);
        default:
          return value as string;
      }
    },
  };
}
