import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { companiesApi, type TaxonomyDocument } from '#contracts/companies.js';
import { call } from '../api/client';
import { keyOf } from '../api/use-endpoint';
import { shownLanguage } from '../i18n';

export type TaxonomyList = keyof TaxonomyDocument;

export interface Taxonomy {
  /** The name of a code in the reader's language; the code itself while the names are loading or where it is unknown. */
  name: (list: TaxonomyList, code: string | null) => string;
  /** All of a list, for a Select. */
  options: (list: TaxonomyList) => { value: string; label: string }[];
  document: TaxonomyDocument | undefined;
}

/** The names of processes, materials, certificates, themes, industries and places. Read once. */
export function useTaxonomy(): Taxonomy {
  useTranslation();
  const { data } = useQuery({
    queryKey: keyOf(companiesApi.taxonomy),
    queryFn: async ({ signal }) => indexed((await call(companiesApi.taxonomy, { signal })).data),
    staleTime: Infinity,
    gcTime: Infinity,
  });
  const language = shownLanguage();
  return {
    name: (list, code) => (code === null ? '' : (data?.names.get(`${list}/${code}`)?.[language] ?? code)),
    options: (list) =>
      data?.document[list].map((entry) => ({ value: entry.code, label: entry[language] })) ?? [],
    document: data?.document,
  };
}

function indexed(document: TaxonomyDocument) {
  const names = new Map<string, { ja: string; en: string }>();
  for (const [list, entries] of Object.entries(document))
    for (const entry of entries) names.set(`${list}/${entry.code}`, entry);
  return { document, names };
}
