import type { INestApplicationContext } from '@nestjs/common';
import { LearningRunner } from '#learning/index.js';
import type { Reason } from '#contracts/matching.js';
import { Database } from '#platform/database/index.js';
import { dayInJapan } from '#platform/japan-time.js';
import { seededFraction } from '#platform/seeded.js';
import type { Demo } from './seed.js';

/** So many nights have learned before the first start. */
const NIGHTS = 10;
const DAY_MS = 86_400_000;
const UNASKED = 4;
const LEAST = 50;

type Verdict = Reason['verdict'];

const names = {
  process: { ja: '工程', en: 'Process' },
  certificate: { ja: '認証', en: 'Certificate' },
  delivery: { ja: '納期', en: 'Delivery' },
} as const;
const ends: Record<Verdict, { ja: string; en: string }> = {
  met: { ja: 'は登録内容に合っていました', en: ' fitted what was listed' },
  partly: { ja: 'は一部だけ合っていました', en: ' fitted in part' },
  unknown: { ja: 'は登録がありませんでした', en: ' was not told' },
  missed: { ja: 'は合っていませんでした', en: ' did not fit' },
};

function reason(level: Reason['level'], kind: keyof typeof names, verdict: Verdict): Reason {
  const words = {
    ja: `${names[kind].ja}${ends[verdict].ja}`,
    en: `${names[kind].en}${ends[verdict].en}`,
  };
  return { requirementId: kind, level, kind, verdict, words, question: null, change: null };
}

/** In this past, firms with the certificate and with room got the work; the same at every first start. */
function pastReasons(id: string, won: boolean): Reason[] {
  const pick = (about: string, [usual, other]: readonly [Verdict, Verdict], chance: number) =>
    seededFraction(`${about} ${id}`) < chance ? usual : other;
  return [
    reason('must', 'process', pick('process', won ? ['partly', 'met'] : ['met', 'partly'], 0.6)),
    reason('want', 'certificate', pick('certificate', won ? ['met', 'unknown'] : ['unknown', 'met'], 0.75)),
    reason('want', 'delivery', pick('delivery', won ? ['met', 'partly'] : ['partly', 'met'], 0.65)),
  ];
}

/** An introduction of the past, with the title of its order and the name of its candidate. */
interface Past {
  readonly id: string;
  readonly orderId: string;
  readonly title: string;
  readonly company: string;
  readonly name: string;
  readonly won: boolean;
}

/** What the engine had said of the past's introductions, who else stood in those lists, and what nights learned of it. */
export async function seedLearning(app: INestApplicationContext, demo: Demo): Promise<void> {
  const database = app.get(Database, { strict: false });
  const past = await database.query<Past>(
    `select i.id, i.subject_id "orderId", o.title, i.candidate_company_id company, c.name,
       i.state in ('agreed', 'ended') won
     from introduction i join purchase_order o on o.id = i.subject_id join company c on c.id = i.candidate_company_id
     where i.reasons = '[]' and o.state = 'closed' order by o.title, c.name`,
  );
  const told = past.map(({ id, title, name, won }) => ({
    id,
    reasons: pastReasons(`${title} ${name}`, won),
  }));
  await database.query(
    `update introduction i set reasons = p.reasons from jsonb_to_recordset($1) p(id uuid, reasons jsonb) where p.id = i.id`,
    [JSON.stringify(told)],
  );
  await seedUnasked(database, demo, past);
  const runner = app.get(LearningRunner, { strict: false });
  // The first hour of the worker may have found the database without a past.
  await database.query(`delete from learning_run where subject_kind = 'order' and version_id is null`);
  for (let night = NIGHTS - 1; night >= 0; night--) await seedNight(database, runner, night);
}

async function seedUnasked(database: Database, demo: Demo, past: readonly Past[]): Promise<void> {
  const suppliers = [...demo.owners]
    .filter(([key]) => !key.startsWith('orderer'))
    .flatMap(([, owner]) => owner.company?.id ?? []);
  const orders = [...new Set(past.map(({ orderId }) => orderId))];
  const rows = orders.flatMap((orderId) => {
    const title = past.find((each) => each.orderId === orderId)?.title ?? '';
    const asked = new Set(past.filter((each) => each.orderId === orderId).map(({ company }) => company));
    const others = suppliers.filter((id) => !asked.has(id)).slice(0, UNASKED);
    return others.map((company, i) => ({
      ...{ order: orderId, company, rank: i + 1, reasons: pastReasons(`unasked ${title} ${i}`, false) },
    }));
  });
  await database.query(
    `insert into match_run (subject_id, subject_kind, state, finished_at)
     select id, 'order', 'finished', now() from unnest($1::uuid[]) id on conflict do nothing`,
    [orders],
  );
  await database.query(
    `insert into match_candidate (subject_id, company_id, rank, score, reasons)
     select "order", company, rank, 60 - rank, reasons
     from jsonb_to_recordset($1) r("order" uuid, company uuid, rank int, reasons jsonb) on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}

/** A night so many days ago, learned now and dated back. */
async function seedNight(database: Database, runner: LearningRunner, daysAgo: number): Promise<void> {
  const day = dayInJapan(new Date(Date.now() - daysAgo * DAY_MS));
  const at = new Date(`${day}T00:05:00+09:00`);
  const [run] = await database.query<{ id: string }>(
    `insert into learning_run (id, subject_kind, day, outcomes_needed)
     values (uuidv7(make_interval(days => $1)), 'order', $2, ${LEAST}) on conflict do nothing returning id`,
    [-daysAgo, day],
  );
  if (!run) return;
  await runner.run(run.id);
  await database.query(
    `with run as (update learning_run set created_at = $2, finished_at = $2 where id = $1 returning version_id),
       version as (update ranking_version v set created_at = $2 from run where v.id = run.version_id)
     update ranking_current c set changed_at = $2 from run where c.version_id = run.version_id`,
    [run.id, at],
  );
}
