import { expect, it } from '@jest/globals';
import { freshKeys } from './fresh-keys.js';

it('counts nothing as new because its poster is known now, or is not any more', () => {
  expect(freshKeys(['order-1-full', 'order-2', 'company-3'], ['order-1', 'order-2-full'])).toEqual([
    'company-3',
  ]);
});
