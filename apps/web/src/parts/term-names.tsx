import { useTranslation } from 'react-i18next';
import { useTaxonomy, type TaxonomyList } from './taxonomy';
import { joinWords } from './words';

interface TermNamesProps {
  list: TaxonomyList;
  codes: readonly string[];
  /** How many to name; the rest is counted. */
  limit?: number;
}

/** Codes of a list as words: 旋削加工、フライス加工 ほか3. */
export function TermNames({ list, codes, limit = Infinity }: TermNamesProps) {
  const { t } = useTranslation('parts');
  const taxonomy = useTaxonomy();
  const names = codes.slice(0, limit).map((code) => taxonomy.name(list, code));
  const rest = codes.length - names.length;
  return (
    <>
      {joinWords(names)}
      {rest > 0 && ` ${t('andMore', { n: rest })}`}
    </>
  );
}
