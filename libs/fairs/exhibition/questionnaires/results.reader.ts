import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { AskedRecord, QuestionnaireResults } from '#contracts/fair-questionnaires.js';
import type { Question, QuestionnaireAudience } from '#contracts/fair-questions.js';
import type { Page, pageQuery } from '#contracts/shapes.js';
import type { Actor } from '#platform/auth/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { FairsReader } from '../fairs.reader.js';
import { compare, type Counted } from './questionnaire-results.js';
import { SERIES } from './questionnaires.reader.js';

type Edition = QuestionnaireResults['editions'][number] & { questions: Question[] };

@Injectable()
export class QuestionnaireResultsReader {
  constructor(
    private readonly database: Database,
    private readonly fairs: FairsReader,
  ) {}

  /** This fair and those before it in the series that asked this side, with what was answered. */
  async results(
    actor: Actor,
    fairId: string,
    audience: QuestionnaireAudience,
  ): Promise<QuestionnaireResults> {
    await this.fairs.organised(actor, fairId);
    const editions = await this.editions(actor, fairId, audience);
    const counted = await this.counted(
      editions.map((edition) => edition.fairId),
      audience,
    );
    return {
      audience,
      editions: editions.map(({ questions: _, ...edition }) => edition),
      questions: compare(editions, counted),
    };
  }

  /** By name. Error: as `results`. */
  async asked(
    actor: Actor,
    fairId: string,
    audience: QuestionnaireAudience,
    { cursor, limit }: z.output<typeof pageQuery>,
  ): Promise<Page<AskedRecord>> {
    await this.fairs.organised(actor, fairId);
    const [counted] = await this.database.query<{ n: number }>(
      'select count(*)::int n from fair_ask where fair_id = $1 and audience = $2',
      [fairId, audience],
    );
    const [after, afterId] = decodeCursor(cursor) ?? [null, null];
    const rows = await this.database.query<Omit<AskedRecord, 'askedAt'> & { askedAt: Date }>(
      `select * from (
         select coalesce(a.exhibitor_id, a.visitor_id) id, coalesce(c.name, v.name) name,
           coalesce(v.organisation, '') organisation, a.asked_at "askedAt",
           case when a.exhibitor_id is not null then a.answered_at is not null end "isAnswered"
         from fair_ask a left join fair_exhibitor x on x.id = a.exhibitor_id left join company c on c.id = x.company_id
         left join fair_visitor v on v.id = a.visitor_id where a.fair_id = $1 and a.audience = $2
       ) asked where $3::text is null or (name, id) > ($3, $4::uuid) order by name, id limit $5`,
      [fairId, audience, after, afterId, limit + 1],
    );
    return pageFrom(
      rows,
      limit,
      ({ name, id }) => [name, id],
      ({ askedAt, ...row }) => ({ ...row, askedAt: askedAt.toISOString() }),
      counted?.n ?? 0,
    );
  }

  private editions(actor: Actor, fairId: string, audience: QuestionnaireAudience): Promise<Edition[]> {
    return this.database.query(
      `${SERIES}
       select s.id "fairId", s.title, s.title_en "titleEn", s.starts_on "startsOn", q.questions,
         count(a.id)::int asked, count(a.answered_at)::int answered,
         exists (select from fair_body o where o.fair_id = s.id and o.body_id = $3) "canOpen"
       from series s join fair_questionnaire q on q.fair_id = s.id and q.audience = $2
       left join fair_ask a on a.fair_id = s.id and a.audience = $2
       where s.back = 0 or q.sent_at is not null
       group by s.id, s.title, s.title_en, s.starts_on, s.back, q.questions order by s.back`,
      [fairId, audience, actor.body?.id ?? null],
    );
  }

  /** One line for each question of each fair. Texts are only counted as given. */
  private counted(fairIds: readonly string[], audience: QuestionnaireAudience): Promise<Counted[]> {
    return this.database.query(
      `with said as (
         select a.fair_id, e.key, e.value from fair_ask a, jsonb_each(a.answers) e
         where a.fair_id = any($1) and a.audience = $2 and a.answered_at is not null
       ), chosen as (
         select s.fair_id, s.key, v.value, count(*) n from said s
         join fair_questionnaire q on q.fair_id = s.fair_id and q.audience = $2
         join jsonb_array_elements(q.questions) as asked on asked->>'key' = s.key
         cross join lateral jsonb_array_elements_text(
           case when jsonb_typeof(s.value) = 'array' then s.value else jsonb_build_array(s.value) end) v(value)
         where asked->>'kind' in ('scale', 'choice', 'choices') group by s.fair_id, s.key, v.value
       )
       select s.fair_id "fairId", s.key, count(*)::int n,
         avg(case when jsonb_typeof(s.value) = 'number' then s.value::numeric end)::float8 average,
         coalesce((select json_agg(json_build_object('value', c.value, 'n', c.n)) from chosen c
           where c.fair_id = s.fair_id and c.key = s.key), '[]') values
       from said s group by s.fair_id, s.key`,
      [fairIds, audience],
    );
  }
}
