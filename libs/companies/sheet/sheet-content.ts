import type { Company } from '#contracts/companies.js';
import type { Language } from '#contracts/shapes.js';
import { dayInJapan } from '#platform/japan-time.js';
import { heading, keyValues, paragraph, sideBySide, table, type PdfContent } from '#platform/pdf/index.js';
import {
  certificateKinds,
  findMaterial,
  findMunicipality,
  findPrefecture,
  findProcess,
  industries,
  themes,
} from '../taxonomy/index.js';
import { sheetWords, type Say } from './sheet-words.js';

/** How much of a long profile is shown: entries per list, characters per entry, characters of running text. */
export interface SheetSize {
  readonly entries: number;
  readonly entry: number;
  readonly prose: number;
}

type Named = { ja: string; en: string } | undefined;

/** What every part of the sheet needs. */
interface Frame {
  readonly company: Company;
  readonly size: SheetSize;
  readonly say: Say;
  readonly name: (entry: Named, code: string) => string;
}

/** The PR sheet's content; what does not fit `size` is cut with "…", or counted. `picture` stands at the right. */
export function sheetContent(
  company: Company,
  language: Language,
  size: SheetSize,
  picture: PdfContent | null,
): PdfContent[] {
  const frame: Frame = {
    company,
    size,
    say: sheetWords(language),
    name: (entry, code) => entry?.[language] ?? code,
  };
  const { summary, description } = company.profile;
  const facts = keyValues(factRows(frame));
  return [
    ...(summary ? [paragraph(cut(summary, size.prose))] : []),
    picture ? sideBySide([facts], [picture]) : facts,
    ...processPart(frame),
    ...listPart(frame),
    ...equipmentPart(frame),
    ...titledPart(
      frame,
      'products',
      company.profile.products.map(({ name, summary: text }) =>
        [name, text].filter(Boolean).join(frame.say('is')),
      ),
    ),
    ...titledPart(
      frame,
      'awards',
      company.profile.awards.map(({ title, year }) =>
        year ? `${title}${frame.say('inYear', year)}` : title,
      ),
    ),
    ...(description ? [heading(frame.say('about')), paragraph(cut(oneBreak(description), size.prose))] : []),
  ];
}

function factRows({ company, say, size, name }: Frame): [string, string][] {
  const p = company.profile;
  const place = [
    p.prefecture && name(findPrefecture(p.prefecture), p.prefecture),
    p.municipality && findMunicipality(p.municipality) && name(findMunicipality(p.municipality), ''),
    p.address,
  ];
  const rows: [string, string][] = [
    [say('number'), company.corporateNumber],
    [say('place'), place.filter(Boolean).join(' ')],
    [
      say('industry'),
      p.industry
        ? name(
            industries.find(({ code }) => code === p.industry),
            p.industry,
          )
        : '',
    ],
    [say('founded'), p.founded === null ? '' : say('foundedIn', p.founded)],
    [say('capital'), p.capitalYen === null ? '' : say('yen', p.capitalYen.toLocaleString('en-US'))],
    [say('staff'), p.staff === null ? '' : say('staffCount', p.staff.toLocaleString('en-US'))],
    [say('phone'), p.phone],
    [say('contact'), p.contactName],
    [say('website'), p.website],
    [say('visits'), p.acceptsVisits ? say('visitsYes') : ''],
    [say('verified'), company.verifiedAt ? dayInJapan(new Date(company.verifiedAt)) : ''],
  ];
  return rows.filter(([, value]) => value !== '').map(([label, value]) => [label, cut(value, size.entry)]);
}

function processPart({ company, say, size, name }: Frame): PdfContent[] {
  const { processes } = company.profile;
  if (processes.length === 0) return [];
  const rows = processes
    .slice(0, size.entries)
    .map((p) => [
      cut(name(findProcess(p.code), p.code), size.entry),
      [p.maxX, p.maxY, p.maxZ].some((mm) => mm !== null)
        ? [p.maxX, p.maxY, p.maxZ].map((mm) => mm ?? '–').join(' × ')
        : '',
      p.toleranceMm === null ? '' : `±${p.toleranceMm}`,
      p.lotFrom === null && p.lotTo === null ? '' : `${p.lotFrom ?? 1}–${p.lotTo ?? ''}`,
      p.leadTimeDays === null ? '' : say('days', p.leadTimeDays),
    ]);
  const columns = [
    { label: say('process') },
    { label: say('size'), width: 110 },
    { label: say('tolerance'), width: 60 },
    { label: say('lot'), width: 90 },
    { label: say('leadTime'), width: 55 },
  ];
  return [heading(say('processes')), table(columns, rows), ...more(processes.length - rows.length, say)];
}

/** Materials, certificates and themes: one row each, names one after the other. */
function listPart({ company, say, size, name }: Frame): PdfContent[] {
  const p = company.profile;
  const of = (entries: { code: string; ja: string; en: string }[], code: string) =>
    name(
      entries.find((entry) => entry.code === code),
      code,
    );
  const lists: [string, string[]][] = [
    [say('materials'), p.materials.map((code) => name(findMaterial(code), code))],
    [say('certificates'), p.certificates.map(({ kind }) => of(certificateKinds, kind))],
    [say('themes'), p.themes.map((code) => of(themes, code))],
  ];
  const rows = lists
    .filter(([, names]) => names.length > 0)
    .map(([label, names]): [string, string] => [
      label,
      counted([...new Set(names)], 2 * size.entries, size.entry, say),
    ]);
  return rows.length > 0 ? [keyValues(rows)] : [];
}

function equipmentPart({ company, say, size }: Frame): PdfContent[] {
  const { equipment } = company.profile;
  if (equipment.length === 0) return [];
  const rows = equipment
    .slice(0, size.entries)
    .map(({ kind, maker, model, count, year }) => [
      cut(kind, size.entry),
      cut(`${maker} ${model}`.trim(), size.entry),
      String(count),
      year === null ? '' : String(year),
    ]);
  const columns = [
    { label: say('equipmentKind'), width: 120 },
    { label: say('maker') },
    { label: say('count'), width: 45, align: 'right' as const },
    { label: say('year'), width: 45, align: 'right' as const },
  ];
  return [heading(say('equipment')), table(columns, rows), ...more(equipment.length - rows.length, say)];
}

function titledPart({ say, size }: Frame, title: 'products' | 'awards', texts: string[]): PdfContent[] {
  if (texts.length === 0) return [];
  return [heading(say(title)), paragraph(counted(texts, size.entries, size.entry, say, '\n'))];
}

const more = (n: number, say: Say): PdfContent[] => (n > 0 ? [paragraph(`… ${say('more', n)}`)] : []);

/** The first entries, each cut, and how many there are besides. */
function counted(texts: string[], entries: number, entry: number, say: Say, separator = say('and')): string {
  const shown = texts.slice(0, entries).map((text) => cut(text.replace(/\s+/g, ' '), entry));
  const rest = texts.length - shown.length;
  return [...shown, ...(rest > 0 ? [`… ${say('more', rest)}`] : [])].join(separator);
}

/** At most so many characters, the last of them "…" where something is missing. */
function cut(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}

/** Each run of line breaks as one, so that a text cannot fill the page with nothing. */
const oneBreak = (text: string): string => text.replace(/\s*\n\s*/g, '\n');
