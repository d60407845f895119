import type { SearchChange, SearchDocument, SearchQuery } from '../../search/engine.js';

const KAWASAKI = { latitude: 35.5308, longitude: 139.7029 };
const YOKOHAMA = { latitude: 35.4437, longitude: 139.638 };
const OSAKA = { latitude: 34.6937, longitude: 135.5023 };

export const places = { kawasaki: KAWASAKI, yokohama: YOKOHAMA, osaka: OSAKA };

const document = (
  key: string,
  kind: SearchDocument['kind'],
  given: Partial<Omit<SearchDocument, 'key' | 'kind'>>,
): SearchDocument => ({
  key,
  kind,
  id: key,
  audience: ['approved', 'staff'],
  hiddenFrom: [],
  texts: {},
  facets: {},
  numbers: {},
  place: null,
  ...given,
});

/** A small world of documents that every engine must agree on. */
export const documents: readonly SearchDocument[] = [
  document('company-azuma', 'company', {
    texts: {
      title: ['東精密工業株式会社'],
      aliases: ['アズマセイミツコウギョウ', 'Azuma Precision Works'],
      tags: ['旋削加工\nTurning\n旋盤\tセンバン', 'ステンレス SUS304', 'ISO 9001'],
      lead: ['小物部品の精密切削を一貫して行います。'],
      body: ['チタンなどの難削材にも対応しています。'],
    },
    facets: { process: ['turning'], material: ['sus304'], prefecture: ['14'], size: ['20-99'] },
    numbers: { maxLong: 500, maxMiddle: 300, maxShort: 200, tolerance: 0.005, staff: 45, since: 300 },
    place: KAWASAKI,
  }),
  document('company-nishi', 'company', {
    texts: {
      title: ['西板金製作所'],
      aliases: ['ニシバンキンセイサクショ'],
      tags: ['板金加工', 'アルミニウム A5052', 'アルマイト'],
      lead: ['大型筐体の精密板金と溶接。'],
      body: ['旋削は協力会社に依頼します。'],
    },
    facets: {
      process: ['sheet-metal', 'welding'],
      material: ['a5052'],
      prefecture: ['27'],
      size: ['100-299'],
    },
    numbers: { maxLong: 3_000, maxMiddle: 1_500, maxShort: 900, tolerance: 0.1, staff: 160, since: 200 },
    place: OSAKA,
  }),
  document('company-minato', 'company', {
    texts: {
      title: ['みなと鋳造'],
      aliases: ['ミナトチュウゾウ', 'Minato Castings'],
      tags: ['鋳造', 'ステンレス SUS316'],
      lead: ['titanium casting and machining'],
    },
    facets: { process: ['casting', 'turning'], material: ['sus316'], prefecture: ['14'], size: ['1-19'] },
    numbers: { staff: 8, since: 100 },
    place: YOKOHAMA,
  }),
  document('company-pending', 'company', {
    audience: ['staff', 'company:pending'],
    texts: { title: ['申請中の秘密工房'], tags: ['旋削加工', '秘密加工'], lead: ['zqhidden'] },
    facets: { process: ['turning'], prefecture: ['13'] },
    numbers: { since: 400 },
  }),
  document('order-1', 'order', {
    id: 'order-1',
    hiddenFrom: ['staff', 'company:poster'],
    texts: { title: ['軸受けの旋削'], body: ['SUS304の回転軸。'] },
    facets: { process: ['turning'], material: ['sus304'], prefecture: ['14'], state: ['published'] },
    numbers: { needLong: 120, needTolerance: 0.01, needLot: 500, since: 500, deadline: 2_000 },
  }),
  document('order-1-full', 'order', {
    id: 'order-1',
    audience: ['staff', 'company:poster'],
    texts: { title: ['軸受けの旋削'], aliases: ['極秘重工業'], body: ['SUS304の回転軸。'] },
    facets: { process: ['turning'], material: ['sus304'], prefecture: ['14'], state: ['published'] },
    numbers: { needLong: 120, needTolerance: 0.01, needLot: 500, since: 500, deadline: 2_000 },
  }),
  document('patent-1', 'patent', {
    texts: { title: ['搬送装置'], lead: ['搬送時の振動を低減する。'] },
    facets: { field: ['機械・加工'], licence: ['offered'] },
    numbers: { since: 50 },
  }),
];

export const changesOf = (list: readonly SearchDocument[], version = 1): SearchChange[] =>
  list.map((document) => ({ key: document.key, version, document }));

const textsOf = new Map(documents.map(({ key, texts }) => [key, texts]));

export const queryOf = (given: Partial<SearchQuery> = {}): SearchQuery => ({
  words: '',
  viewer: ['approved', 'company:other'],
  filters: [],
  facets: [],
  sort: 'relevance',
  from: null,
  page: 1,
  pageSize: 20,
  texts: (keys) => Promise.resolve(new Map(keys.map((key) => [key, textsOf.get(key) ?? {}]))),
  ...given,
});
