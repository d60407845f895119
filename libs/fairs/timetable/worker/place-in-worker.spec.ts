import { describe, expect, it } from '@jest/globals';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { placeMeetings } from '../placing/place-meetings.js';
import type { PlacingProblem, SearchProgress } from '../timetable.types.js';
import { placeInWorker } from './place-in-worker.js';

const script = pathToFileURL(
  resolve(import.meta.dirname, '../../../../dist/libs/fairs/timetable/worker/placement-worker.js'),
);

/** Everybody meets everybody of the other side, with hardly a slot to spare. */
function fullEvent(size: number, slots: number): PlacingProblem {
  const ids = Array.from({ length: size }, (_, index) => index);
  return {
    slots,
    tables: ids.map((index) => ({ id: `t${index}` })),
    participants: ids.flatMap((index) => [
      { id: `o${index}`, unavailable: [index % slots] },
      { id: `s${index}`, unavailable: [(index * 3 + 1) % slots] },
    ]),
    meetings: ids.flatMap((o) => ids.map((s) => ({ id: `${o} ${s}`, participants: [`o${o}`, `s${s}`] }))),
  };
}

describe('placeInWorker', () => {
  it('returns what placeMeetings returns, and tells of its progress', async () => {
    const problem = fullEvent(4, 6);
    const progress: SearchProgress[] = [];
    const { result } = placeInWorker(problem, { seed: 3, onProgress: (one) => progress.push(one) }, script);
    const { seconds: _, ...found } = await result;
    const { seconds: __, ...expected } = placeMeetings(problem, { seed: 3 });
    expect(found).toEqual(expected);
    expect(progress.at(-1)).toMatchObject({ best: found.breaks, bound: found.bound });
  });

  it('ends when it is cancelled, with the best timetable so far', async () => {
    const running = placeInWorker(fullEvent(9, 11), { seconds: 600 }, script);
    running.cancel();
    const { status, placements, seconds } = await running.result;
    expect(['unknown', 'feasible']).toContain(status);
    expect(placements).toHaveLength(status === 'unknown' ? 0 : 81);
    expect(seconds).toBeLessThan(600);
  });
});
