import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import type { MessageNote } from '#contracts/message.js';
import type { SubjectKind } from '#contracts/parties.js';
import type { TermSheet } from '#contracts/term-sheet.js';
import { IntroductionsService } from '#introductions/index.js';
import { MessagesService, MessageWriter, OffersService, RoomsService } from '#negotiations/index.js';
import { seedAgreedTalks } from './seed-agreed.js';
import { seedAppointments } from './seed-appointments.js';
import { seedFiles } from './seed-files.js';
import { seedPriceTalks } from './seed-prices.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import type { Demo } from './seed.js';
import { inDays } from './in-days.js';

interface Story {
  kind: SubjectKind;
  subject: string;
  owner: string;
  candidate: string;
  reason: string;
  /** What each side answers; left out: nothing yet. */
  owner_answers?: 'consents';
  candidate_answers?: 'consents' | 'declines';
  next?: [action: string, inDays: number];
}

const stories: readonly Story[] = [
  {
    kind: 'order',
    subject: 'flow-block',
    owner: 'orderer',
    candidate: 'supplier',
    reason: 'SUS316Lの流路ブロックを継続して加工しており、測定の成績書も付けられます。試作の納期も合います。',
    owner_answers: 'consents',
    candidate_answers: 'consents',
    next: ['試作図面の打合せに同席', 3],
  },
  {
    kind: 'order',
    subject: 'housing',
    owner: 'orderer',
    candidate: 'supplier',
    reason: '前回の試作を担当しており、同じ形状の量産前ロットに続けて対応できます。',
    owner_answers: 'consents',
    candidate_answers: 'consents',
  },
  {
    kind: 'order',
    subject: 'flow-block',
    owner: 'orderer',
    candidate: 'keihin',
    reason:
      '分析装置のマニホールドを量産しており、ガンドリルもあります。月産50個に余裕をもって対応できます。',
    owner_answers: 'consents',
    candidate_answers: 'consents',
    next: ['見積の比較の結果を確認', 8],
  },
  {
    kind: 'order',
    subject: 'chamber',
    owner: 'orderer',
    candidate: 'vacuum',
    reason: '真空チャンバーの溶接からリーク試験まで一括で対応できます。',
    owner_answers: 'consents',
    next: ['日野真空へ電話で意向を確認', -2],
  },
  {
    kind: 'order',
    subject: 'sweets',
    owner: 'orderer-food',
    candidate: 'supplier2',
    reason: 'HACCPと低糖質餡の実績があり、初回5,000個に対応できます。',
    owner_answers: 'consents',
    candidate_answers: 'consents',
    next: ['試食会の日程調整', 5],
  },
  {
    kind: 'order',
    subject: 'cold-plate',
    owner: 'orderer-ev',
    candidate: 'cooling',
    reason: 'FSWの設備とIATF 16949があり、量産の経験も十分です。',
    next: ['両社の返事待ち', 4],
  },
  {
    kind: 'order',
    subject: 'gearbox',
    owner: 'orderer',
    candidate: 'gear',
    reason: '小モジュールの歯研ができる数少ない会社です。',
    candidate_answers: 'declines',
    next: ['別の候補を探す', 7],
  },
  {
    kind: 'patent',
    subject: 'jelly',
    owner: 'orderer-food',
    candidate: 'supplier2',
    reason: '介護食の試作設備があり、ご本人からも関心が寄せられています。',
    owner_answers: 'consents',
    next: ['甘味堂へ実施条件を説明', 1],
  },
  {
    kind: 'patent',
    subject: 'damper',
    owner: 'orderer',
    candidate: 'sheet',
    reason: '棚や架台の板金に強く、制振棚の商品化を検討しています。',
  },
];

interface Variant {
  readonly document?: { readonly id: string; readonly revision: number };
  readonly jig?: string;
  readonly inDays?: readonly [number, number];
  readonly warrantyMonths?: number;
}

