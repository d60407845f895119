import { describe, expect, it } from '@jest/globals';
import { Gatherer } from './gatherer.js';

describe('a gatherer', () => {
  it('answers each its own, those that came meanwhile together and in their order', async () => {
    const batches: number[][] = [];
    const gates: (() => void)[] = [];
    const gatherer = new Gatherer(async (questions: readonly number[]) => {
      batches.push([...questions]);
      await new Promise<void>((open) => gates.push(open));
      return questions.map((n) => n * 10);
    }, 3);
    const first = gatherer.ask(1);
    await Promise.resolve();
    await Promise.resolve();
    const rest = [2, 3, 4, 5].map((n) => gatherer.ask(n));
    gates.shift()?.();
    expect(await first).toBe(10);
    await new Promise(setImmediate);
    gates.shift()?.();
    await new Promise(setImmediate);
    gates.shift()?.();
    expect(await Promise.all(rest)).toEqual([20, 30, 40, 50]);
    expect(batches).toEqual([[1], [2, 3, 4], [5]]);
  });

  it('fails for those of one batch alone', async () => {
    let isBroken = true;
    const gatherer = new Gatherer((questions: readonly string[]) =>
      isBroken ? Promise.reject(new Error('down')) : Promise.resolve(questions),
    );
    await expect(Promise.all([gatherer.ask('a'), gatherer.ask('b')])).rejects.toThrow('down');
    isBroken = false;
    expect(await gatherer.ask('c')).toBe('c');
  });
});
