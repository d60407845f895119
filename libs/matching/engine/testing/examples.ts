import type { Need, ProcessRow, Requirement, Supplier, Taxonomy } from '../match.types.js';

/** A small tree: cutting over turning and milling, stainless over SUS304. */
export const exampleTaxonomy: Taxonomy = {
  processParents: {
    machining: null,
    cutting: 'machining',
    turning: 'cutting',
    milling: 'cutting',
    plating: null,
  },
  materialParents: { stainless: null, sus304: 'stainless', sus316: 'stainless', aluminium: null },
  labels: {
    process: {
      machining: { ja: '機械加工', en: 'machining' },
      cutting: { ja: '切削', en: 'cutting' },
      turning: { ja: '旋削', en: 'turning' },
      milling: { ja: 'フライス', en: 'milling' },
      plating: { ja: 'めっき', en: 'plating' },
    },
    material: {
      stainless: { ja: 'ステンレス鋼', en: 'stainless steel' },
      sus304: { ja: 'SUS304', en: 'SUS304' },
      sus316: { ja: 'SUS316', en: 'SUS316' },
      aluminium: { ja: 'アルミ', en: 'aluminium' },
    },
    certificate: {
      'iso-9001': { ja: 'ISO 9001', en: 'ISO 9001' },
      'iso-13485': { ja: 'ISO 13485', en: 'ISO 13485' },
    },
    theme: { ev: { ja: 'EV', en: 'EV' }, dx: { ja: 'DX', en: 'DX' } },
    prefecture: {
      '13': { ja: '東京都', en: 'Tokyo' },
      '14': { ja: '神奈川県', en: 'Kanagawa' },
    },
  },
};

/** A firm that has told nothing but what is given. */
export function supplier(id: string, told: Partial<Supplier> = {}): Supplier {
  return {
    id,
    name: id,
    processes: [],
    materials: [],
    certificates: [],
    capacity: [],
    equipment: [],
    prefecture: null,
    lat: null,
    lon: null,
    themes: [],
    texts: [],
    updatedAt: '2026-11-01T00:00:00Z',
    ...told,
  };
}

export function row(code: string, told: Partial<ProcessRow> = {}): ProcessRow {
  return { code, ...told };
}

export function awards(...titles: string[]): Supplier['texts'] {
  return titles.map((text) => ({ field: 'award', text }));
}

/** A need of 1 November 2026 without words, unless they are given. */
export function need(requirements: Requirement[], words: Partial<Need> = {}): Need {
  return { id: 'need', title: '', text: '', requirements, today: '2026-11-01', ...words };
}

/** A requirement without its id and level. */
type Asked = {
  [Kind in Requirement['kind']]: Omit<Extract<Requirement, { kind: Kind }>, 'id' | 'level'>;
}[Requirement['kind']];

export function must(asked: Asked, id: string = asked.kind): Requirement {
  return { id, level: 'must', ...asked };
}

export function want(asked: Asked, id: string = asked.kind): Requirement {
  return { id, level: 'want', ...asked };
}
