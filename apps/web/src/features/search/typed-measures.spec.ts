import { expect, it } from '@jest/globals';
import { measureIn } from './typed-measures';

it.each([
  ['旋削 ±0.005', '旋削', { tolerance: 0.005 }],
  ['±5μm 研削', '研削', { tolerance: 0.005 }],
  ['+/-0.01mm', '', { tolerance: 0.01 }],
  ['φ50 シャフト', 'シャフト', { x: 50, y: 50 }],
  ['５ｃｍ', '', { x: 50 }],
  ['板金 1.2m', '板金', { x: 1_200 }],
  ['300×200x100mm SUS304', 'SUS304', { x: 300, y: 200, z: 100 }],
  ['30*20cm', '', { x: 300, y: 200 }],
  ['歯車 1,000個', '歯車', { lot: 1_000 }],
  ['gears 50 pieces', 'gears', { lot: 50 }],
])('finds the measure of %s', (words, rest, range) => {
  expect(measureIn(words)).toMatchObject({ rest, range });
});

it.each(['SUS304', 'M6 ねじ', '5軸加工', 'ISO 9001', '0個', 'A5052 旋削', '3D', '±', '5mm角材用'])(
  'finds none in %s',
  (words) => {
    expect(measureIn(words)).toBeNull();
  },
);
