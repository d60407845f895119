import type { INestApplicationContext } from '@nestjs/common';
import {
  CouncilService,
  DisputesReader,
  DisputesService,
  EvidenceService,
  VotesService,
  WillingnessService,
} from '#disputes/index.js';
import { IdentityService } from '#identity/index.js';
import type { Actor } from '#platform/auth/index.js';
import { newSeed } from '#platform/commitment.js';
import { Database } from '#platform/database/index.js';
import { demoPassword } from './accounts.js';
import { sealedVote } from './demo-votes.js';
import { actorOf } from './demo-actors.js';
import type { Demo } from './seed.js';
import { inDays } from './in-days.js';

/** Bodies elsewhere, one person of each serves on councils; with its main bank. */
const MEMBERS = [
  [
    '湘南ものづくり協会（架空）',
    'Shonan Manufacturers (fictional)',
    'council@demo.example',
    '合田 議子',
    '0138-120',
  ],
  [
    '房総産業支援センター（架空）',
    'Boso Industry Support (fictional)',
    'bosou@demo.example',
    '安房 守',
    '0134-002',
  ],
  [
    '武蔵野工業会（架空）',
    'Musashino Industry Club (fictional)',
    'musashino@demo.example',
    '武野 公平',
    'none',
  ],
] as const;
/** Companies that are willing too, and that the lot leaves out for their dealings. */
const WILLING = { supplier2: '0009-101', keihin: '0009-001', shinagawa: '0001-318' };
const PARTIES = { orderer: '0001-318', supplier: '0138-011' };

/** Willing members, a dispute on which they have decided, and one on which they vote. */
export async function seedDisputes(
  app: INestApplicationContext,
  demo: Demo,
  introductions: Map<string, string>,
): Promise<void> {
  const willingness = app.get(WillingnessService, { strict: false });
  const owner = (key: string) => demo.owners.get(key) as Actor;
  const told = (bankBranch: string) => ({ groupNumber: 'none', bankBranch }) as const;
  for (const [key, bankBranch] of Object.entries(WILLING))
    await willingness.set(owner(key), { until: inDays(300), ties: told(bankBranch) });
  for (const [key, bankBranch] of Object.entries(PARTIES))
    await willingness.set(owner(key), { until: null, ties: told(bankBranch) });
  const members = await seedMembers(app);
  await willingness.set(demo.staff.secretary, { until: inDays(300), ties: told('none') });
  for (const [i, one] of members.entries())
    await willingness.set(one, { until: inDays(300), ties: told(MEMBERS[i]?.[4] ?? 'none') });
  const room = (key: string) => roomOf(app, introductions.get(key) ?? '');
  const council = { members, orderer: owner('orderer'), supplier: owner('supplier') };
  await aDecision(app, council, await aHearing(app, council, await room('housing/supplier'), REDUCED));
  const heard = await aHearing(app, council, await room('flow-block/supplier'), IGNORED);
  const votes = app.get(VotesService, { strict: false });
  for (const side of [council.orderer, council.supplier]) await votes.ready(side, heard);
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
  readonly members: readonly Actor[];
  readonly orderer: Actor;
  readonly supplier: Actor;
}

const REDUCED = {
  kind: 'reduced',
  amountYen: 64_500,
  claim:
    '検出部ハウジング20個を期日どおり納め、受領のご連絡もいただきました。ところが、支払いは「外観の小さな傷」を理由に15%減額されていました。傷は外観見本の範囲内で、受領から7日以内のご指摘もありませんでした。減額分のお支払いを求めます。',
  answer:
    '受領時の外観検査では3個に見本を超える傷がありました。連絡が8日目になったことは認めます。組み込みを急いでいたため返品せずに使い、手直しの費用を差し引きました。',
} as const;
const IGNORED = {
  kind: 'price-ignored',
  amountYen: null,
  claim:
    '材料の値上がりについて単価の協議をお願いしましたが、3週間お返事がありません。回答と、協議の場を設けることを求めます。',
  answer: '社内の確認に時間がかかっていました。協議を断ったわけではありません。',
} as const;

/** A dispute whose panel is complete, with evidence of both sides. */
async function aHearing(
  app: INestApplicationContext,
  { members, orderer, supplier }: Council,
  room: string,
  { kind, amountYen, claim, answer }: typeof REDUCED | typeof IGNORED,
): Promise<string> {
  const disputes = app.get(DisputesService, { strict: false });
  const council = app.get(CouncilService, { strict: false });
  const evidence = app.get(EvidenceService, { strict: false });
  const id = await disputes.open(supplier, room, { kind, amountYen, seats: 3, statement: claim });
  await disputes.state(orderer, id, answer);
  await council.draw(orderer, id, newSeed());
  for (const member of members) await council.accept(member, id);
  for (const side of [supplier, orderer]) {
    const { items } = await evidence.choices(side, id, null);
    const said = items.filter(({ who, text }) => text !== '' && who.startsWith(side.name)).slice(0, 2);
    const positions = said.map(({ position }) => position);
    if (positions.length > 0) await evidence.choose(side, id, { positions, chosen: true });
  }
  return id;
}

/** All votes are given, opened and counted; the chair has written. */
async function aDecision(
  app: INestApplicationContext,
  { members, orderer, supplier }: Council,
  id: string,
): Promise<void> {
  const votes = app.get(VotesService, { strict: false });
  for (const side of [orderer, supplier]) await votes.ready(side, id);
  const found = ['upheld', 'partly', 'upheld'] as const;
  const keys: string[] = [];
  for (const [i, member] of members.entries()) {
    const reasons = '指摘が7日を過ぎており、減額の合意も見当たらない。';
    const amountYen = found[i] === 'partly' ? 43_000 : null;
    const { key, sealed } = sealedVote(id, member.userId, {
      finding: found[i] ?? 'upheld',
      amountYen,
      reasons,
    });
    keys.push(key);
    await votes.vote(member, id, sealed);
  }
  for (const [i, member] of members.entries()) await votes.open(member, id, keys[i] ?? '');
  const dispute = await app.get(DisputesReader, { strict: false }).facts(id);
  const chair = members.find(({ userId }) => userId === dispute?.chairId) as Actor;
  await votes.decide(chair, id, {
    reasons:
      '合意書では、検査の結果は受領後7日以内に知らせることになっています。指摘は8日目で、減額について双方が合意した記録はありません。傷があったこと自体は争いがないものの、返品や手直しの相談をせずに代金から差し引いたことは適切とはいえません。',
    remedy: '発注・提供側は、差し引いた64,500円を支払う。双方は、次のロットから傷の限度見本を取り交わす。',
    dueOn: inDays(30),
  });
  await votes.report(orderer, id, { outcome: 'partly', note: '支払いは済み、限度見本は作成中です。' });
}

async function roomOf(app: INestApplicationContext, introductionId: string): Promise<string> {
  const [room] = await app
    .get(Database, { strict: false })
    .query<{ id: string }>('select id from room where introduction_id = $1', [introductionId]);
  return room?.id ?? '';
}
