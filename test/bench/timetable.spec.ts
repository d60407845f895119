import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readInstances } from './b2b.js';
import { isAtPublished, isProven, measure, run, summarised } from './timetable.js';
import { generated, measure as measureScale } from './timetable-scale.js';

describe('the timetable bench', () => {
  it('says what is wrong with its options', async () => {
    await expect(run([])).rejects.toThrow('--instances is needed');
    await expect(run(['--instances', 'gone'])).rejects.toThrow('There is no folder');
    await expect(run(['--instances', 'a', '--seconds', 'x'])).rejects.toThrow('--seconds is a number');
  });

  it('plans a small event of the large kind, proves it, and mends it after a cancellation', () => {
    const { summary } = measureScale(generated({ firms: 40, wishes: 160, slots: 12, tables: 12, seed: 3 }));
    expect(summary).toMatchObject({ faults: 0, replanStatus: 'optimal', placingStatus: 'optimal' });
  });
});

const folder = resolve(import.meta.dirname, '../../../shared/data/b2b');
const onInstances = existsSync(folder) ? it : it.skip;

onInstances('public instances are solved to their published optima (needs ../shared/data/b2b)', () => {
  const quick = [
    'tic-12.original',
    'tic-12crafc.forb0003',
    'tic-13crafb.fixed020-Forb',
    'tic-14crafd.prec15',
  ];
  const measured = readInstances(folder)
    .filter(({ name }) => quick.includes(name))
    .map((instance) => measure(instance, { seconds: 50, seed: 1 }));
  expect(measured.length).toBeGreaterThan(0);
  expect(measured.filter((one) => !isProven(one) || !isAtPublished(one))).toEqual([]);
  expect(summarised(measured)).toMatchObject({ faulty: 0, contradictsPublished: 0 });
});