const line = { drawingRevision: 'B', currency: 'JPY', taxClass: 'standard' } as const;

/** 50 flow blocks in two lots, with a jig. `inDays`: to each lot. */
const terms = (
  unitPrice: string,
  validUntil: string,
  { document, jig = '180000', inDays: [first, rest] = [45, 75], warrantyMonths = 12 }: Variant = {},
): TermSheet => ({
  lines: [
    {
      ...{ ...line, key: 'block', kind: 'item', item: '流路ブロック SUS316L 5軸加工', drawing: 'TS-4410' },
      ...{ quantity: '50', unit: '個', unitPrice },
      ...(document && { document }),
    },
    {
      ...{ ...line, key: 'jig', kind: 'tooling', item: '専用治具', drawing: '', drawingRevision: '' },
      ...{ quantity: '1', unit: '式', unitPrice: jig },
    },
  ],
  lots: [
    {
      key: '1',
      name: '先行分',
      deliverOn: inDays(first),
      quantities: [{ lineKey: 'block', quantity: '10' }],
    },
    { key: '2', name: '残り', deliverOn: inDays(rest), quantities: [{ lineKey: 'block', quantity: '40' }] },
  ],
  ...{ separable: true, incoterm: '', place: '東都精機 品川工場' },
  inspection: { kind: 'by-orderer', withinDays: 7, standard: '三次元測定の成績書を添付' },
  ...{ warrantyMonths, warranty: '' },
  payment: {
    ...{ method: 'transfer', timing: 'monthly', closingDay: 31, monthsAfter: 1, dueDay: 31 },
    ...{ days: null, on: null, feeBy: 'payer', note: '' },
  },
  rounding: { line: 'half-up', tax: 'down' },
  validUntil,
  note: '洗浄・真空梱包を含む。',
});

/** Introductions in several states, for the board. */
export async function seedIntroductions(
  app: INestApplicationContext,
  demo: Demo,
): Promise<Map<string, string>> {
  const introductions = app.get(IntroductionsService, { strict: false });
  const database = app.get(Database, { strict: false });
  const { coordinator } = demo.staff;
  const made = new Map<string, string>();
  for (const story of stories) {
    const subjects = story.kind === 'order' ? demo.orders : demo.patents;
    const candidate = demo.owners.get(story.candidate) as Actor;
    const owner = demo.owners.get(story.owner) as Actor;
    const id = await introductions.propose(coordinator, {
      kind: story.kind,
      subjectId: subjects.get(story.subject) ?? '',
      companyId: candidate.company?.id ?? '',
      reason: story.reason,
    });
    if (story.owner_answers) await introductions.consent(owner, id);
    if (story.candidate_answers === 'consents') await introductions.consent(candidate, id);
    if (story.candidate_answers === 'declines') {
      const text = '歯研機が来春まで埋まっています。時期が合えばぜひ。';
      await introductions.decline(candidate, id, { code: 'capacity', text });
    }
    const [nextAction = null, days = 0] = story.next ?? [];
    if (nextAction) {
      await database.query('update introduction set next_action = $2, next_action_on = $3 where id = $1', [
        id,
        nextAction,
        inDays(days),
      ]);
    }
    made.set(`${story.subject}/${story.candidate}`, id);
  }
  return made;
}

/**
 * A room whose talks have come to an agreement, one in the middle of its talks with a rival's
 * beside it, and one that has just begun. After the
 * introductions are committed.
 */
