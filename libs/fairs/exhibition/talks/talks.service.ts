import { Injectable } from '@nestjs/common';
import { IntroductionsService } from '#introductions/index.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError, found } from '#platform/http/index.js';
import { Live } from '#platform/realtime/index.js';
import { takesVisitors } from '../fair.policy.js';
import * as happened from '../fairs.events.js';
import { FairsReader } from '../fairs.reader.js';
import type { TicketHolder } from '../visitors/visitors.reader.js';
import { mayBecome } from './queue.js';
import { boothRoom, talkRoom } from './rooms.js';
import { TalksReader, type TalkRow } from './talks.reader.js';

type Subject = { kind: 'order' | 'patent'; subjectId: string };

/** The live talks of booths: queue, duty, and the way on to a negotiation room. */
@Injectable()
export class TalksService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly live: Live,
    private readonly fairs: FairsReader,
    private readonly reader: TalksReader,
    private readonly introductions: IntroductionsService,
  ) {}

  /** A place at the end of the booth's queue, or the one that the visitor has. */
  async queue(holder: TicketHolder, exhibitorId: string, topic: string): Promise<string> {
    if (!takesVisitors(holder.state)) throw new AppError('fair/closed');
    if (!holder.isConfirmed) throw new AppError('fair/not-confirmed');
    const [exhibitor] = await this.database.query(
      `select 1 from fair_exhibitor where id = $1 and fair_id = $2 and state = 'approved'`,
      [exhibitorId, holder.fairId],
    );
    found(exhibitor);
    const [row] = await this.database.query<{ id: string }>(
      `insert into fair_talk (exhibitor_id, visitor_id, topic) values ($1, $2, $3)
       on conflict (exhibitor_id, visitor_id) where state in ('waiting', 'talking')
         do update set topic = coalesce(nullif(excluded.topic, ''), fair_talk.topic)
       returning id`,
      [exhibitorId, holder.id, topic],
    );
    await this.tellBooth(exhibitorId);
    return row?.id ?? '';
  }

  /** The visitor leaves the queue, or ends the talk. */
  async leave(holder: TicketHolder, talkId: string): Promise<void> {
    const talk = await this.ofHolder(holder, talkId);
    if (talk.state === 'waiting' || talk.state === 'talking')
      await this.become(talk, talk.state === 'waiting' ? 'left' : 'ended', null);
  }

  /** A talk of this ticket; else 404. */
  async ofHolder(holder: TicketHolder, talkId: string): Promise<TalkRow> {
    const talk = await this.reader.row(talkId);
    if (talk.visitorId !== holder.id) throw new AppError('request/not-found');
    return talk;
  }

  /** A talk of this booth, for its people; else 403 or 404. */
  async ofBooth(actor: Actor, fairId: string, exhibitorId: string, talkId: string): Promise<TalkRow> {
    await this.reader.staffed(actor, fairId, exhibitorId);
    const talk = await this.reader.row(talkId);
    if (talk.exhibitorId !== exhibitorId) throw new AppError('request/not-found');
    return talk;
  }

  async setDuty(actor: Actor, fairId: string, exhibitorId: string, isOnDuty: boolean): Promise<void> {
    await this.reader.staffed(actor, fairId, exhibitorId);
    await this.database.query(
      isOnDuty
        ? 'insert into fair_duty (exhibitor_id, user_id) values ($1, $2) on conflict do nothing'
        : 'delete from fair_duty where exhibitor_id = $1 and user_id = $2',
      [exhibitorId, actor.userId],
    );
    await this.tellBooth(exhibitorId);
  }

  /** Calls who is next. Two who call at once get two visitors. Error: `fair/nobody-waits`. */
  async next(actor: Actor, fairId: string, exhibitorId: string): Promise<string> {
    await this.reader.staffed(actor, fairId, exhibitorId);
    const id = await this.database.transaction(async () => {
      const [called] = await this.database.query<{ id: string }>(
        `update fair_talk set state = 'talking', started_at = now(), staff_id = $2
         where id = (select id from fair_talk where exhibitor_id = $1 and state = 'waiting'
           order by queued_at, id limit 1 for update skip locked) returning id`,
        [exhibitorId, actor.userId],
      );
      if (!called) throw new AppError('fair/nobody-waits');
      const data = { talkId: called.id, exhibitorId };
      await this.events.record(happened.talkStarted, data, { subjectId: called.id, actor });
      return called.id;
    });
    await this.tellTalk({ id, exhibitorId });
    return id;
  }

  async end(actor: Actor, talk: TalkRow, isMissed: boolean): Promise<void> {
    await this.become(talk, isMissed ? 'missed' : 'ended', actor);
  }

  /** Asks the organisers to introduce both companies about a subject of the own side. Error: `fair/no-company`. */
  async askHandOver(
    talk: TalkRow,
    by: 'visitor' | 'booth',
    { kind, subjectId }: Subject,
    actor: Actor | null,
  ): Promise<void> {
    if (!talk.visitorCompanyId) throw new AppError('fair/no-company');
    const { subjects } = await this.reader.talk(talk.id, by);
    const subject = subjects.find((one) => one.kind === kind && one.id === subjectId);
    if (!subject) throw new AppError('request/invalid', {}, { subjectId: 'request/not-found' });
    await this.database.transaction(async () => {
      const [row] = await this.database.query(
        `update fair_talk set hand_over_by = $2, hand_over_kind = $3, hand_over_subject_id = $4, hand_over_title = $5,
           hand_over_at = now() where id = $1 and introduction_id is null returning id`,
        [talk.id, by, kind, subjectId, subject.title],
      );
      if (!row) throw new AppError('fair/illegal-transition');
      const data = { talkId: talk.id, exhibitorId: talk.exhibitorId };
      await this.events.record(happened.handOverAsked, data, { subjectId: talk.id, actor });
    });
    this.live.toFair(talkRoom(talk.id), 'talk:changed', { talkId: talk.id });
  }

  /** A coordinator of an organising body introduces both; consents and room follow as always. */
  async introduce(actor: Actor, fairId: string, talkId: string, reason: string): Promise<string> {
    await this.fairs.organised(actor, fairId);
    const talk = await this.reader.row(talkId);
    const { handOver, handOverSubjectId: subjectId, visitorCompanyId } = talk;
    if (talk.fairId !== fairId || !handOver || !subjectId || !visitorCompanyId)
      throw new AppError('request/not-found');
    if (handOver.introductionId) return handOver.introductionId;
    const companyId = handOver.by === 'visitor' ? talk.companyId : visitorCompanyId;
    return this.database.transaction(async () => {
      // Somebody may have introduced them meanwhile: then that is the way on.
      const introductionId =
        (await this.reader.running(subjectId, companyId)) ??
        (await this.introductions.propose(actor, { kind: handOver.kind, subjectId, reason, companyId }));
      await this.database.query('update fair_talk set introduction_id = $2 where id = $1', [
        talkId,
        introductionId,
      ]);
      const data = { talkId, exhibitorId: talk.exhibitorId, introductionId };
      await this.events.record(happened.handOverIntroduced, data, { subjectId: talkId, actor });
      return introductionId;
    });
  }

  private async become(talk: TalkRow, to: 'ended' | 'left' | 'missed', actor: Actor | null): Promise<void> {
    if (!mayBecome(talk.state, to)) throw new AppError('fair/illegal-transition');
    await this.database.transaction(async () => {
      const [row] = await this.database.query(
        'update fair_talk set state = $2, ended_at = now() where id = $1 and state = $3 returning id',
        [talk.id, to, talk.state],
      );
      if (!row) throw new AppError('request/conflict');
      const data = { talkId: talk.id, exhibitorId: talk.exhibitorId };
      await this.events.record(happened.talkEnded, data, { subjectId: talk.id, actor });
    });
    await this.tellTalk(talk);
  }

  private async tellTalk({ id, exhibitorId }: Pick<TalkRow, 'id' | 'exhibitorId'>): Promise<void> {
    this.live.toFair(talkRoom(id), 'talk:changed', { talkId: id });
    await this.tellBooth(exhibitorId);
  }

  /** Says how the booth stands, to all who look at it. */
  private async tellBooth(exhibitorId: string): Promise<void> {
    this.live.toFair(boothRoom(exhibitorId), 'booth:state', await this.reader.state(exhibitorId));
  }
}
