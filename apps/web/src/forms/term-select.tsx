import { MultiSelect, Select, Text, type ComboboxItem, type ComboboxParsedItem } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { shownLanguage } from '../i18n';
import { useTaxonomy } from '../parts/taxonomy';
import { searchTerms, type Term } from './term-search';

/** Lists that a person chooses terms from. */
type TermList = 'processes' | 'materials' | 'certificates' | 'themes' | 'industries';

interface CommonProps {
  list: TermList;
  label?: string;
  /** Where a heading beside it is its label. */
  'aria-label'?: string;
  description?: string;
  placeholder?: string;
  required?: boolean;
  error?: string;
  /** Codes that are taken already. */
  without?: readonly string[];
  'data-autofocus'?: boolean;
}

/**
 * The list scrolls itself: a scrolling box around it would want a place in the order of focus. It opens by a click or by
 * typing: a field that is focused because it is wrong must show why.
 */
export const listbox = {
  openOnFocus: false,
  withScrollArea: false,
  styles: { options: { maxHeight: 320, overflowY: 'auto' } },
} as const;

/** One term, found by its name or another spelling of it in either language. */
export function TermSelect({
  list,
  without,
  ...field
}: CommonProps & { value: string | null; onChange: (code: string | null) => void; name?: string }) {
  const { t } = useTranslation('parts');
  const terms = useTerms(list, field.value ? [field.value] : [], without);
  return (
    <Select
      {...field}
      value={field.value || null}
      data={terms.options}
      searchable
      limit={400}
      {...listbox}
      filter={({ search }) => terms.search(search)}
      renderOption={({ option }) => <TermOption option={option} />}
      nothingFoundMessage={t('search.none')}
    />
  );
}

/** Several terms. */
export function TermMultiSelect({
  list,
  without,
  ...field
}: CommonProps & { value: string[]; onChange: (codes: string[]) => void; name?: string }) {
  const { t } = useTranslation('parts');
  const terms = useTerms(list, field.value, without);
  return (
    <MultiSelect
      {...field}
      data={terms.options}
      searchable
      clearable
      hidePickedOptions
      limit={400}
      {...listbox}
      filter={({ search, options }) => terms.search(search, options)}
      renderOption={({ option }) => <TermOption option={option} />}
      nothingFoundMessage={t('search.none')}
    />
  );
}

interface TermItem extends ComboboxItem {
  hint?: string;
}

function TermOption({ option }: { option: TermItem }) {
  return (
    <span>
      {option.label}
      {option.hint && (
        <Text span size="xs" c="dimmed" ml={8}>
          {option.hint}
        </Text>
      )}
    </span>
  );
}

/** The options of a list; a chosen code that the list does not know stays choosable. */
function useTerms(list: TermList, chosen: readonly string[], without: readonly string[] = []) {
  const { t } = useTranslation('parts');
  const taxonomy = useTaxonomy();
  const language = shownLanguage();
  const all: Term[] = taxonomy.document?.[list] ?? [];
  const known = new Set(all.map(({ code }) => code));
  const unknown = chosen.filter((code) => !known.has(code)).map((code) => ({ code, ja: code, en: code }));
  const terms = [...all, ...unknown].filter(({ code }) => chosen.includes(code) || !without.includes(code));

  const item = (term: Term, via: string | null): TermItem => {
    const parent = term.parent ? taxonomy.name(list, term.parent) : '';
    const hint = via ? t('search.also', { synonym: via }) : parent && t('search.in', { parent });
    return { value: term.code, label: term[language], ...(hint && { hint }) };
  };
  return {
    options: terms.map((term) => item(term, null)),
    search: (typed: string, left?: ComboboxParsedItem[]): ComboboxItem[] => {
      const open = left && new Set(left.map((option) => ('value' in option ? option.value : '')));
      return searchTerms(terms, typed)
        .filter(({ term }) => !open || open.has(term.code))
        .map(({ term, via }) => item(term, via));
    },
  };
}
