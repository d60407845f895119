import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type {
  AnswerRecord,
  fairQuestionnairesApi,
  Questionnaire,
  QuestionnaireForm,
} from '#contracts/fair-questionnaires.js';
import type { Answers, Question, QuestionnaireAudience } from '#contracts/fair-questions.js';
import type { Page } from '#contracts/shapes.js';
import type { Actor } from '#platform/auth/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { AppError } from '#platform/http/index.js';
import { FairsReader, type FairRow } from '../fairs.reader.js';
import { firstQuestions } from './first-questions.js';
import { answersUntil, canEditQuestions, canSend, takesAnswers } from './questionnaire.policy.js';

type AnswersQuery = z.output<(typeof fairQuestionnairesApi)['answers']['query']>;

/** What one who was asked reads, and where the answer goes. */
export interface AskRow {
  readonly id: string;
  readonly fair: QuestionnaireForm['fair'];
  readonly audience: QuestionnaireAudience;
  readonly questions: Question[];
  readonly answers: Answers | null;
  readonly answeredAt: Date | null;
  readonly sentAt: Date;
}
type Carried = { questions: Question[]; from: Questionnaire['carriedFrom'] };

/** The fairs that came before the fair $1, the nearest first; a circle of references ends where it closes. */
export const SERIES = `with recursive series as (
    select f.id, f.title, f.content->>'titleEn' title_en, f.starts_on, f.previous_id, 0 back, array[f.id] seen
    from fair f where f.id = $1
    union all
    select f.id, f.title, f.content->>'titleEn', f.starts_on, f.previous_id, s.back + 1, s.seen || f.id
    from series s join fair f on f.id = s.previous_id where f.id <> all(s.seen) and s.back < 4
  )`;

@Injectable()
export class QuestionnairesReader {
  constructor(
    private readonly database: Database,
    private readonly fairs: FairsReader,
  ) {}

  /** For organisers; else 403 or 404. */
  async get(actor: Actor, fairId: string, audience: QuestionnaireAudience): Promise<Questionnaire> {
    return this.of(await this.fairs.organised(actor, fairId), audience);
  }

  /** Of a fair, whoever asks. */
  async of(fair: FairRow, audience: QuestionnaireAudience): Promise<Questionnaire> {
    const [row] = await this.database.query<{
      questions: Question[];
      sentAt: Date | null;
      version: number;
      asked: number;
      answered: number;
    }>(
      `select q.questions, q.sent_at "sentAt", q.version, count(a.id)::int asked, count(a.answered_at)::int answered
       from fair_questionnaire q left join fair_ask a on a.fair_id = q.fair_id and a.audience = q.audience
       where q.fair_id = $1 and q.audience = $2 group by q.fair_id, q.audience`,
      [fair.id, audience],
    );
    const carried = row ? null : await this.carried(fair, audience);
    return {
      audience,
      questions: row?.questions ?? carried?.questions ?? [],
      isSaved: row !== undefined,
      carriedFrom: carried?.from ?? null,
      sentAt: row?.sentAt?.toISOString() ?? null,
      ...{ asked: row?.asked ?? 0, answered: row?.answered ?? 0, version: row?.version ?? 0 },
      can: {
        edit: canEditQuestions(fair.state, row?.sentAt ?? null),
        send: row !== undefined && canSend(fair.state, row.sentAt, new Date()),
      },
    };
  }

  /** Of the nearest fair before in the series, else what the leading body asked last, else a first set. */
  private async carried(fair: FairRow, audience: QuestionnaireAudience): Promise<Carried> {
    const [row] = await this.database.query<Carried>(
      `${SERIES}
       select q.questions, json_build_object('id', f.id, 'title', f.title, 'titleEn', f.content->>'titleEn') "from"
       from fair_questionnaire q join fair f on f.id = q.fair_id
       left join series s on s.id = f.id
       join fair_body b on b.fair_id = f.id and b.is_lead
       where q.audience = $2 and f.id <> $1 and (s.id is not null or b.body_id = $3)
       order by s.back nulls last, f.starts_on desc, f.id limit 1`,
      [fair.id, audience, fair.bodyIds[0]],
    );
    return row ?? { questions: firstQuestions[audience], from: null };
  }

  /** Who was asked. Error: `fair/no-questionnaire` where this one was not. */
  async ask(who: { visitorId: string } | { exhibitorId: string }): Promise<AskRow> {
    const [column, id] =
      'visitorId' in who ? ['visitor_id', who.visitorId] : ['exhibitor_id', who.exhibitorId];
    const [row] = await this.database.query<AskRow>(
      `select a.id, a.audience, q.questions, a.answers, a.answered_at "answeredAt", q.sent_at "sentAt",
         json_build_object('id', f.id, 'title', f.title, 'titleEn', f.content->>'titleEn') fair
       from fair_ask a join fair_questionnaire q on q.fair_id = a.fair_id and q.audience = a.audience
       join fair f on f.id = a.fair_id where a.${column} = $1`,
      [id],
    );
    if (!row) throw new AppError('fair/no-questionnaire');
    return row;
  }

  async answers(
    actor: Actor,
    fairId: string,
    audience: QuestionnaireAudience,
    { key, value, cursor, limit }: Omit<AnswersQuery, 'limit'> & { limit: number },
  ): Promise<Page<AnswerRecord>> {
    await this.fairs.organised(actor, fairId);
    const where = `a.fair_id = $1 and a.audience = $2 and a.answered_at is not null
      and ($3::text is null or a.answers->>$3::text is not null)
      and ($4::text is null or (a.answers->$3::text) ? $4::text or a.answers->>$3::text = $4)`;
    const parameters = [fairId, audience, key ?? null, value ?? null];
    const [counted] = await this.database.query<{ n: number }>(
      `select count(*) n from fair_ask a where ${where}`,
      parameters,
    );
    const [after, afterId] = decodeCursor(cursor) ?? [null, null];
    const rows = await this.database.query<Omit<AnswerRecord, 'answeredAt'> & { answeredAt: Date }>(
      `select a.id, c.name company, a.answers, a.answered_at "answeredAt"
       from fair_ask a left join fair_exhibitor x on x.id = a.exhibitor_id left join company c on c.id = x.company_id
       where ${where} and ($5::timestamptz is null or (date_trunc('milliseconds', a.answered_at), a.id) < ($5, $6::uuid))
       order by date_trunc('milliseconds', a.answered_at) desc, a.id desc limit $7`,
      [...parameters, after, afterId, limit + 1],
    );
    return pageFrom(
      rows,
      limit,
      (row) => [row.answeredAt.toISOString(), row.id],
      ({ answeredAt, ...row }) => ({ ...row, answeredAt: answeredAt.toISOString() }),
      counted?.n ?? 0,
    );
  }
}

/** What one who was asked reads. */
export const toForm = (
  { fair, audience, questions, answers, answeredAt, sentAt }: AskRow,
  now = new Date(),
): QuestionnaireForm => ({
  ...{ fair, audience, questions, answers: answers ?? {} },
  answeredAt: answeredAt?.toISOString() ?? null,
  until: answersUntil(sentAt).toISOString(),
  isOpen: takesAnswers(sentAt, now),
});
