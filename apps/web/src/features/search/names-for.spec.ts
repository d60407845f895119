import { expect, it } from '@jest/globals';
import { namesFor } from './names-for';

const name = (text: string) => [{ text, hit: true }];

it('leaves names in the reader’s script, and all where there is none', () => {
  const both = [name('めっき'), name('SUS304 ステンレス'), name('plating')];
  expect(namesFor(both, 'ja')).toEqual(both.slice(0, 2));
  expect(namesFor(both, 'en')).toEqual(both.slice(2));
  expect(namesFor(both.slice(0, 1), 'en')).toEqual(both.slice(0, 1));
});
