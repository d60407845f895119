import { Inject, Injectable } from '@nestjs/common';
import type { LivePoll, LiveQuestion, SessionContent } from '#contracts/fair-sessions.js';
import type { FileInfo } from '#contracts/shapes.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { sniffFile, StoredFiles } from '#platform/files/index.js';
import { AppError, found, StaleError, type Upload } from '#platform/http/index.js';
import { Live } from '#platform/realtime/index.js';
import { CONFIG } from '#platform/resources.js';
import { isOrganiser, takesVisitors } from '../fair.policy.js';
import { isOver } from '../fair.states.js';
import { sessionChanged } from '../fairs.events.js';
import { FairsReader } from '../fairs.reader.js';
import { sessionRoom } from '../talks/rooms.js';
import type { TicketHolder } from '../visitors/visitors.reader.js';
import { VisitorNewsDesk } from '../visitors/visitor-news.js';
import { movingUp, type Asked } from './seats.js';
import { SessionsReader } from './sessions.reader.js';

/** The programme of a fair, its seats, and what goes on in a session. */
@Injectable()
export class SessionsService {
  readonly maxBytes: number;

  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly files: StoredFiles,
    private readonly live: Live,
    private readonly fairs: FairsReader,
    private readonly reader: SessionsReader,
    private readonly news: VisitorNewsDesk,
    @Inject(CONFIG) config: AppConfig,
  ) {
    this.maxBytes = config.files.maxBytes;
  }

  async create(actor: Actor, fairId: string, content: SessionContent): Promise<string> {
    const fair = await this.fairs.organised(actor, fairId);
    if (isOver(fair.state)) throw new AppError('fair/illegal-transition');
    return this.database.transaction(async () => {
      const [row] = await this.database.query<{ id: string }>(
        'insert into fair_session (fair_id, content, starts_at) values ($1, $2, $3) returning id',
        [fairId, JSON.stringify(content), content.startsAt],
      );
      await this.tell(actor, fairId, row?.id ?? '');
      return row?.id ?? '';
    });
  }

  /** Changes a session; where it has more seats now, who waits moves up. A new time or place is told to who comes. */
  async update(
    actor: Actor,
    fairId: string,
    id: string,
    version: number,
    content: SessionContent,
  ): Promise<void> {
    await this.change(actor, fairId, id, version, async (before) => {
      await this.database.query(
        'update fair_session set content = $2, starts_at = $3, version = version + 1 where id = $1',
        [id, JSON.stringify(content), content.startsAt],
      );
      if (isMoved(before, content)) await this.news.tellSession(fairId, id, 'session-moved');
      await this.moveUp(fairId, id, content.capacity);
    });
  }

  async cancel(actor: Actor, fairId: string, id: string, version: number, reason: string): Promise<void> {
    await this.change(actor, fairId, id, version, async () => {
      await this.database.query(
        'update fair_session set cancelled_at = now(), reason = $2, version = version + 1 where id = $1',
        [id, reason],
      );
      await this.news.tellSession(fairId, id, 'session-cancelled');
    });
  }

  /** Takes a seat or a place in the waiting list, or gives it back to the first that waits. */
  async seat(holder: TicketHolder, id: string, isComing: boolean): Promise<void> {
    if (!holder.isConfirmed) throw new AppError('fair/not-confirmed');
    await this.database.transaction(async () => {
      await this.database.query('select 1 from fair_session where id = $1 for update', [id]);
      const { row } = await this.reader.readable(null, id);
      if (row.fairId !== holder.fairId) throw new AppError('request/not-found');
      if (!takesVisitors(holder.state) || row.isCancelled) throw new AppError('fair/closed');
      await this.database.query(
        isComing
          ? 'insert into fair_seat (session_id, visitor_id, is_waiting) values ($1, $2, true) on conflict do nothing'
          : 'delete from fair_seat where session_id = $1 and visitor_id = $2',
        [id, holder.id],
      );
      await this.moveUp(row.fairId, id, row.content.capacity, holder.id);
    });
  }

  async moderate(
    actor: Actor,
    sessionId: string,
    questionId: string,
    state: LiveQuestion['state'],
  ): Promise<LiveQuestion> {
    await this.demandOrganiser(actor, sessionId);
    const [row] = await this.database.query(
      'update fair_question set state = $3 where id = $2 and session_id = $1 returning id',
      [sessionId, questionId, state],
    );
    found(row);
    const question = await this.reader.question(questionId);
    // What is hidden is told without its words.
    const shown = state === 'hidden' ? { ...question, text: '' } : question;
    this.live.toFair(sessionRoom(sessionId), 'question:changed', { sessionId, question: shown });
    return question;
  }

  async openPoll(
    actor: Actor,
    sessionId: string,
    poll: { question: string; options: string[] },
  ): Promise<LivePoll> {
    await this.demandOrganiser(actor, sessionId);
    const [row] = await this.database.query<{ id: string }>(
      'insert into fair_poll (session_id, question, options) values ($1, $2, $3) returning id',
      [sessionId, poll.question, poll.options],
    );
    return this.tellPoll(sessionId, row?.id ?? '');
  }

  async closePoll(actor: Actor, sessionId: string, pollId: string): Promise<LivePoll> {
    await this.demandOrganiser(actor, sessionId);
    const [row] = await this.database.query(
      'update fair_poll set closed_at = coalesce(closed_at, now()) where id = $2 and session_id = $1 returning id',
      [sessionId, pollId],
    );
    found(row);
    return this.tellPoll(sessionId, pollId);
  }

  async attach(
    actor: Actor,
    sessionId: string,
    { fileName, bytes }: Pick<Upload<unknown>, 'fileName' | 'bytes'>,
  ): Promise<FileInfo> {
    await this.demandOrganiser(actor, sessionId);
    const sniffed = await sniffFile(bytes, fileName);
    if (sniffed.error) throw new AppError(sniffed.error);
    const { mime } = sniffed;
    return this.database.transaction(async () => {
      const info = await this.files.save({ name: fileName, bytes, mime, createdBy: actor.userId });
      await this.database.query('insert into fair_material (session_id, file_id) values ($1, $2)', [
        sessionId,
        info.id,
      ]);
      return info;
    });
  }

  async detach(actor: Actor, sessionId: string, fileId: string): Promise<void> {
    await this.demandOrganiser(actor, sessionId);
    const [row] = await this.database.query(
      'delete from fair_material where session_id = $1 and file_id = $2 returning file_id',
      [sessionId, fileId],
    );
    found(row);
  }

  private async demandOrganiser(actor: Actor, sessionId: string): Promise<void> {
    const { fair } = await this.reader.readable(actor, sessionId);
    authorize(isOrganiser(actor, fair));
  }

  private async change(
    actor: Actor,
    fairId: string,
    id: string,
    version: number,
    decide: (before: SessionContent) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async () => {
      await this.database.query('select 1 from fair_session where id = $1 for update', [id]);
      const { fair, row } = await this.reader.readable(actor, id);
      if (row.fairId !== fairId) throw new AppError('request/not-found');
      authorize(isOrganiser(actor, fair));
      if (row.version !== version) throw new StaleError(await this.reader.session(actor, id));
      if (isOver(fair.state) || row.isCancelled) throw new AppError('fair/illegal-transition');
      await decide(row.content);
      await this.tell(actor, fairId, id);
    });
  }

  /** Who moves up is told, but for who has just asked and sees it. */
  private async moveUp(
    fairId: string,
    sessionId: string,
    capacity: number,
    asking: string | null = null,
  ): Promise<void> {
    const asked = await this.database.query<Asked>(
      `select visitor_id "visitorId", is_waiting "isWaiting" from fair_seat where session_id = $1 order by asked_at, visitor_id`,
      [sessionId],
    );
    const moved = movingUp(capacity, asked);
    if (moved.length === 0) return;
    await this.database.query(
      'update fair_seat set is_waiting = false where session_id = $1 and visitor_id = any($2)',
      [sessionId, moved],
    );
    const others = moved.filter((id) => id !== asking);
    await this.news.tell({ fairId, sessionId, what: 'seat-given' }, others);
  }

  private async tellPoll(sessionId: string, pollId: string): Promise<LivePoll> {
    const poll = await this.reader.poll(pollId);
    this.live.toFair(sessionRoom(sessionId), 'poll:changed', { sessionId, poll });
    return poll;
  }

  private tell(actor: Actor, fairId: string, sessionId: string): Promise<void> {
    return this.events.record(sessionChanged, { fairId, sessionId }, { subjectId: sessionId, actor });
  }
}

/** Whether those who come must know: words may change freely. */
const isMoved = (before: SessionContent, after: SessionContent): boolean =>
  Date.parse(before.startsAt) !== Date.parse(after.startsAt) ||
  Date.parse(before.endsAt) !== Date.parse(after.endsAt) ||
  before.place !== after.place;
