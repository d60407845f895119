import { Injectable } from '@nestjs/common';
import type {
  FairSession,
  LivePoll,
  LiveQuestion,
  SessionContent,
  SessionRoom,
} from '#contracts/fair-sessions.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { StoredFiles, type OpenFile } from '#platform/files/index.js';
import { AppError, found } from '#platform/http/index.js';
import { isOrganiser } from '../fair.policy.js';
import { isOver } from '../fair.states.js';
import { FairsReader, type FairRow } from '../fairs.reader.js';
import type { TicketHolder } from '../visitors/visitors.reader.js';

interface Row {
  id: string;
  fairId: string;
  content: SessionContent;
  isCancelled: boolean;
  reason: string;
  taken: number;
  waiting: number;
  version: number;
}

const COLUMNS = `s.id, s.fair_id "fairId", s.content, s.cancelled_at is not null "isCancelled", s.reason, s.version,
  (select count(*) from fair_seat t where t.session_id = s.id and not t.is_waiting) taken,
  (select count(*) from fair_seat t where t.session_id = s.id and t.is_waiting) waiting`;
const QUESTION = `q.id, q.text, q.state, to_char(q.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') "at",
  (select count(*) from fair_question_vote v where v.question_id = q.id) votes`;
const POLL = `p.id, p.question, p.closed_at is null "isOpen",
  (select json_agg(json_build_object('text', o.text, 'votes',
     (select count(*) from fair_poll_vote v where v.poll_id = p.id and v.option = o.no - 1)) order by o.no)
   from unnest(p.options) with ordinality o(text, no)) options`;
/** Questions shown of a session: the most wanted. */
const QUESTIONS = 200;

@Injectable()
export class SessionsReader {
  constructor(
    private readonly database: Database,
    private readonly fairs: FairsReader,
    private readonly files: StoredFiles,
  ) {}

  async list(actor: Actor | null, fairId: string): Promise<FairSession[]> {
    const fair = await this.fairs.readable(actor, fairId);
    const rows = await this.database.query<Row>(
      `select ${COLUMNS} from fair_session s where s.fair_id = $1 order by s.starts_at, s.id`,
      [fairId],
    );
    return rows.map((row) => toSession(actor, fair, row, false));
  }

  /** A session and its fair, for those who may read it. */
  async readable(actor: Actor | null, id: string): Promise<{ fair: FairRow; row: Row }> {
    const [row] = await this.database.query<Row>(`select ${COLUMNS} from fair_session s where s.id = $1`, [
      id,
    ]);
    const { fairId } = found(row);
    return { fair: await this.fairs.readable(actor, fairId), row: found(row) };
  }

  /** 404 for those who may not read it: all may once its fair was opened. */
  async demandReadable(actor: Actor | null, id: string): Promise<void> {
    const [open] = await this.database.query(
      `select 1 from fair_session s join fair f on f.id = s.fair_id where s.id = $1 and (f.opened_at is not null
         or exists (select from fair_body o where o.fair_id = f.id and o.body_id = $2))`,
      [id, actor?.body?.id ?? null],
    );
    found(open);
  }

  async session(actor: Actor, id: string): Promise<FairSession> {
    const { fair, row } = await this.readable(actor, id);
    return toSession(actor, fair, row, false);
  }

  async room(actor: Actor | null, holder: TicketHolder | null, id: string): Promise<SessionRoom> {
    const { fair, row } = await this.readable(actor, id);
    const visitorId = holder?.fairId === fair.id ? holder.id : null;
    const own = await this.own(id, visitorId);
    const hidden = isOrganiser(actor, fair) ? [] : ['hidden'];
    const questions = await this.database.query<LiveQuestion>(
      `select ${QUESTION} from fair_question q where q.session_id = $1 and q.state <> all($2)
       order by q.state = 'open' desc, votes desc, q.id limit ${QUESTIONS}`,
      [id, hidden],
    );
    const polls = await this.database.query<LivePoll>(
      `select ${POLL} from fair_poll p where p.session_id = $1 order by p.created_at desc`,
      [id],
    );
    const files = await this.database.query<{ id: string }>(
      'select file_id id from fair_material where session_id = $1',
      [id],
    );
    const infos = await this.files.infos(files.map((one) => one.id));
    return {
      session: toSession(actor, fair, row, own.seat === 'registered'),
      ...own,
      ...{ questions, polls, materials: [...infos.values()] },
    };
  }

  private async own(
    sessionId: string,
    visitorId: string | null,
  ): Promise<Pick<SessionRoom, 'seat' | 'before' | 'votedFor' | 'chosen'>> {
    const [row] = await this.database.query<{
      isWaiting: boolean | null;
      before: number | null;
      votedFor: string[];
      chosen: SessionRoom['chosen'];
    }>(
      `select t.is_waiting "isWaiting", case when t.is_waiting then (select count(*) from fair_seat o
           where o.session_id = $1 and o.is_waiting and (o.asked_at, o.visitor_id) < (t.asked_at, t.visitor_id)) end "before",
         array(select v.question_id from fair_question_vote v join fair_question q on q.id = v.question_id
           where q.session_id = $1 and v.visitor_id = $2) "votedFor",
         coalesce((select json_agg(json_build_object('pollId', v.poll_id, 'option', v.option)) from fair_poll_vote v
           join fair_poll p on p.id = v.poll_id where p.session_id = $1 and v.visitor_id = $2), '[]') chosen
       from (select $2::uuid id) me left join fair_seat t on t.session_id = $1 and t.visitor_id = me.id`,
      [sessionId, visitorId],
    );
    const { isWaiting = null, before = null, votedFor = [], chosen = [] } = row ?? {};
    return {
      seat: isWaiting === null ? null : isWaiting ? 'waiting' : 'registered',
      before,
      votedFor,
      chosen,
    };
  }

  async question(id: string): Promise<LiveQuestion> {
    return found(
      (
        await this.database.query<LiveQuestion>(`select ${QUESTION} from fair_question q where q.id = $1`, [
          id,
        ])
      )[0],
    );
  }

  async poll(id: string): Promise<LivePoll> {
    return found(
      (await this.database.query<LivePoll>(`select ${POLL} from fair_poll p where p.id = $1`, [id]))[0],
    );
  }

  async material(actor: Actor | null, sessionId: string, fileId: string): Promise<OpenFile> {
    await this.readable(actor, sessionId);
    const [attached] = await this.database.query(
      'select 1 from fair_material where session_id = $1 and file_id = $2',
      [sessionId, fileId],
    );
    if (!attached) throw new AppError('request/not-found');
    return this.files.open(fileId);
  }
}

function toSession(actor: Actor | null, fair: FairRow, row: Row, hasSeat: boolean): FairSession {
  const organises = isOrganiser(actor, fair);
  return {
    ...row,
    content: organises || hasSeat ? row.content : { ...row.content, streamUrl: '' },
    can: { edit: organises && !isOver(fair.state) && !row.isCancelled },
  };
}
