import type { Context } from '#platform/context.js';
import { CreateSearch1764100300000 } from './migrations/1764100300000-create-search.js';
import { CreateSearchServerState1764100300001 } from './migrations/1764100300001-create-search-server-state.js';
import { FindMeetingEvents1764200202000 } from './migrations/1764200202000-find-meeting-events.js';
import { FindFairs1764300400003 } from './migrations/1764300400003-find-fairs.js';
import { MakeTagsAnew1764302200000 } from './migrations/1764302200000-make-tags-anew.js';
import { SavedSearchRow } from './saved/saved-search.entity.js';
import { SearchApiModule, SearchWorkerModule } from './search.module.js';

export { SavedSearchesService } from './saved/saved-searches.service.js';
export { reindex, type ReindexReport } from './reindex.js';
export { SearchProjection } from './projection.js';
export { SearchReader } from './search.reader.js';

export const search: Context = {
  name: 'search',
  entities: [SavedSearchRow],
  migrations: [
    CreateSearch1764100300000,
    CreateSearchServerState1764100300001,
    FindMeetingEvents1764200202000,
    FindFairs1764300400003,
    MakeTagsAnew1764302200000,
  ],
  api: SearchApiModule,
  worker: SearchWorkerModule,
};
