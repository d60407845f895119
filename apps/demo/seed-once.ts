import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '#platform/database/index.js';
import { SearchProjection } from '#search/index.js';
import { seedDisputes } from './seed-disputes.js';
import { seedFairs } from './seed-fairs.js';
import { seedLearning } from './seed-learning.js';
import { seedHistory } from './seed-history.js';
import { seedMeetings } from './seed-meetings.js';
import { seedSavedSearches } from './seed-searches.js';
import { seedIntroductions, seedRooms } from './seed-stories.js';
import { seedVocabulary } from './seed-vocabulary.js';
import { seedTeam } from './seed-teams.js';
import { seedSubjects } from './seed.js';

/** Fills a database without people with the demonstration. Answers whether the demonstration's people are there. */
export async function seedDemoOnce(app: INestApplicationContext): Promise<boolean> {
  const database = app.get(Database, { strict: false });
  const [row] = await database.query<{ people: number; demo: boolean }>(
    `select count(*) people, coalesce(bool_or(email = 'coordinator@demo.example'), false) demo from app_user`,
  );
  if (!row || row.people > 0) return row?.demo ?? false;
  // One transaction: a start that is broken off leaves nothing half done. Rooms follow, since messages are written by
  // connections of their own.
  const { demo, introductions } = await database.transaction(async () => {
    const demo = await seedSubjects(app);
    const introductions = await seedIntroductions(app, demo);
    await seedTeam(app, demo);
    await seedHistory(app, demo);
    await seedMeetings(app, demo);
    await seedFairs(app, demo);
    return { demo, introductions };
  });
  await seedRooms(app, demo, introductions);
  await seedDisputes(app, demo, introductions);
  // The companies' events are taken as told (seedSubjects), so that nobody else would look.
  await app.get(SearchProjection, { strict: false }).repair();
  await seedSavedSearches(app, demo);
  await seedVocabulary(app, demo);
  await seedLearning(app, demo);
  return true;
}
