import { CONSENT_VERSION } from '#contracts/fair-visitors.js';
import type { QuestionnaireAudience } from '#contracts/fair-questions.js';
import { QuestionnairesReader, QuestionnairesService } from '#fairs/index.js';
import { demoVisitors } from './demo-fair.js';
import { content, type FairStage } from './fair-stage.js';
import { inDays } from './in-days.js';

interface PastFair {
  title: string;
  titleEn: string;
  /** The day it began, in days from now. */
  day: number;
  previousId: string | null;
  firms: readonly string[];
  visitors: number;
  /** How satisfied they were, from 0 (not at all) to 1; the firms that have not answered yet. */
  mood: number;
  silent: readonly string[];
}

/** A fair that is over: who exhibited, who came, which contacts were given, and what both sides answered. */
export async function pastFair(stage: FairStage, past: PastFair): Promise<string> {
  const { title, titleEn, day, previousId } = past;
  const id = await stage.fair(
    content({
      ...{ title, titleEn, previousId },
      summary: '終わった展示会の記録です。来場者、連絡先、アンケートの結果を見られます。',
      ...{ startsOn: inDays(day), endsOn: inDays(day + 1), applicationUntil: inDays(day - 30) },
    }),
    'open',
  );
  const exhibitors = new Map<string, string>();
  for (const key of past.firms) exhibitors.set(key, await stage.exhibit(id, key));
  await stage.fill(id);
  await stage.advance(id, 'published');
  await stage.advance(id, 'running');
  await visited(stage, id, past);
  await stage.advance(id, 'finished');
  await asked(stage, id);
  await answered(stage, id, past, exhibitors);
  return id;
}

/** Visitors came through the day; each looked at booths, and some gave their contact there. */
async function visited({ database }: FairStage, fairId: string, { day, visitors }: PastFair): Promise<void> {
  await database.query(
    `insert into fair_visitor (fair_id, email, name, organisation, job, attends, code, consent_version,
       consent_contact, confirmed_at, checked_in_at, created_at)
     select $1, 'guest' || n || '@demo.example', r->>'name', r->>'organisation', r->>'job', 'both',
       'G' || lpad(n::text, 7, 'Z'), $4, true, $3::timestamptz - interval '9 days',
       case when n % 4 > 0 then $3::timestamptz + n * interval '17 minutes' end, $3::timestamptz - interval '9 days'
     from generate_series(1, $2::int) n
     cross join lateral (select $5::jsonb->((n - 1) % jsonb_array_length($5::jsonb)) r) one`,
    [fairId, visitors, `${inDays(day)}T01:00:00Z`, CONSENT_VERSION, JSON.stringify(demoVisitors)],
  );
  await database.query(
    `insert into fair_booth_visit (exhibitor_id, visitor_id, first_at)
     select x.id, v.id, v.checked_in_at + x.no * interval '11 minutes'
     from (select *, row_number() over (order by code) no from fair_visitor
           where fair_id = $1 and checked_in_at is not null) v,
       (select *, row_number() over (order by id) no, count(*) over () of from fair_exhibitor where fair_id = $1) x
     where (v.no * 5 + x.no * 3) % (x.of + 2) < 4`,
    [fairId],
  );
  await contacts({ database }, fairId);
}

