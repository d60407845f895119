import type { Context } from '#platform/context.js';
import { CreateStatutory1764100601000 } from './migrations/1764100601000-create-statutory.js';
import { AddReentrusting1764300201000 } from './migrations/1764300201000-add-reentrusting.js';
import { StatutoryParty, StatutoryRule } from './statutory.entity.js';
import { StatutoryApiModule } from './statutory.module.js';

export { verdictsOf, type Deal } from './applies.js';
export { flagsOf, type Checked, type PriceTalk } from './checks.js';
export type { Rule } from './rules.js';
export * from './statutory.events.js';
export { StatutoryModule } from './statutory.module.js';
export { StatutoryReader } from './statutory.reader.js';
export { StatutoryService } from './statutory.service.js';

export const statutory: Context = {
  name: 'statutory',
  entities: [StatutoryRule, StatutoryParty],
  migrations: [CreateStatutory1764100601000, AddReentrusting1764300201000],
  api: StatutoryApiModule,
};
