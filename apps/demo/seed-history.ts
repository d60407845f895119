import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { orderContent } from '#contracts/orders.js';
import { isHeldOut } from '#learning/index.js';
import { Database } from '#platform/database/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import type { Demo } from './seed.js';

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
const ends = ['deal', 'deal', 'likely', 'continuing', 'no-deal', 'declined'];
const codes = ['price', 'capacity', 'delivery', 'technical-objection', 'too-early'];

/** The past of the body: introductions of this and the last fiscal year, for the charts. Written with past dates. */
export async function seedHistory(app: INestApplicationContext, demo: Demo): Promise<void> {
  const database = app.get(Database, { strict: false });
  const orders = await pastOrders(database, demo);
  const { coordinator } = demo.staff;
  await database.query(
    `insert into introduction (subject_kind, subject_id, order_revision, subject_title, owner_company_id,
       candidate_company_id, body_id, coordinator_id, proposed_by, reason, state, owner_consent, candidate_consent,
       owner_answered_at, candidate_answered_at, decline_code, expires_at, outcome, outcome_code, amount_yen, outcome_on,
       created_at, updated_at)
     select 'order', o.id, 1, o.title, o.company_id, h.candidate, $2, $3, $3, '工程と納期が合うため紹介しました。',
       case h."end" when 'declined' then 'declined' when 'deal' then 'agreed' else 'ended' end,
       'consented', case h."end" when 'declined' then 'declined' else 'consented' end, h.date, h.date,
       case h."end" when 'declined' then h.code end, h.date + interval '14 days',
       nullif(h."end", 'declined'), case h."end" when 'no-deal' then h.code end,
       case when h."end" in ('deal', 'likely') then h.amount end, case when h."end" <> 'declined' then h.date end,
       h.date, h.date
     from jsonb_to_recordset($1) h("order" uuid, candidate uuid, date date, "end" text, amount bigint, code text)
     join purchase_order o on o.id = h."order"
     on conflict do nothing`,
    [JSON.stringify(pastIntroductions(demo, orders)), coordinator.body?.id, coordinator.userId],
  );
  await openPastRooms(database, coordinator.userId);
}

/** One closed order per title, of the large firms in turn. Answers with their ids. */
async function pastOrders(database: Database, demo: Demo): Promise<string[]> {
  const owners = ['orderer', 'orderer-food', 'orderer-ev'].map((key) => demo.owners.get(key)?.company?.id);
  const rows = titles.map((title, i) => ({
    id: anId(i % 4 === MEASURED),
    title,
    company: owners[i % owners.length],
    content: orderContent.parse({ title, summary: `${title}をお願いできる会社を探していました。` }),
  }));
  const inserted = await database.query<{ id: string }>(
    `insert into purchase_order (id, company_id, state, content, title, visibility, search_text, published_at, closed_at, outcome)
     select id, company, 'closed', content, title, 'anonymous', lower(title), now() - interval '400 days',
       now() - interval '30 days', 'placed-here'
     from jsonb_to_recordset($1) r(id uuid, title text, company uuid, content jsonb) returning id`,
    [JSON.stringify(rows)],
  );
  return inserted.map((row) => row.id);
}

/** Which of four orders each learning measures itself with: with these, what it learns is adopted. */
const MEASURED = 0;

/** Learning chooses by the id which orders it does not learn from; the demonstration learns the same at every first start. */
function anId(measured: boolean): string {
  for (;;) {
    const id = randomUUID();
    if (isHeldOut(id) === measured) return id;
  }
}

function pastIntroductions(demo: Demo, orders: string[]) {
  const candidates = [...demo.owners]
    .filter(([key]) => !key.startsWith('orderer'))
    .map(([, owner]) => owner.company?.id);
  // A small multiplicative generator: the same history at every first start.
  let state = 20_261;
  const pick = <T>(list: readonly T[]) => list[(state = (state * 48_271) % 2_147_483_647) % list.length];
  const upTo = (n: number) => (state = (state * 48_271) % 2_147_483_647) % n;
  return Array.from({ length: 110 }, (_, i) => ({
    order: pick(orders),
    candidate: pick(candidates),
    date: pastDay(i, upTo(28) + 1),
    end: pick(ends),
    amount: (upTo(80) + 4) * 100_000,
    code: pick(codes),
  }));
}

/** Rooms of what went to talks, with the coordinator in them. */
async function openPastRooms(database: Database, coordinatorId: string): Promise<void> {
  await database.query(
    `with opened as (
       insert into room (introduction_id, subject_kind, subject_id, title, owner_company_id, candidate_company_id,
         body_id, state, created_at, last_at)
       select id, subject_kind, subject_id, subject_title, owner_company_id, candidate_company_id, body_id,
         case state when 'agreed' then 'agreed' else 'closed' end, created_at, created_at
       from introduction where state in ('agreed', 'ended') and room_id is null
       returning id, introduction_id
     ), seated as (
       insert into room_member (room_id, user_id, role, joined_seq, read_seq)
       select id, $1, 'coordinator', 1, 0 from opened
     )
     update introduction i set room_id = o.id from opened o where o.introduction_id = i.id`,
    [coordinatorId],
  );
}

/**
 * The days of two fiscal years up to now, spread over their months. What would lie ahead was a year before, so that the
 * past is as long whenever the demonstration begins: who has had dealings with whom must not depend on the month.
 */
function pastDay(i: number, dayOfMonth: number): string {
  const today = todayInJapan();
  const [year = 0, month = 0] = today.split('-').map(Number);
  const fiscalYear = month >= 4 ? year : year - 1;
  const on = (first: number) =>
    new Date(Date.UTC(first, 3 + ((i * 5) % 24), dayOfMonth)).toISOString().slice(0, 10);
  return on(fiscalYear - 1) <= today ? on(fiscalYear - 1) : on(fiscalYear - 2);
}
