import type { INestApplicationContext } from '@nestjs/common';
import { CompaniesService } from '#companies/index.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { demoCompanies } from './demo-companies.js';

/** Free shares in percent for the next 4, 8 and 12 weeks, firm after firm; null: nobody has told yet. */
const shares = [[50, 75, 100], [25, 50, 50], null, [0, 25, 50], [75, 75, 100], [0, 0, 25], null] as const;

/** What suppliers told of their spare capacity, some of it weeks ago, and the numbers to call them. */
export async function seedCapacity(app: INestApplicationContext, owners: Map<string, Actor>): Promise<void> {
  const companies = app.get(CompaniesService, { strict: false });
  const database = app.get(Database, { strict: false });
  for (const [i, { key, profile }] of demoCompanies.entries()) {
    const owner = owners.get(key);
    if (!owner?.company || !profile.isSupplier) continue;
    const { id } = owner.company;
    // 03-0000 is given to nobody.
    await database.query('update company set phone = $2 where id = $1', [id, `03-0000-${String(1000 + i)}`]);
    const share = shares[i % shares.length];
    if (!share) continue;
    const [weeks4, weeks8, weeks12] = share;
    // One process is left to be asked on the small firm's first page.
    const told = key === 'supplier' ? profile.processes.slice(0, -1) : profile.processes;
    const items = told.map(({ code }) => ({ process: code, weeks4, weeks8, weeks12 }));
    await companies.tellCapacity(owner, id, items, 'ja');
    await database.query(
      `update company set capacity = (
         select jsonb_agg(told || jsonb_build_object('toldAt',
           to_char((now() - make_interval(days => $2)) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')))
         from jsonb_array_elements(capacity) told)
       where id = $1 and capacity <> '[]'`,
      [id, (i * 5) % 40],
    );
  }
}
