import type { Poster } from '#contracts/orders.js';
import type { PatentContent, PatentState } from '#contracts/patents.js';
import type { SearchCard } from '#contracts/search.js';
import { functionNames, technicalFieldNames } from '#contracts/technical-words.js';
import { withoutHolder } from '#patents/index.js';
import { tagOf, type SearchDocument } from '#platform/search/index.js';
import { placeNames, placeOf, secondsOf, tagsOf, texts, told, type Built } from './built.js';

/** A patent that was published, with who holds it and who may know that. */
export interface PatentRow {
  readonly id: string;
  readonly companyId: string;
  readonly state: PatentState;
  readonly content: PatentContent;
  readonly poster: Poster & { name: string };
  readonly disclosedTo: string[];
  readonly publishedAt: Date;
}

/** As of an order: two documents where the holder is not to be known. Numbers lead to the register, and so to them. */
export function patentDocuments(row: PatentRow): Built[] {
  const insiders = ['staff', `company:${row.companyId}`, ...row.disclosedTo.map((id) => `company:${id}`)];
  const full = documentOf(row, true);
  if (row.content.visibility === 'open')
    return [
      {
        ...full,
        document: { ...full.document, audience: ['approved', 'staff', `company:${row.companyId}`] },
      },
    ];
  const masked = documentOf(row, false);
  return [
    { ...masked, document: { ...masked.document, audience: ['approved'], hiddenFrom: insiders } },
    { ...full, document: { ...full.document, key: `patent-${row.id}-full`, audience: insiders } },
  ];
}

function documentOf(row: PatentRow, named: boolean): Built {
  const content = named ? row.content : withoutHolder(row.content);
  const { poster } = row;
  const document: SearchDocument = {
    key: `patent-${row.id}`,
    kind: 'patent',
    id: row.id,
    audience: [],
    hiddenFrom: [],
    texts: {
      title: [content.title],
      aliases: texts(
        ...(named ? [poster.name, content.holder] : []),
        content.number,
        content.registrationNumber,
        content.applicationNumber,
        content.publicationNumber,
      ),
      tags: [
        ...tagsOf({ themes: content.themes }),
        ...content.technicalFields.map((field) => inBoth(field, technicalFieldNames)),
        ...content.functions.map((does) => inBoth(does, functionNames)),
        ...texts(content.ipc),
      ],
      lead: texts(content.effect, content.purpose),
      items: texts(content.applicableProducts),
      body: texts(...content.summary.split(/\n\s*\n/), content.terms),
      place: placeNames(poster.prefecture, null),
    },
    facets: {
      theme: content.themes,
      field: content.technicalFields,
      licence: [content.licence],
      state: [row.state],
      prefecture: texts(poster.prefecture),
    },
    numbers: told({ since: secondsOf(row.publishedAt) }),
    place: placeOf({ prefecture: poster.prefecture }),
  };
  return { document, card: cardOf(row, named) };
}

/** A field or function with its English name; words of the holder's own have none. */
const inBoth = (word: string, english: Readonly<Record<string, string>>): string =>
  tagOf([word, english[word] ?? ''].filter((text) => text !== '').map((text) => ({ text, reading: '' })));

const cardOf = ({ content, poster, state, publishedAt }: PatentRow, named: boolean): SearchCard => ({
  title: content.title,
  lead: (content.effect || content.summary).slice(0, 300),
  prefecture: poster.prefecture,
  municipality: null,
  industry: poster.industry,
  processes: [],
  materials: [],
  certificates: [],
  staff: null,
  state,
  owner: named ? poster : { ...poster, id: null, name: null },
  deadline: null,
  since: publishedAt.toISOString(),
});
