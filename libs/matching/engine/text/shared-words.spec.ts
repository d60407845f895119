import { describe, expect, it } from '@jest/globals';
import { sharedWords, wordsOf } from './shared-words.js';
import { normalise } from './tokens.js';

/** A corpus in which 業務 is everywhere and all else is rare. */
const rarity = (token: string) => (token === '~業務' ? 0.1 : 5);
const shared = (wanted: string, record: string) => sharedWords(normalise(wanted), wordsOf(record), rarity);

describe('sharedWords', () => {
  it('gives runs of whole words, the most telling first', () => {
    expect(shared('超純水製造装置の点検業務', '研究棟 超純水製造装置 業務')).toEqual(['超純水製造装置']);
  });
  it('finds codes whatever their width and case', () => {
    expect(shared('SUS304の旋削', 'sus304')).toEqual(['sus304']);
  });
  it('cuts no word in two: トラック is not ラック', () => {
    expect(shared('ラックの組立', 'トラックの修理')).toEqual([]);
  });
  it('leaves out particles at both ends, but not the beginning of はんだ', () => {
    expect(shared('部品の印刷', '冊子の印刷')).toEqual(['印刷']);
    expect(shared('基板のはんだ付け', 'はんだ付け')).toEqual(['はんだ付け']);
  });
  it('leaves out years and what everybody writes, unless there is nothing else', () => {
    expect(shared('2024年度 点検業務', '2024年度 点検と業務')).toEqual(['点検']);
    expect(shared('清掃業務', '印刷業務')).toEqual(['業務']);
  });
  it('gives nothing where nothing is shared', () => {
    expect(shared('切削', 'めっき')).toEqual([]);
  });
});
