import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { playADay } from './a-day.js';
import { screens } from './screens.js';
import { seedDemonstration, type Demonstration } from './demonstration.js';
let app: TestApp;
let d: Demonstration;
beforeAll(async () => {
  app = await startApp();
  console.log(new Date().toISOString());
  d = await seedDemonstration(app);
  console.log(new Date().toISOString());
});
afterAll(() => app?.close());
it('day', async () => {
  const { fairId, ...figures } = await playADay(app, d.cookies.secretary);
  d.names['day'] = fairId;
  expect(figures).toEqual({
    ...{ state: 'finished', fair: 'finished', meetings: 'finished' },
    ...{ visitors: 24, visits: true, talks: 12, talkLines: 24, leads: true },
    ...{ questions: 7, answered: 3, votes: true, polls: 3 },
    ...{ firmsHere: 18, absent: 1, noShows: true, walkIns: 1, stillPlanned: 0 },
    ...{ refills: true, outcomes: true, dealsOfBoth: true },
  });
  console.log(new Date().toISOString());
});
it('names', () => {
  const wanted = new Set(
    screens.flatMap(({ route, path = route }) => [...path.matchAll(/:(\w+)/g)].map(([, n]) => n!)),
  );
  expect([...wanted].filter((n) => !d.names[n])).toEqual([]);
});
