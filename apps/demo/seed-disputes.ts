import type { INestApplicationContext } from '@nestjs/common';
import { CouncilService, DisputesService, WillingnessService } from '#disputes/index.js';
import { IdentityService } from '#identity/index.js';
import type { Actor } from '#platform/auth/index.js';
import { newSeed } from '#platform/commitment.js';
import { Database } from '#platform/database/index.js';
import { demoPassword } from './accounts.js';
import { actorOf } from './demo-actors.js';
import type { Demo } from './seed.js';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Bodies elsewhere, one person of each serves on councils. */
const MEMBERS = [
  ['湘南ものづくり協会（架空）', 'Shonan Manufacturers (fictional)', 'council@demo.example', '合田 議子'],
  ['房総産業支援センター（架空）', 'Boso Industry Support (fictional)', 'bosou@demo.example', '安房 守'],
  ['武蔵野工業会（架空）', 'Musashino Industry Club (fictional)', 'musashino@demo.example', '武野 公平'],
] as const;
/** Companies that are willing too, and that the lot leaves out for their dealings. */
const WILLING = { supplier2: '0009-101', keihin: '0009-001', shinagawa: '0001-318' };
const PARTIES = { orderer: '0001-318', supplier: '0138-011' };

/** Willing members, and a dispute that their council hears. */
export async function seedDisputes(
  app: INestApplicationContext,
  demo: Demo,
  introductions: Map<string, string>,
): Promise<void> {
  const willingness = app.get(WillingnessService, { strict: false });
  const owner = (key: string) => demo.owners.get(key) as Actor;
  const told = (bankBranch: string) => ({ groupNumber: null, bankBranch });
  for (const [key, bankBranch] of Object.entries(WILLING))
    await willingness.set(owner(key), { until: inDays(300), ties: told(bankBranch) });
  for (const [key, bankBranch] of Object.entries(PARTIES))
    await willingness.set(owner(key), { until: null, ties: told(bankBranch) });
  const members = await seedMembers(app);
  for (const one of [demo.staff.secretary, ...members])
    await willingness.set(one, { until: inDays(300), ties: null });
  const room = await roomOf(app, introductions.get('housing/supplier') ?? '');
  await aHearing(app, demo, { room, members });
}

async function seedMembers(app: INestApplicationContext): Promise<Actor[]> {
  const database = app.get(Database, { strict: false });
  const identity = app.get(IdentityService, { strict: false });
  const passwordHash = await identity.hashPassword(demoPassword);
  const members: Actor[] = [];
  for (const [name, nameEn, email, person] of MEMBERS) {
    const [body] = await database.query<{ id: string }>(
      'insert into support_body (name, name_en) values ($1, $2) returning id',
      [name, nameEn],
    );
    const about = { email, name: person, passwordHash, role: 'coordinator', bodyId: body?.id ?? '' } as const;
    const id = await identity.insertPerson(about);
    await database.query(`update app_user set mail = 'off' where id = $1`, [id]);
    members.push(await actorOf(database, id));
  }
  return members;
}

interface Council {
  readonly room: string;
  readonly members: readonly Actor[];
}

async function aHearing(
  app: INestApplicationContext,
  demo: Demo,
  { room, members }: Council,
): Promise<string> {
  const disputes = app.get(DisputesService, { strict: false });
  const council = app.get(CouncilService, { strict: false });
  const orderer = demo.owners.get('orderer') as Actor;
  const supplier = demo.owners.get('supplier') as Actor;
  const id = await disputes.open(supplier, room, {
    ...{ kind: 'reduced', amountYen: 64_500, seats: 3 },
    statement:
      '検出部ハウジング20個を期日どおり納め、受領のご連絡もいただきました。ところが、支払いは「外観の小さな傷」を理由に15%減額されていました。傷は外観見本の範囲内で、受領から7日以内のご指摘もありませんでした。減額分のお支払いを求めます。',
  });
  await disputes.state(
    orderer,
    id,
    '受領時の外観検査では3個に見本を超える傷がありました。連絡が8日目になったことは認めます。組み込みを急いでいたため返品せずに使い、手直しの費用を差し引きました。',
  );
  await council.draw(orderer, id, newSeed());
  for (const member of members) await council.accept(member, id);
  return id;
}

async function roomOf(app: INestApplicationContext, introductionId: string): Promise<string> {
  const [room] = await app
    .get(Database, { strict: false })
    .query<{ id: string }>('select id from room where introduction_id = $1', [introductionId]);
  return room?.id ?? '';
}
