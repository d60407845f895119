import { describe, expect, it } from '@jest/globals';
import { importColumns } from '#contracts/companies.js';
import { columnNames, guessMapping, missingColumns } from './import-columns.js';

describe('columns of an import', () => {
  it.each(['ja', 'en', 'key'] as const)('are known by our own headings (%s)', (language) => {
    const headings = importColumns.map((name) => (language === 'key' ? name : columnNames[name][language]));
    expect(guessMapping(headings)).toEqual(
      Object.fromEntries(importColumns.map((name, i) => [name, headings[i]])),
    );
  });

  it('are known by others’ headings', () => {
    expect(
      guessMapping([
        'No.',
        '商号又は名称',
        '法人番号（13桁）',
        '本社所在地',
        '資本金（千円）',
        'ＴＥＬ',
        'ﾎｰﾑﾍﾟｰｼﾞ',
      ]),
    ).toEqual({
      name: '商号又は名称',
      corporateNumber: '法人番号（13桁）',
      address: '本社所在地',
      capitalYen: '資本金（千円）',
      phone: 'ＴＥＬ',
      website: 'ﾎｰﾑﾍﾟｰｼﾞ',
    });
  });

  it('use each heading once, the whole one first', () => {
    expect(guessMapping(['企業名（カナ）', '企業名'])).toEqual({
      name: '企業名',
      nameKana: '企業名（カナ）',
    });
  });

  it('need number and name', () => {
    expect(missingColumns(guessMapping(['会社名']))).toEqual(['corporateNumber']);
  });
});
