import { describe, expect, it } from '@jest/globals';
import { findMaterial, findProcess } from '#companies/index.js';
import { vocabularyKinds } from '#contracts/vocabulary.js';
import { keyOf } from '../entry.js';
import { ownSet, shippedEntries } from './index.js';

const repeated = (values: readonly string[]) => values.filter((value, i) => values.indexOf(value) !== i);

describe('the shipped vocabulary', () => {
  it('has at least 1,500 entries of its own, of every kind', () => {
    expect(ownSet.length).toBeGreaterThanOrEqual(1500);
    for (const kind of vocabularyKinds)
      expect(ownSet.filter((entry) => entry.kind === kind).length).toBeGreaterThan(40);
  });

  it('names each entry by a first word that no other has', () => {
    expect(repeated(ownSet.map(keyOf))).toEqual([]);
    expect(shippedEntries.size).toBeGreaterThan(ownSet.length + 500);
  });

  it('knows only codes that processes and materials have', () => {
    const codes = [...shippedEntries.values()].flatMap((entry) => entry.codes);
    expect(codes.filter((code) => !findProcess(code) && !findMaterial(code))).toEqual([]);
  });

  it('says in each entry something that is not said already', () => {
    for (const { tradeJa, tradeEn, patentJa, patentEn, codes } of shippedEntries.values()) {
      const words = [...tradeJa, ...tradeEn, ...patentJa, ...patentEn];
      expect(words.length).toBeGreaterThan(0);
      expect(words.length + codes.length).toBeGreaterThan(1);
      expect([tradeJa, tradeEn, patentJa, patentEn, codes].map(repeated).flat()).toEqual([]);
    }
  });

  it('has its own words in both languages', () => {
    const english = ownSet.filter(({ tradeEn }) => tradeEn.length > 0).length;
    expect(english / ownSet.length).toBeGreaterThan(0.95);
  });

  it('has effect verbs of patents', () => {
    const patent = new Set(ownSet.flatMap(({ patentJa }) => patentJa));
    for (const verb of ['低減する', '抑制する', '防止する', '検出する', '低減', '抑制', '防止', '検出'])
      expect(patent.has(verb)).toBe(true);
  });
});
