import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database/index.js';
import { AppError } from '#platform/http/index.js';
import type { TicketHolder } from '../visitors/visitors.reader.js';
import { SessionsReader } from './sessions.reader.js';

/** What a vote was given to. */
export interface Voted {
  readonly kind: 'question' | 'poll';
  readonly id: string;
  readonly sessionId: string;
}

/** What visitors do in a session over their socket: ask, vote for a question, choose in a poll. */
@Injectable()
export class SessionVotes {
  constructor(
    private readonly database: Database,
    private readonly reader: SessionsReader,
  ) {}

  /** Asks; the same clientId again is the same question. Error: `fair/closed` where the session is cancelled or over. */
  async ask(holder: TicketHolder, given: { sessionId: string; clientId: string; text: string }) {
    const [row] = await this.database.query<{ id: string }>(
      `insert into fair_question (session_id, visitor_id, client_id, text)
       select s.id, $2, $3, $4 from fair_session s join fair f on f.id = s.fair_id
       where s.id = $1 and s.fair_id = $5 and s.cancelled_at is null and f.state in ('published', 'running')
       on conflict (session_id, client_id) do update set text = fair_question.text returning id`,
      [given.sessionId, holder.id, given.clientId, given.text, holder.fairId],
    );
    if (!row) throw new AppError('fair/closed');
    return { sessionId: given.sessionId, question: await this.reader.question(row.id) };
  }

  /** One vote for a visitor; taken back with `isFor: false`. */
  async vote(
    holder: TicketHolder,
    { questionId, isFor }: { questionId: string; isFor: boolean },
  ): Promise<Voted> {
    const change = isFor
      ? 'insert into fair_question_vote (question_id, visitor_id) select id, $2 from question on conflict do nothing'
      : 'delete from fair_question_vote where question_id in (select id from question) and visitor_id = $2';
    const [question] = await this.database.query<{ sessionId: string }>(
      `with question as (
         select q.id, q.session_id from fair_question q join fair_session s on s.id = q.session_id
         join fair f on f.id = s.fair_id
         where q.id = $1 and s.fair_id = $3 and q.state = 'open' and f.state in ('published', 'running')
       ), changed as (${change})
       select session_id "sessionId" from question`,
      [questionId, holder.id, holder.fairId],
    );
    if (!question) throw new AppError('fair/closed');
    return { kind: 'question', id: questionId, sessionId: question.sessionId };
  }

  /** One choice for a visitor, which may be changed while the poll is open. */
  async choose(holder: TicketHolder, { pollId, option }: { pollId: string; option: number }): Promise<Voted> {
    const [row] = await this.database.query<{ sessionId: string }>(
      `with poll as (
         select p.id, p.session_id from fair_poll p join fair_session s on s.id = p.session_id
         where p.id = $1 and s.fair_id = $4 and p.closed_at is null and $3 < cardinality(p.options)
       ), voted as (
         insert into fair_poll_vote (poll_id, visitor_id, option) select id, $2, $3 from poll
         on conflict (poll_id, visitor_id) do update set option = excluded.option
       )
       select session_id "sessionId" from poll`,
      [pollId, holder.id, option, holder.fairId],
    );
    if (!row) throw new AppError('fair/closed');
    return { kind: 'poll', id: pollId, sessionId: row.sessionId };
  }
}
