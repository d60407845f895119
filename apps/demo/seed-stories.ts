import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import type { SubjectKind } from '#contracts/parties.js';
import type { OfferTerms } from '#contracts/negotiations.js';
import { IntroductionsService } from '#introductions/index.js';
import { MessageWriter, OffersService, RoomsService } from '#negotiations/index.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import type { Demo } from './seed.js';

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

const terms: OfferTerms = {
  item: '流路ブロック SUS316L 5軸加工',
  quantity: 50,
  unit: '個',
  unitPriceYen: 38_000,
  deliveryOn: '',
  deliveryPlace: '東都精機 品川工場',
  payment: '月末締め 翌月末 現金振込',
  validUntil: '',
  note: '洗浄・真空梱包、三次元測定の成績書を含む。',
};

const day = (inDays: number): string => new Date(Date.now() + inDays * 86_400_000).toISOString().slice(0, 10);

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
    const [nextAction = null, inDays = 0] = story.next ?? [];
    if (nextAction) {
      await database.query('update introduction set next_action = $2, next_action_on = $3 where id = $1', [
        id,
        nextAction,
        day(inDays),
      ]);
    }
    made.set(`${story.subject}/${story.candidate}`, id);
  }
  return made;
}

/** One room in the middle of its talks, and one that has just begun. After the introductions are committed. */
export async function seedRooms(
  app: INestApplicationContext,
  demo: Demo,
  introductions: Map<string, string>,
): Promise<void> {
  const flow = await openRoom(app, introductions.get('flow-block/supplier') ?? '');
  const orderer = demo.owners.get('orderer') as Actor;
  const supplier = demo.owners.get('supplier') as Actor;
  const { coordinator } = demo.staff;
  await say(
    app,
    flow,
    coordinator,
    'ご承諾ありがとうございます。東都精機様の流路ブロックについて、こちらのルームでお進めください。進め方で迷ったらいつでもお声がけください。',
  );
  await say(
    app,
    flow,
    orderer,
    '東都精機の発田です。図面は秘密保持の後にお送りします。まず、深穴（φ3、深さ90mm）と交差穴のバリ取りの実績を教えていただけますか。',
  );
  await say(
    app,
    flow,
    supplier,
    '受川です。φ3深さ100までガンドリルで実績があります。交差穴は電解バリ取りで、内視鏡で全数確認しています。',
  );
  const offers = app.get(OffersService, { strict: false });
  await offers.make(supplier, flow, {
    ...terms,
    unitPriceYen: 42_000,
    deliveryOn: day(45),
    validUntil: day(30),
  });
  await say(app, flow, orderer, '品質は問題なさそうです。月産50個で単価をもう少し下げられませんか。');
  await offers.make(orderer, flow, { ...terms, deliveryOn: day(45), validUntil: day(20) });
  await say(
    app,
    flow,
    supplier,
    '材料の値上がりがあり、39,500円であればお受けできます。今日中に条件を出し直します。',
  );
  const sweets = await openRoom(app, introductions.get('sweets/supplier2') ?? '');
  await say(
    app,
    sweets,
    demo.owners.get('supplier2') as Actor,
    '甘味堂の甘味です。試食用に3種類ご用意できます。ご都合のよい日をお知らせください。',
  );
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
): Promise<void> {
  const writer = app.get(MessageWriter, { strict: false });
  await writer.post({ roomId, senderId: userId, clientId: randomUUID(), text });
}

const fiscalYear = (): number => {
  const [year = 0, month = 0] = todayInJapan().split('-').map(Number);
  return month >= 4 ? year : year - 1;
};

/** The past of the body: introductions of this and the last fiscal year, for the charts. Written with past dates. */
export async function seedHistory(app: INestApplicationContext, demo: Demo): Promise<void> {
  const database = app.get(Database, { strict: false });
  const owners = ['orderer', 'orderer-food', 'orderer-ev'].map((key) => demo.owners.get(key)?.company?.id);
  const candidates = [...demo.owners]
    .filter(([key]) => !key.startsWith('orderer'))
    .map(([, a]) => a.company?.id);
  const { coordinator } = demo.staff;
  // A small multiplicative generator: the same history at every first start.
  let state = 20_261;
  const pick = (n: number) => (state = (state * 48_271) % 2_147_483_647) % n;
  const rows = Array.from({ length: 64 }, (_, i) => {
    const date = pastDay(i, pick(28) + 1);
    const end = (['deal', 'deal', 'likely', 'continuing', 'no-deal', 'declined'] as const)[pick(6)] ?? 'deal';
    const titles = [
      '試作部品の切削加工',
      '射出成形金型の製作',
      '外観検査装置の開発',
      '制御盤筐体の板金加工',
      '健康食品の受託製造',
      'アルミ部品の表面処理',
      '小型減速機の歯車研削',
      '電源基板の実装と組立',
      '搬送治具の設計と製作',
      '真空部品の溶接と洗浄',
      '光学部品の研磨',
      'ゴムパッキンの成形',
      '検査画像の解析ソフト',
      '医療用ハーネスの組立',
    ];
    return {
      title: titles[pick(titles.length)],
      owner: owners[pick(3)],
      candidate: candidates[pick(candidates.length)],
      date,
      end,
      amount: (pick(80) + 4) * 100_000,
      code: ['price', 'capacity', 'delivery', 'technical-objection', 'too-early'][pick(5)],
    };
  }).filter((row) => row.date <= todayInJapan());
  await database.query(
    `insert into introduction (subject_kind, subject_id, subject_title, owner_company_id, candidate_company_id, body_id,
       coordinator_id, proposed_by, reason, state, owner_consent, candidate_consent, owner_answered_at,
       candidate_answered_at, decline_code, expires_at, outcome, outcome_code, amount_yen, outcome_on, created_at, updated_at)
     select 'order', gen_random_uuid(), h.title, h.owner, h.candidate, $2, $3, $3, '過去の紹介',
       case h."end" when 'declined' then 'declined' when 'deal' then 'agreed' else 'ended' end,
       'consented', case h."end" when 'declined' then 'declined' else 'consented' end, h.date, h.date,
       case h."end" when 'declined' then h.code end, h.date + interval '14 days',
       nullif(h."end", 'declined'), case h."end" when 'no-deal' then h.code end,
       case when h."end" in ('deal', 'likely') then h.amount end, case when h."end" <> 'declined' then h.date end, h.date, h.date
     from jsonb_to_recordset($1) h(title text, owner uuid, candidate uuid, date date, "end" text, amount bigint, code text)`,
    [JSON.stringify(rows), coordinator.body?.id, coordinator.userId],
  );
  await database.query(
    `with opened as (
       insert into room (introduction_id, subject_kind, subject_id, title, owner_company_id, candidate_company_id, body_id,
         state, created_at, last_at)
       select id, subject_kind, subject_id, subject_title, owner_company_id, candidate_company_id, body_id,
         case state when 'agreed' then 'agreed' else 'closed' end, created_at, created_at
       from introduction where state in ('agreed', 'ended') and room_id is null
       returning id, introduction_id
     ), seated as (
       insert into room_member (room_id, user_id, role, joined_seq, read_seq) select id, $1, 'coordinator', 1, 0 from opened
     )
     update introduction i set room_id = o.id from opened o where o.introduction_id = i.id`,
    [coordinator.userId],
  );
}

/** The days of two fiscal years up to now, spread over their months. */
function pastDay(i: number, dayOfMonth: number): string {
  const month = (i * 5) % 24;
  const date = new Date(Date.UTC(fiscalYear() - 1, 3 + month, dayOfMonth));
  return date.toISOString().slice(0, 10);
}
