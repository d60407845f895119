import { importColumns, type CompanyProfile, type ImportColumn } from '#contracts/companies.js';
import type { Language } from '#contracts/shapes.js';
import type { ExportRow, ExportValue } from '#platform/spreadsheet/index.js';
import { listFormats, type ListColumn } from '../import/list-entries.js';
import {
  certificateKinds,
  findMunicipality,
  findPrefecture,
  industries,
  materials,
  processes,
  themes,
} from '../taxonomy/index.js';

export interface ExportedCompany {
  readonly corporateNumber: string;
  readonly profile: CompanyProfile;
}

type Named = { readonly ja: string; readonly en: string };
const names = new Map<string, Named>(
  [...processes, ...materials, ...certificateKinds, ...themes, ...industries].map((entry) => [
    entry.code,
    entry,
  ]),
);

const listColumns = Object.keys(listFormats) as ListColumn[];
const isList = (column: ImportColumn): column is ListColumn => (listColumns as string[]).includes(column);

/** A company as the import's columns, for people: names instead of codes, lists as texts. The import reads it back. */
export function toExportRow({ corporateNumber, profile }: ExportedCompany, language: Language): ExportRow {
  const nameOf = (named: Named | undefined, code: string | null): string => named?.[language] ?? code ?? '';
  const name = (code: string): string => nameOf(names.get(code), code);
  const { industry, prefecture, municipality } = profile;
  const own: Partial<Record<ImportColumn, ExportValue>> = {
    corporateNumber,
    industry: industry && name(industry),
    prefecture: nameOf(prefecture ? findPrefecture(prefecture) : undefined, prefecture),
    municipality: nameOf(municipality ? findMunicipality(municipality) : undefined, municipality),
    isOrderer: yesNo(profile.isOrderer, language),
    isSupplier: yesNo(profile.isSupplier, language),
  };
  return Object.fromEntries(
    importColumns.map((column): [string, ExportValue] => {
      if (column in own) return [column, own[column]];
      if (isList(column)) return [column, listTexts(column, profile, name)];
      return [column, profile[column as Exclude<ImportColumn, 'corporateNumber' | ListColumn>]];
    }),
  );
}

function listTexts(column: ListColumn, profile: CompanyProfile, name: (code: string) => string): string[] {
  const toText = listFormats[column].toText as (entry: unknown, name: (code: string) => string) => string;
  // The separator of lists cannot stand in an entry.
  return (profile[column] as unknown[]).map((entry) =>
    toText(entry, name).replace(/;/g, '；').replace(/\n/g, ' '),
  );
}

const yesNo = (value: boolean, language: Language): string =>
  language === 'ja' ? (value ? 'はい' : 'いいえ') : value ? 'yes' : 'no';

/** A company as one line of JSON Lines: codes, and lists in full, so that nothing is lost. */
export function toJsonLine({ corporateNumber, profile }: ExportedCompany): string {
  const own: Record<string, unknown> = { corporateNumber, ...profile };
  return `${JSON.stringify(Object.fromEntries(importColumns.map((column) => [column, own[column]])))}\n`;
}
