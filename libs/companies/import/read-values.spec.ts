import { describe, expect, it } from '@jest/globals';
import { prefectures } from '../taxonomy/index.js';
import {
  headingUnit,
  readCount,
  readMunicipality,
  readPrefecture,
  readYear,
  readYen,
  readYesNo,
} from './read-values.js';

const value = (reading: { value?: unknown; problem?: unknown }) =>
  reading.problem ? 'refused' : reading.value;

describe('values as people write them', () => {
  it.each([
    ['10000000', 1, 10_000_000],
    ['10,000,000円', 1, 10_000_000],
    ['¥5,000', 1, 5_000],
    ['1,000万円', 1, 10_000_000],
    ['１億２,０００万円', 1, 120_000_000],
    ['3.5億', 1, 350_000_000],
    ['500万', 1_000, 5_000_000],
    ['5,000', 1_000, 5_000_000],
    ['約1000万円', 1, 'refused'],
    ['非公開', 1, 'refused'],
    ['', 1, 'refused'],
    ['-5', 1, 'refused'],
  ])('yen: %s (unit %i)', (text, unit, expected) => {
    expect(value(readYen(text, unit))).toBe(expected);
  });

  it('yen per unit of a heading', () => {
    expect(['資本金', '資本金（千円）', '資本金(万円)', '資本金[百万円]'].map(headingUnit)).toEqual([
      1, 1_000, 10_000, 1_000_000,
    ]);
  });

  it.each([
    ['42', 42],
    ['１,２００名', 1_200],
    ['約30人', 30],
    ['12.5', 'refused'],
    ['多数', 'refused'],
  ])('count: %s', (text, expected) => {
    expect(value(readCount(text))).toBe(expected);
  });

  it.each([
    ['1967', 1967],
    ['1967年4月', 1967],
    ['1967/04/01', 1967],
    ['昭和42年4月1日', 1967],
    ['S42.4', 1967],
    ['平成元年', 1989],
    ['令和 3年', 2021],
    ['大正元年', 1912],
    ['578年', 578],
    ['19670401', 'refused'],
    ['むかし', 'refused'],
  ])('year: %s', (text, expected) => {
    expect(value(readYear(text))).toBe(expected);
  });

  it.each([
    ['はい', true],
    ['○', true],
    ['TRUE', true],
    ['×', false],
    ['いいえ', false],
    ['０', false],
    ['たぶん', 'refused'],
  ])('yes or no: %s', (text, expected) => {
    expect(value(readYesNo(text))).toBe(expected);
  });

  it('prefectures by code and by every name', () => {
    for (const { code, ja, en } of prefectures)
      expect([ja, en, code, String(Number(code))].map((text) => value(readPrefecture(text)))).toEqual(
        Array(4).fill(code),
      );
    expect(value(readPrefecture('大阪'))).toBe('27');
    expect(value(readPrefecture('東京'))).toBe('13');
    expect(value(readPrefecture('京都'))).toBe('26');
    expect(value(readPrefecture('北海'))).toBe('refused');
  });

  it('municipalities by code with or without check digit, by name where only one has it', () => {
    expect(value(readMunicipality('14130', null))).toBe('14130');
    expect(value(readMunicipality('141305', '14'))).toBe('14130');
    expect(value(readMunicipality('14130', '13'))).toBe('refused');
    expect(value(readMunicipality('川崎市', null))).toBe('14130');
    expect(value(readMunicipality('府中市', '13'))).toBe('13206');
    expect(value(readMunicipality('どこか村', '13'))).toBeNull();
  });
});
