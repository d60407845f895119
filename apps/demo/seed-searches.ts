import type { INestApplicationContext } from '@nestjs/common';
import { savedQuery } from '#contracts/search.js';
import { SavedSearchesService } from '#search/index.js';
import type { Demo } from './seed.js';

/** Searches that the demonstration's people have kept. */
export async function seedSavedSearches(app: INestApplicationContext, demo: Demo): Promise<void> {
  const saved = app.get(SavedSearchesService, { strict: false });
  const orderer = demo.owners.get('orderer');
  const supplier = demo.owners.get('supplier');
  if (orderer)
    await saved.save(orderer, {
      name: '神奈川・東京のステンレス切削',
      query: savedQuery.parse({
        q: 'ステンレス',
        kind: 'company',
        process: ['machining'],
        prefecture: ['13', '14'],
      }),
      alert: 'daily',
    });
  if (supplier)
    await saved.save(supplier, {
      name: '切削加工の発注案件',
      query: savedQuery.parse({ kind: 'order', process: ['machining'] }),
      alert: 'instant',
    });
}
