import { describe, expect, it } from '@jest/globals';
import type { Reason } from '#contracts/matching.js';
import { maskedReasons, masker } from './masked-reasons.js';

const identity = [
  '株式会社ミナト精工',
  'ミナトセイコウ',
  'Minato Seiko Co., Ltd.',
  '7000012050002',
  '06-1234-5678',
  '',
];
const mask = masker(identity);

describe('masker', () => {
  it.each([
    ['株式会社ミナト精工は切削の会社です', '〇〇は切削の会社です'],
    ['ミナト精工（大阪）', '〇〇(大阪)'],
    ['㈱ミナト精工', '(株)〇〇'],
    ['ﾐﾅﾄｾｲｺｳ', '〇〇'],
    ['About MINATO SEIKO: milling', 'About 〇〇: milling'],
    ['電話 ０６（１２３４）５６７８', '電話 〇〇'],
    ['法人番号 7-0000-1205-0002', '法人番号 〇〇'],
    ['紹介文「大阪の株式会社ミナ…」が近い', '紹介文「大阪の〇〇…」が近い'],
    ['紹介文「大阪のミナ…」', '紹介文「大阪の〇〇…」'],
  ])('takes the company out of %s', (text, expected) => {
    expect(mask(text)).toBe(expected);
  });

  it('leaves everything else as it is', () => {
    const text = '過去の実績「港湾設備の部品　ＳＵＳ３０４…」が近い';
    expect(mask(text)).toBe(text);
    expect(masker([])('株式会社ミナト精工')).toBe('株式会社ミナト精工');
    expect(masker(['東'])('東京')).toBe('東京');
  });
});

describe('masked reasons', () => {
  it('say the same without the name, in words, question and change', () => {
    const words = (text: string) => ({ ja: text, en: text });
    const reason: Reason = {
      requirementId: null,
      level: 'text',
      kind: 'text',
      verdict: 'met',
      words: words('ミナト精工の実績'),
      question: words('ミナト精工に聞く'),
      change: null,
    };
    expect(maskedReasons([reason], identity)).toEqual([
      { ...reason, words: words('〇〇の実績'), question: words('〇〇に聞く') },
    ]);
  });
});