/** Two of three that looked at a booth gave their contact there; every second one names a product. */
export async function contacts({ database }: Pick<FairStage, 'database'>, fairId: string): Promise<void> {
  await database.query(
    `insert into fair_lead (exhibitor_id, visitor_id, name, organisation, email, consent_at, consent_version, taken_by)
     select o.exhibitor_id, v.id, v.name, v.organisation, v.email, o.first_at, v.consent_version,
       case when o.no % 4 > 0 then (select id from app_user u where u.company_id = x.company_id order by id limit 1) end
     from (select b.*, row_number() over (order by b.first_at, b.exhibitor_id) no from fair_booth_visit b
           join fair_exhibitor e on e.id = b.exhibitor_id where e.fair_id = $1) o
     join fair_exhibitor x on x.id = o.exhibitor_id join fair_visitor v on v.id = o.visitor_id
     where o.no % 3 < 2`,
    [fairId],
  );
  await database.query(
    `insert into fair_inquiry (lead_id, product, text, asked_at)
     select l.id, p->>'name', case when l.taken_by is null then '月50個の見積もりと、最短の納期を教えてください。' else '' end, l.consent_at
     from (select l.*, row_number() over (order by l.consent_at, l.id) no from fair_lead l) l
     join fair_exhibitor x on x.id = l.exhibitor_id
     cross join lateral (select x.content->'products'->(l.no % jsonb_array_length(x.content->'products'))::int p) one
     where x.fair_id = $1 and (l.taken_by is null or l.no % 2 = 0)`,
    [fairId],
  );
}

/** The first questions of the product, sent to both sides. */
async function asked({ app, secretary }: FairStage, id: string): Promise<void> {
  const reader = app.get(QuestionnairesReader, { strict: false });
  const service = app.get(QuestionnairesService, { strict: false });
  for (const audience of ['exhibitor', 'visitor'] as const) {
    const { questions, version } = await reader.get(secretary, id, audience);
    await service.save(secretary, id, audience, version, questions);
    await service.send(secretary, id, audience);
  }
}

const remarks = {
  exhibitor: ['小間が入口から遠いので、案内を増やしてください。', '相談の順番待ちの表示が助かりました。'],
  visitor: ['出展者を加工で探せるのがよかったです。', '休憩できる場所を増やしてください。'],
};

/** Answers around the mood of the fair; the same each time. */
async function answered(
  stage: FairStage,
  fairId: string,
  { day, mood, silent }: PastFair,
  exhibitors: ReadonlyMap<string, string>,
): Promise<void> {
  const end = `${inDays(day + 1)}T08:00:00Z`;
  await stage.database.query(`update fair_questionnaire set sent_at = $2::timestamptz where fair_id = $1`, [
    fairId,
    end,
  ]);
  const quiet = silent.flatMap((key) => exhibitors.get(key) ?? []);
  const asks = await stage.database.query<{
    id: string;
    audience: QuestionnaireAudience;
    isQuiet: boolean | null;
  }>(
    `update fair_ask set asked_at = $2::timestamptz,
       reminded_at = case when $2::timestamptz < now() - interval '7 days' then $2::timestamptz + interval '7 days' end
     where fair_id = $1 returning id, audience, exhibitor_id = any($3::uuid[]) "isQuiet"`,
    [fairId, end, quiet],
  );
  const rows = asks.flatMap(({ id, audience, isQuiet }, n) => {
    // Of four visitors one does not answer.
    if (isQuiet || (audience === 'visitor' && n % 4 === 3)) return [];
    const step = Math.min(5, Math.max(1, Math.round(mood * 5) + ((n * 7) % 3) - 1));
    const useful = [['visitors', 'catalogue'], ['online'], ['visitors', 'sessions', 'meetings']][n % 3];
    const purpose = [['supplier'], ['technology', 'session'], ['supplier', 'patent']][n % 3];
    const answers = {
      satisfaction: step,
      again: step > 3 ? 'yes' : step > 2 ? 'undecided' : 'no',
      talks: 1 + ((n * 3) % 5),
      ...(audience === 'exhibitor'
        ? { contacts: 4 + ((n * 5) % 17), prospects: n % 3, useful }
        : { purpose, found: ['yes', 'partly', 'yes', 'no'][n % 4] }),
      ...(n % 3 === 0 && { improve: remarks[audience][n % 2] }),
    };
    return [{ id, answers, hours: 3 + n * 5 }];
  });
  await stage.database.query(
    `update fair_ask a set answers = r.answers, answered_at = a.asked_at + r.hours * interval '1 hour'
     from jsonb_to_recordset($1) r(id uuid, answers jsonb, hours int) where a.id = r.id`,
    [JSON.stringify(rows)],
  );
}
