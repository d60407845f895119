import type { Context } from '#platform/context.js';
import { CreatePatents1764000004000 } from './migrations/1764000004000-create-patents.js';
import { Patent, PatentDisclosure, PatentInterest } from './patent.entity.js';
import { PatentsApiModule, PatentsWorkerModule } from './patents.module.js';

export { withoutHolder } from './masked-patent.js';
export { PatentsModule } from './patents.module.js';
export { PatentsReader } from './patents.reader.js';
export { PatentsService } from './patents.service.js';
export * from './patents.events.js';

export const patents: Context = {
  name: 'patents',
  entities: [Patent, PatentInterest, PatentDisclosure],
  migrations: [CreatePatents1764000004000],
  api: PatentsApiModule,
  worker: PatentsWorkerModule,
};
