import { describe, expect, it } from '@jest/globals';
import type { TradeTerm } from '#contracts/trade-terms.js';
import { Glossary } from './glossary';
import { looksJapanese, mentionsIn, textParts } from './text-parts';

const term = (code: string, ja: string, en: string, ...also: string[]): TradeTerm => ({
  ...{ code, kind: 'trade' as const, ja, en, also },
});
const glossary = new Glossary([
  term('fob', '本船渡し', 'FOB (Free On Board)', 'FOB'),
  term('lot', 'ロット', 'Lot'),
  term('freight', '運賃', 'Freight'),
  term('cif', '運賃保険料込み', 'CIF (Cost, Insurance and Freight)', 'CIF'),
  term('mould', '金型', 'Mould', '型', 'die'),
  term('order', '発注書', 'Purchase order', 'PO'),
]);
const terms = (text: string) =>
  textParts(text, [], glossary).flatMap((part) =>
    part.kind === 'term' ? [[part.text, part.term.code]] : [],
  );

describe('words of the trade in a text', () => {
  it('are found in either language, whatever the width and case', () => {
    expect(terms('ＦＯＢ横浜、つまり本船渡しで。Fob please, free freight.')).toEqual([
      ['ＦＯＢ', 'fob'],
      ['本船渡し', 'fob'],
      ['Fob', 'fob'],
      ['freight', 'freight'],
    ]);
  });

  it('are the longest that fit, and no part of another word', () => {
    expect(terms('運賃保険料込みで')).toEqual([['運賃保険料込み', 'cif']]);
    expect(terms('パイロット生産は50ロット')).toEqual([['ロット', 'lot']]);
    expect(terms('a slot, the diet, prefob')).toEqual([]);
  });

  it('are not looked for where one or two letters could be anything', () => {
    expect(terms('型とPOとdie')).toEqual([['die', 'mould']]);
  });

  it('are looked up by any spelling, the exact one first', () => {
    expect(glossary.search('cif', 5).map(({ code }) => code)).toEqual(['cif']);
    expect(glossary.search('運賃', 5).map(({ code }) => code)).toEqual(['freight', 'cif']);
    expect(glossary.search(' ', 5)).toEqual([]);
  });
});

describe('people in a text', () => {
  const people = [
    { userId: '1', name: '田中' },
    { userId: '2', name: '田中 一郎' },
    { userId: '3', name: '仲立 次郎' },
    { userId: '4', name: '仲立 次郎' },
  ];

  it('are addressed by the longest name that fits, also by the wide sign, and those of the same name together', () => {
    expect(mentionsIn('＠田中 一郎さん、お願いします', people)).toEqual(['2']);
    expect(mentionsIn('@田中さん @仲立 次郎さん', people)).toEqual(['1', '3', '4']);
    expect(mentionsIn('田中さん tanaka@田', people)).toEqual([]);
  });

  it('are parts of their own, beside addresses and words', () => {
    expect(textParts('@田中 https://example.jp/a を見て、金型を', people, glossary)).toEqual([
      { kind: 'mention', text: '@田中' },
      { kind: 'text', text: ' ' },
      { kind: 'address', text: 'https://example.jp/a' },
      { kind: 'text', text: ' を見て、' },
      { kind: 'term', text: '金型', term: expect.objectContaining({ code: 'mould' }) },
      { kind: 'text', text: 'を' },
    ]);
  });

  it('leave every text whole', () => {
    for (const text of ['', '@', 'ロット@田中http://x', '本船渡し']) {
      const parts = textParts(text, people, glossary);
      expect(parts.map((part) => part.text).join('')).toBe(text);
    }
  });
});

it('a text with kana or kanji reads as Japanese', () => {
  expect(['納期は?', 'ロット', 'OK', 'Delivery: 5/31'].map(looksJapanese)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
