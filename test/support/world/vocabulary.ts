import { shippedEntries } from '#vocabulary/index.js';

const [one = '', other = ''] = shippedEntries.keys();

export const someEntry = (changes: object = {}) => ({
  kind: 'process',
  tradeJa: ['ごりごり削り'],
  patentJa: ['粗切削加工'],
  tradeEn: ['hogging out'],
  codes: ['milling'],
  ...changes,
});

export const aVocabularyFile = () => ({
  name: 'words.csv',
  bytes: Buffer.from('項目ID,分野,現場の言葉,特許の言葉\n,効果,ぴったり合う,嵌合精度の向上\n'),
});

/** Requests to the routes of the vocabulary, which belongs to all bodies. */
export const vocabularyRequests = {
  'vocabulary.list': {},
  'vocabulary.create': { body: someEntry() },
  'vocabulary.get': { params: { id: one } },
  'vocabulary.update': { params: { id: one }, version: 0, body: someEntry() },
  'vocabulary.switchOff': { params: { id: other }, version: 0 },
  'vocabulary.switchOn': { params: { id: other }, version: 0 },
  'vocabulary.restore': { params: { id: other }, version: 0 },
  'vocabulary.history': { params: { id: one } },
  'vocabulary.understand': { query: { q: '摩擦を減らす' } },
  'vocabulary.export': { query: { format: 'csv' } },
  'vocabulary.import': { file: aVocabularyFile(), body: { dryRun: 'true' } },
};
