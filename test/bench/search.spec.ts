import { expect, it } from '@jest/globals';
import { run } from './search.js';

it('says what is wrong with its options', async () => {
  await expect(run([])).rejects.toThrow('--companies is needed');
  await expect(run(['--companies', '0'])).rejects.toThrow('--companies is a whole number from 1 on');
  await expect(run(['--companies', '10', '--queries', 'x'])).rejects.toThrow('--queries is a whole number');
});
