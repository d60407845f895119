import type { Context } from '#platform/context.js';
import { Disclosure, Introduction } from './introduction.entity.js';
import { IntroductionsApiModule, IntroductionsWorkerModule } from './introductions.module.js';
import { CreateIntroductions1764000006000 } from './migrations/1764000006000-create-introductions.js';
import { IntroduceTeams1764200101000 } from './migrations/1764200101000-introduce-teams.js';
import { IntroduceAtMeetings1764300300000 } from './migrations/1764300300000-introduce-at-meetings.js';

export { IntroductionsModule } from './introductions.module.js';
export { IntroductionsReader, type Dealing } from './introductions.reader.js';
export { IntroductionsService } from './introductions.service.js';
export * from './introductions.events.js';
export { isDisclosed } from './introduction.states.js';
export { MeetingIntroductions, type MeetingCase } from './meeting-introductions.service.js';
export { TeamIntroductions, type TeamCase } from './team-introductions.service.js';
export type { TeamPart } from './introduction.entity.js';

export const introductions: Context = {
  name: 'introductions',
  entities: [Introduction, Disclosure],
  migrations: [
    CreateIntroductions1764000006000,
    IntroduceTeams1764200101000,
    IntroduceAtMeetings1764300300000,
  ],
  api: IntroductionsApiModule,
  worker: IntroductionsWorkerModule,
};