export async function seedRooms(
  app: INestApplicationContext,
  demo: Demo,
  introductions: Map<string, string>,
): Promise<void> {
  await seedAgreedTalks(app, await openRoom(app, introductions.get('housing/supplier') ?? ''), {
    orderer: demo.owners.get('orderer') as Actor,
    supplier: demo.owners.get('supplier') as Actor,
    coordinator: demo.staff.coordinator,
  });
  await seedLongTalks(app, demo, await openRoom(app, introductions.get('flow-block/supplier') ?? ''));
  await seedRival(app, demo, await openRoom(app, introductions.get('flow-block/keihin') ?? ''));
  const sweets = await openRoom(app, introductions.get('sweets/supplier2') ?? '');
  const baker = demo.owners.get('supplier2') as Actor;
  await say(
    app,
    sweets,
    baker,
    '甘味堂の甘味です。試食用に3種類ご用意できます。ご都合のよい日をお知らせください。',
  );
}

async function seedLongTalks(app: INestApplicationContext, demo: Demo, room: string): Promise<void> {
  const orderer = demo.owners.get('orderer') as Actor;
  const supplier = demo.owners.get('supplier') as Actor;
  const offers = app.get(OffersService, { strict: false });
  const lines: readonly [Actor, string][] = [
    [
      demo.staff.coordinator,
      'ご承諾ありがとうございます。東都精機様の流路ブロックについて、こちらのルームでお進めください。進め方で迷ったらいつでもお声がけください。',
    ],
    [
      orderer,
      '東都精機の発田です。図面は秘密保持の後にお送りします。まず、深穴（φ3、深さ90mm）と交差穴のバリ取りの実績を教えていただけますか。',
    ],
    [
      supplier,
      '受川です。φ3深さ100までガンドリルで実績があります。交差穴は電解バリ取りで、内視鏡で全数確認しています。',
    ],
  ];
  const said: number[] = [];
  for (const [person, text] of lines) {
    const note = person === supplier ? { replyTo: said.at(-1) } : {};
    said.push(await say(app, room, person, text, note));
  }
  const drawing = await seedFiles(app, room, { supplier, orderer });
  await offers.make(supplier, room, terms('42000', inDays(30), { document: drawing }));
  const tooMuch = '品質は問題なさそうです。月産50個で単価をもう少し下げられませんか。';
  await say(app, room, orderer, `@${supplier.name} ${tooMuch}`, { mentions: [supplier.userId] });
  await offers.make(orderer, room, terms('38000', inDays(20), { document: drawing }));
  await seedPriceTalks(app, room, { supplier, orderer });
  await seedAppointments(app, room, { supplier, orderer });
  const counter = (price: string) =>
    `材料の値上がりがあり、${price}円であればお受けできます。今日中に条件を出し直します。`;
  const seq = await say(app, room, supplier, counter('39,800'));
  await app
    .get(MessagesService, { strict: false })
    .revise(supplier, room, seq, { clientId: randomUUID(), text: counter('39,500'), language: 'ja' });
}

/** Another supplier for the same order, so that the orderer has offers to compare. */
async function seedRival(app: INestApplicationContext, demo: Demo, room: string): Promise<void> {
  const rival = demo.owners.get('keihin') as Actor;
  await say(
    app,
    room,
    rival,
    '京浜切削工業です。量産を前提にお見積りします。先行分は5週間でお納めできます。',
  );
  const quick = { jig: '320000', inDays: [35, 60], warrantyMonths: 6 } as const;
  const offers = app.get(OffersService, { strict: false });
  await offers.make(rival, room, terms('40500', inDays(30), quick));
}

async function openRoom(app: INestApplicationContext, introductionId: string): Promise<string> {
  await app.get(RoomsService, { strict: false }).open(introductionId);
  const [room] = await app
    .get(Database, { strict: false })
    .query<{ id: string }>('select id from room where introduction_id = $1', [introductionId]);
  return room?.id ?? '';
}

async function say(
  app: INestApplicationContext,
  roomId: string,
  { userId }: Actor,
  text: string,
  note: MessageNote = {},
): Promise<number> {
  const writer = app.get(MessageWriter, { strict: false });
  const message = {
    roomId,
    senderId: userId,
    clientId: randomUUID(),
    text,
    language: 'ja',
    ...note,
  } as const;
  return (await writer.post(message)).seq;
}
