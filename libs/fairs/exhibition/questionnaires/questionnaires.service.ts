import { Injectable } from '@nestjs/common';
import {
  answersTo,
  questionnaireAudience,
  type Answer,
  type Answers,
  type Question,
  type QuestionnaireAudience,
} from '#contracts/fair-questions.js';
import type { Language } from '#contracts/shapes.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError, fieldsOf, StaleError } from '#platform/http/index.js';
import { ExhibitorsReader } from '../exhibitors/exhibitors.reader.js';
import { isOwn } from '../fair.policy.js';
import { fairChanged, questionnaireAsked } from '../fairs.events.js';
import { FairsReader } from '../fairs.reader.js';
import { ANSWER_DAYS, canEditQuestions, canSend, REMIND_DAYS, takesAnswers } from './questionnaire.policy.js';
import { QuestionnairesReader, type AskRow } from './questionnaires.reader.js';

/**
 * So many are asked by one event. Exhibitors get notices, which are kept once however often they are written; a mail is
 * sent again with all others of its event when that one is tried again, so it has an event of its own.
 */
const AT_ONCE: Record<QuestionnaireAudience, number> = { exhibitor: 50, visitor: 1 };

/** Who is asked: exhibitors that were let in, visitors who came or looked at a booth online. */
const ASKED: Record<QuestionnaireAudience, string> = {
  exhibitor: `select $1::uuid, $2, x.id, null::uuid from fair_exhibitor x where x.fair_id = $1 and x.state = 'approved'`,
  visitor: `select $1::uuid, $2, null::uuid, v.id from fair_visitor v where v.fair_id = $1 and v.confirmed_at is not null
    and (v.checked_in_at is not null or exists (select from fair_booth_visit o where o.visitor_id = v.id))`,
};

