import type { Context } from '#platform/context.js';
import { CreateTeams1764200102000 } from './migrations/1764200102000-create-teams.js';
import { Team, TeamRevision } from './team.entity.js';
import { TeamsApiModule, TeamsWorkerModule } from './teams.module.js';

export * from './teams.events.js';
export { TeamsModule } from './teams.module.js';
export { TeamsReader } from './teams.reader.js';
export { TeamsService } from './teams.service.js';

export const teams: Context = {
  name: 'teams',
  entities: [Team, TeamRevision],
  migrations: [CreateTeams1764200102000],
  api: TeamsApiModule,
  worker: TeamsWorkerModule,
};
