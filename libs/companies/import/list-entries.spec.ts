import { describe, expect, it } from '@jest/globals';
import { companyProfile } from '#contracts/companies.js';
import { certificateKinds, materials, processes, themes } from '../taxonomy/index.js';
import type { Cell } from '#platform/spreadsheet/index.js';
import { listFormats, type ListColumn } from './list-entries.js';
import { readCell } from './read-cells.js';

const valueOf = (column: ListColumn, cell: Cell) => {
  const reading = readCell(column, cell, 1);
  return reading.problem ?? reading.value;
};

describe('lists in cells', () => {
  it.each([
    ['processes', processes, (code: string) => ({ code })],
    ['materials', materials, (code: string) => code],
    ['certificates', certificateKinds, (kind: string) => ({ kind })],
    ['themes', themes, (code: string) => code],
  ] as const)('%s: every name in both languages leads back to its code', (column, entries, toEntry) => {
    for (const language of ['ja', 'en'] as const) {
      for (let start = 0; start < entries.length; start += 20) {
        const some = entries.slice(start, start + 20);
        const text = some.map((entry) => entry[language]).join(';');
        expect(valueOf(column, text)).toMatchObject(some.map(({ code }) => toEntry(code)));
      }
    }
  });

  const entries = {
    certificates: [
      { kind: 'iso-9001', number: 'JQA-1', issuer: 'JQA', validUntil: '2027-03-31' },
      { kind: 'iso-14001', number: '', issuer: 'BSI', validUntil: null },
    ],
    products: [
      { name: '精密シャフト', summary: '直径3mmから、研磨まで。' },
      { name: '治具', summary: '' },
    ],
    awards: [
      { title: '造林、間伐等の業務', year: null, from: '' },
      { title: '装置 / 部品の製造', year: 2024, from: '国土交通省' },
      { title: '点検', year: null, from: '防衛省' },
      { title: '清掃', year: 2023, from: '' },
    ],
    equipment: companyProfile.shape.equipment.parse([
      { kind: 'NC旋盤', maker: 'オークマ', model: 'LB3000 EX II', count: 2, year: 2015 },
      { maker: 'マザック', model: 'VCN-530C' },
      { model: 'MB46' },
      { kind: '三次元測定機', model: 'CRYSTA 7106', year: 2020 },
    ]),
  };
  it.each(Object.keys(entries) as (keyof typeof entries)[])('%s: what is written is read back', (column) => {
    const toText = listFormats[column].toText as (entry: unknown, name: (code: string) => string) => string;
    const name = (code: string) => certificateKinds.find((kind) => kind.code === code)?.ja ?? code;
    const cell = entries[column].map((entry) => toText(entry, name)).join(';');
    expect(valueOf(column, cell)).toEqual(entries[column]);
    // JSON Lines: the entries as they are.
    expect(valueOf(column, JSON.parse(JSON.stringify(entries[column])) as Cell)).toEqual(entries[column]);
  });

  it.each([
    ['オークマ / LB3000 2台', { maker: 'オークマ', model: 'LB3000', count: 2 }],
    ['LB3000×3台（2001年式）', { model: 'LB3000', count: 3, year: 2001 }],
    ['MB-46', { model: 'MB-46', count: 1 }],
  ])('equipment as people write it: %s', (text, expected) => {
    expect(valueOf('equipment', text)).toMatchObject([expected]);
  });

  it('takes names separated by 、 but leaves running text whole', () => {
    expect(valueOf('processes', '旋盤、フライス加工, 5軸加工')).toHaveLength(3);
    expect(valueOf('awards', '恒温槽、ロガー他')).toMatchObject([{ title: '恒温槽、ロガー他' }]);
  });

  it('names what it does not know', () => {
    expect(valueOf('processes', '旋盤;錬金術')).toEqual({
      ja: '一覧にない名前かコードです：錬金術',
      en: 'This name or code is not in the list: 錬金術',
    });
    expect(valueOf('processes', [{ code: 'alchemy' }])).toHaveProperty('ja');
    expect(valueOf('processes', [{ note: 'x' }])).toHaveProperty('ja');
  });
});
