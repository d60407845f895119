import { describe, expect, it } from '@jest/globals';
import type { FairTask } from '#contracts/fair-exhibition.js';
import { dueTasks } from './checklist.js';

const task = (key: string, on: string): FairTask => ({
  key,
  on,
  phase: 'preparation',
  title: key,
  titleEn: '',
});
const tasks = [task('panel', '2026-02-01'), task('staff', '2026-02-04'), task('report', '2026-03-01')];

describe('reminders of the checklist', () => {
  const at = { today: '2026-02-01', since: '2026-01-10' };

  it('come three days before the last day and when it has passed', () => {
    expect(dueTasks(tasks, [], at).map(({ key }) => key)).toEqual(['panel', 'staff']);
    expect(dueTasks(tasks, [], { ...at, today: '2026-01-28' })).toEqual([]);
    expect(dueTasks(tasks, [], { ...at, today: '2026-02-20' }).map(({ key }) => key)).toEqual([
      'panel',
      'staff',
    ]);
  });

  it('come once, and not for what is done or was due before the firm was let in', () => {
    const known = [
      { key: 'panel', isDone: true, isReminded: false },
      { key: 'staff', isDone: false, isReminded: true },
    ];
    expect(dueTasks(tasks, known, at)).toEqual([]);
    expect(dueTasks(tasks, [], { ...at, since: '2026-02-02' }).map(({ key }) => key)).toEqual(['staff']);
  });
});