/** Questionnaires of fairs: what is asked, of whom, and the answers. */
@Injectable()
export class QuestionnairesService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly fairs: FairsReader,
    private readonly exhibitors: ExhibitorsReader,
    private readonly reader: QuestionnairesReader,
  ) {}

  /** Errors: `fair/questionnaire-sent`; `fair/illegal-transition` for a cancelled fair. */
  async save(
    actor: Actor,
    fairId: string,
    audience: QuestionnaireAudience,
    version: number,
    questions: Question[],
  ): Promise<void> {
    await this.database.transaction(async () => {
      await this.database.query('select 1 from fair where id = $1 for update', [fairId]);
      const fair = await this.fairs.organised(actor, fairId);
      const now = await this.reader.of(fair, audience);
      if (now.version !== version) throw new StaleError(now);
      if (now.sentAt !== null) throw new AppError('fair/questionnaire-sent');
      if (!canEditQuestions(fair.state, null)) throw new AppError('fair/illegal-transition');
      // Sent between the reading and the writing, it is as sent as before.
      const [saved] = await this.database.query(
        `insert into fair_questionnaire as q (fair_id, audience, questions) values ($1, $2, $3)
         on conflict (fair_id, audience) do update set questions = excluded.questions, version = q.version + 1,
           updated_at = now() where q.sent_at is null returning 1`,
        [fairId, audience, JSON.stringify(questions)],
      );
      if (!saved) throw new AppError('fair/questionnaire-sent');
      await this.events.record(fairChanged, { fairId }, { subjectId: fairId, actor });
    });
  }

  /**
   * Asks all who were not asked yet. Errors: `fair/illegal-transition` before the fair is over and when answers are taken
   * no more, `fair/no-questionnaire`.
   */
  async send(actor: Actor, fairId: string, audience: QuestionnaireAudience): Promise<number> {
    return this.database.transaction(async () => {
      const fair = await this.fairs.organised(actor, fairId);
      const laidDown = await this.locked(fairId, audience);
      if (!canSend(fair.state, laidDown?.sentAt ?? null, new Date()))
        throw new AppError('fair/illegal-transition');
      if (!laidDown) throw new AppError('fair/no-questionnaire');
      return this.ask(fairId, audience, actor);
    });
  }

  /** What was laid down goes out by itself when the fair ends. */
  async sendAll(fairId: string): Promise<void> {
    await this.database.transaction(async () => {
      const fair = await this.fairs.row(fairId);
      for (const audience of questionnaireAudience.options) {
        const laidDown = await this.locked(fairId, audience);
        if (fair && laidDown && canSend(fair.state, laidDown.sentAt, new Date()))
          await this.ask(fairId, audience, null);
      }
    });
  }

  /** What was laid down, which nobody changes now; null where nothing was. */
  private async locked(
    fairId: string,
    audience: QuestionnaireAudience,
  ): Promise<{ sentAt: Date | null } | null> {
    const [row] = await this.database.query<{ sentAt: Date | null }>(
      `select sent_at "sentAt" from fair_questionnaire where fair_id = $1 and audience = $2 for update`,
      [fairId, audience],
    );
    return row ?? null;
  }

  /** How many were asked. */
  private async ask(fairId: string, audience: QuestionnaireAudience, actor: Actor | null): Promise<number> {
    await this.database.query(
      `update fair_questionnaire set sent_at = coalesce(sent_at, now()) where fair_id = $1 and audience = $2`,
      [fairId, audience],
    );
    const asked = await this.database.query<{ id: string }>(
      `insert into fair_ask (fair_id, audience, exhibitor_id, visitor_id) ${ASKED[audience]}
       on conflict do nothing returning id`,
      [fairId, audience],
    );
    const ids = asked.map(({ id }) => id);
    await this.tell({ fairId, audience, isReminder: false }, ids, actor);
    return asked.length;
  }

  /** Reminds all who were asked a week ago and have not answered, each once, while they can. Answers with how many. */
  async remindDue(): Promise<number> {
    return this.database.transaction(async () => {
      const due = await this.database.query<{
        fairId: string;
        audience: QuestionnaireAudience;
        ids: string[];
      }>(
        `with due as (
           update fair_ask a set reminded_at = now() from fair_questionnaire q
           where q.fair_id = a.fair_id and q.audience = a.audience and q.sent_at > now() - make_interval(days => $2)
             and a.answered_at is null and a.reminded_at is null and a.asked_at < now() - make_interval(days => $1)
           returning a.id, a.fair_id, a.audience
         )
         select fair_id "fairId", audience, array_agg(id) ids from due group by fair_id, audience`,
        [REMIND_DAYS, ANSWER_DAYS],
      );
      for (const { ids, ...about } of due) await this.tell({ ...about, isReminder: true }, ids, null);
      return due.reduce((sum, { ids }) => sum + ids.length, 0);
    });
  }

  private async tell(
    about: { fairId: string; audience: QuestionnaireAudience; isReminder: boolean },
    ids: readonly string[],
    actor: Actor | null,
  ): Promise<void> {
    const atOnce = AT_ONCE[about.audience];
    const each = Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, i) => ({
      ...about,
      askIds: ids.slice(i * atOnce, (i + 1) * atOnce),
    }));
    await this.events.recordAll(questionnaireAsked, each, { subjectId: about.fairId, actor });
  }

  /** Errors: `fair/closed` when it is too late, `request/invalid` with the keys of the questions. */
  async answer(asked: AskRow, given: Record<string, Answer>, language: Language): Promise<void> {
    if (!takesAnswers(asked.sentAt, new Date())) throw new AppError('fair/closed');
    const parsed = answersTo(asked.questions).safeParse(given);
    if (!parsed.success) {
      const fields = Object.entries(fieldsOf(parsed.error, language));
      throw new AppError(
        'request/invalid',
        {},
        Object.fromEntries(fields.map(([key, text]) => [`answers.${key}`, text])),
      );
    }
    await this.database.query('update fair_ask set answers = $2, answered_at = now() where id = $1', [
      asked.id,
      JSON.stringify(withoutEmpty(parsed.data)),
    ]);
  }

  /** The own questionnaire of a firm that exhibits. Error: `fair/no-questionnaire`. */
  async ofExhibitor(actor: Actor, fairId: string, exhibitorId: string): Promise<AskRow> {
    const { row } = await this.exhibitors.readable(actor, fairId, exhibitorId);
    authorize(isOwn(actor, row));
    return this.reader.ask({ exhibitorId });
  }
}

const withoutEmpty = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([, given]) => given !== null));
