import type { OrderContent, OrderState, Poster } from '#contracts/orders.js';
import type { SearchCard } from '#contracts/search.js';
import type { SearchDocument } from '#platform/search/index.js';
import {
  placeNames,
  placeOf,
  secondsOf,
  sides,
  tagsOf,
  texts,
  told,
  withBroader,
  type Built,
} from './built.js';

/** An order that was published, with who posts it and who may know that. */
export interface OrderRow {
  readonly id: string;
  readonly companyId: string;
  readonly state: OrderState;
  readonly content: OrderContent;
  readonly poster: Poster & { name: string };
  readonly municipality: string | null;
  readonly disclosedTo: string[];
  readonly publishedAt: Date;
}

/**
 * Documents of an order. Where its poster is not to be known, there are two: one without the poster for everybody, and
 * one with it for those who may know; these do not find the first one.
 */
export function orderDocuments(row: OrderRow): Built[] {
  const { content, companyId } = row;
  const insiders = ['staff', `company:${companyId}`, ...row.disclosedTo.map((id) => `company:${id}`)];
  const full = documentOf(row, true);
  if (content.visibility === 'open')
    return [
      { ...full, document: { ...full.document, audience: ['approved', 'staff', `company:${companyId}`] } },
    ];
  const masked = documentOf(row, false);
  return [
    { ...masked, document: { ...masked.document, audience: ['approved'], hiddenFrom: insiders } },
    { ...full, document: { ...full.document, key: `order-${row.id}-full`, audience: insiders } },
  ];
}

function documentOf(row: OrderRow, named: boolean): Built {
  const { content, poster } = row;
  const codes = codesOf(content);
  const document: SearchDocument = {
    key: `order-${row.id}`,
    kind: 'order',
    id: row.id,
    audience: [],
    hiddenFrom: [],
    texts: {
      title: [content.title],
      aliases: named ? [poster.name] : [],
      tags: tagsOf(codes),
      body: texts(...content.summary.split(/\n\s*\n/)),
      place: placeNames(poster.prefecture, null),
    },
    facets: {
      process: withBroader(codes.processes),
      material: withBroader(codes.materials),
      certificate: codes.certificates,
      theme: codes.themes,
      prefecture: texts(poster.prefecture),
      state: [row.state],
    },
    numbers: numbersOf(row),
    // Of a poster not to be known the prefecture is: its office is near enough.
    place: placeOf({ municipality: named ? row.municipality : null, prefecture: poster.prefecture }),
  };
  return { document, card: cardOf(row, codes, named) };
}

function codesOf({ requirements }: OrderContent) {
  const codes = (kind: 'process' | 'material' | 'theme') =>
    requirements.flatMap((r) => (r.kind === kind ? [(r as { code: string }).code] : []));
  return {
    processes: [...new Set(codes('process'))],
    materials: [...new Set(codes('material'))],
    themes: [...new Set(codes('theme'))],
    certificates: [
      ...new Set(requirements.flatMap((r) => (r.kind === 'certificate' ? [r.certificate] : []))),
    ],
  };
}

/** The hardest of what it asks for. */
function numbersOf({ content, publishedAt }: OrderRow): SearchDocument['numbers'] {
  const boxes = content.requirements.flatMap((r) => (r.kind === 'envelope' ? [sides(r.x, r.y, r.z)] : []));
  const most = (values: number[]) => (values.length === 0 ? null : Math.max(...values));
  const least = (values: number[]) => (values.length === 0 ? null : Math.min(...values));
  const amounts = content.requirements.flatMap((r) =>
    r.kind === 'lot' || r.kind === 'quantity' ? [r.pieces] : [],
  );
  return told({
    needLong: most(boxes.map(([long]) => long)),
    needMiddle: most(boxes.map(([, middle]) => middle)),
    needShort: most(boxes.map(([, , short]) => short)),
    needTolerance: least(content.requirements.flatMap((r) => (r.kind === 'tolerance' ? [r.mm] : []))),
    needLot: most(amounts),
    since: secondsOf(publishedAt),
    deadline: secondsOf(content.answerBy),
  });
}

const cardOf = (row: OrderRow, codes: ReturnType<typeof codesOf>, named: boolean): SearchCard => ({
  title: row.content.title,
  lead: row.content.summary.slice(0, 300),
  prefecture: row.poster.prefecture,
  municipality: null,
  industry: row.poster.industry,
  ...{ processes: codes.processes, materials: codes.materials, certificates: codes.certificates },
  staff: null,
  state: row.state,
  owner: named ? row.poster : { ...row.poster, id: null, name: null },
  deadline: row.content.answerBy,
  since: row.publishedAt.toISOString(),
});
