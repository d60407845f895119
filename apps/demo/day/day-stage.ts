import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { fairsApi } from '#contracts/fair-exhibition.js';
import { fairLeadsApi } from '#contracts/fair-leads.js';
import { fairSessionsApi } from '#contracts/fair-sessions.js';
import { fairTalksApi } from '#contracts/fair-talks.js';
import { fairVisitorsApi } from '#contracts/fair-visitors.js';
import { identityApi } from '#contracts/identity.js';
import { VisitorsReader } from '#fairs/index.js';
import { Database } from '#platform/database/index.js';
import { demoBooths } from '../demo-fair.js';
import type { Demo } from '../seed.js';
import { daySessions, dayVisitors, talkLines } from './day-cast.js';
import { DayTables } from './day-tables.js';
import { signedIn } from './day-people.js';
import { DemoClient } from './demo-client.js';
import type { DayThings } from './prepare-day.js';

interface Guest {
  readonly client: DemoClient;
  readonly token: string;
  readonly code: string;
}

/** Everybody of the day, and what each can do: halls and sessions here, the meeting tables in their own class. */
export class DayStage {
  private readonly people = new Map<string, Promise<DemoClient>>();
  private readonly guests = new Map<number, Guest>();
  /** By a booth's key: who waits there, and who talks. */
  private readonly waiting = new Map<string, number[]>();
  private readonly talking = new Map<string, { id: string; guest: Guest }[]>();
  /** By session and place in its list. */
  private readonly questions = new Map<string, string>();
  private readonly polls = new Map<number, string>();
  private readonly tables: DayTables;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly url: string,
    private readonly demo: Pick<Demo, 'staff' | 'owners'>,
    private readonly things: DayThings,
  ) {
    this.tables = new DayTables(app, {
      demo,
      things,
      anybody: new DemoClient(url, null),
      organiser: () => this.organiser(),
    });
  }

  /** Ends all connections and sessions. */
  async leave(): Promise<void> {
    for (const { client } of this.guests.values()) client.close();
    for (const person of this.people.values()) {
      const client = await person;
      client.close();
      await client.call(identityApi.signOut);
    }
  }

  async open(): Promise<void> {
    await this.advance('running');
    await this.tables.open();
    for (const key of this.things.exhibitors.keys()) {
      const params = this.boothOf(key);
      await (await this.owner(key)).call(fairTalksApi.duty, { params, body: { isOnDuty: true } });
    }
  }

  close = (): Promise<void> => this.advance('finished');
  receive = (key: string): Promise<void> => this.tables.receive(key);
  endRound = (slot: number): Promise<void> => this.tables.endRound(slot);
  fillPlaces = (): Promise<void> => this.tables.fillPlaces();
  walkIn = (key: string): Promise<void> => this.tables.walkIn(key);
  endMeetings = (): Promise<void> => this.tables.end();
  answerOutcomes = (portion: number): Promise<void> => this.tables.answerOutcomes(portion);

  /** At the reception, with the ticket on paper or telephone; a late one registers first. */
  async arrive(n: number): Promise<void> {
    const { id, code } = this.things.visitors.get(n) ?? (await this.register(n));
    const token = this.app.get(VisitorsReader, { strict: false }).tokenOf(id);
    await (
      await this.organiser()
    ).call(fairVisitorsApi.checkIn, { params: { id: this.things.fairId }, body: { code } });
    this.guests.set(n, { token, code, client: new DemoClient(this.url, null, token) });
  }

  private async register(n: number): Promise<{ id: string; code: string }> {
    const { name, organisation, job, need } = dayVisitors[n] ?? {
      name: '',
      organisation: '',
      job: '',
      need: '',
    };
    const email = `day-visitor${n}@demo.example`;
    const nobody = new DemoClient(this.url, null);
    await nobody.call(fairVisitorsApi.register, {
      params: { id: this.things.fairId },
      body: {
        email,
        name,
        organisation,
        job,
        need,
        attends: 'both',
        language: 'ja',
        terms: true,
        contact: true,
        news: false,
      },
    });
    // What the mail brings.
    const [row] = await this.app
      .get(Database, { strict: false })
      .query<{ id: string; code: string }>(
        'select id, code from fair_visitor where fair_id = $1 and email = $2',
        [this.things.fairId, email],
      );
    if (!row) throw new Error(`${name} is not registered.`);
    const token = this.app.get(VisitorsReader, { strict: false }).tokenOf(row.id);
    await nobody.call(fairVisitorsApi.confirm, { params: { token } });
    return row;
  }

  async look(n: number, key: string): Promise<void> {
    await this.guest(n).client.send('booth:enter', { exhibitorId: this.boothOf(key).exhibitorId });
  }

  async queue(n: number, key: string): Promise<void> {
    const { client, token } = this.guest(n);
    const [topic] = lineOf(n);
    const body = { exhibitorId: this.boothOf(key).exhibitorId, topic };
    await client.call(fairTalksApi.queue, { params: { token }, body });
    this.waiting.set(key, [...(this.waiting.get(key) ?? []), n]);
  }

  /** The booth calls who is next, and the two talk. */
  async answer(key: string): Promise<void> {
    const [n = -1, ...rest] = this.waiting.get(key) ?? [];
    const owner = await this.owner(key);
    const { id } = await owner.call(fairTalksApi.next, { params: this.boothOf(key) });
    this.waiting.set(key, rest);
    const guest = this.guest(n);
    this.talking.set(key, [...(this.talking.get(key) ?? []), { id, guest }]);
    const [, question, answer] = lineOf(n);
    for (const [client, text] of [
      [guest.client, question],
      [owner, answer],
    ] as const) {
      await client.send('talk:join', { talkId: id });
      await client.send('talk:say', { talkId: id, clientId: randomUUID(), text });
    }
  }

  async endTalk(key: string): Promise<void> {
    const [talk, ...rest] = this.talking.get(key) ?? [];
    this.talking.set(key, rest);
    const params = { ...this.boothOf(key), talkId: talk?.id ?? '' };
    await (await this.owner(key)).call(fairTalksApi.end, { params, body: {} });
  }

  async takeLead(key: string, n: number): Promise<void> {
    const product = demoBooths[key]?.products[0]?.name ?? '';
    await (
      await this.owner(key)
    ).call(fairLeadsApi.create, {
      params: this.boothOf(key),
      body: {
        code: this.guest(n).code,
        name: '',
        organisation: '',
        email: '',
        note: '',
        product,
        hasConsented: true,
      },
    });
  }

  async sit(n: number, session: number): Promise<void> {
    const { client, token } = this.guest(n);
    const sessionId = this.session(session);
    await client.call(fairSessionsApi.seat, { params: { token, sessionId }, body: { isComing: true } });
    await client.send('session:join', { sessionId });
  }

  async ask(n: number, session: number, q: number): Promise<void> {
    const { questionId } = await this.guest(n).client.send<{ questionId: string }>('question:ask', {
      ...{ sessionId: this.session(session), clientId: randomUUID() },
      text: daySessions[session]?.questions[q] ?? '',
    });
    this.questions.set(`${session} ${q}`, questionId);
  }

  async vote(n: number, session: number, q: number): Promise<void> {
    const questionId = this.questions.get(`${session} ${q}`);
    await this.guest(n).client.send('question:vote', { questionId, isFor: true });
  }

  async openPoll(session: number): Promise<void> {
    const { question = '', options = [] } = daySessions[session]?.poll ?? {};
    const body = { question, options: [...options] };
    const { id } = await (
      await this.organiser()
    ).call(fairSessionsApi.openPoll, { params: { sessionId: this.session(session) }, body });
    this.polls.set(session, id);
  }

  async choose(n: number, session: number, option: number): Promise<void> {
    await this.guest(n).client.send('poll:vote', { pollId: this.polls.get(session), option });
  }

  async endPoll(session: number): Promise<void> {
    const params = { sessionId: this.session(session), pollId: this.polls.get(session) ?? '' };
    await (await this.organiser()).call(fairSessionsApi.closePoll, { params });
  }

  async markAnswered(session: number, q: number): Promise<void> {
    const params = {
      sessionId: this.session(session),
      questionId: this.questions.get(`${session} ${q}`) ?? '',
    };
    await (await this.organiser()).call(fairSessionsApi.moderate, { params, body: { state: 'answered' } });
  }

  private async advance(to: 'running' | 'finished'): Promise<void> {
    const organiser = await this.organiser();
    const params = { id: this.things.fairId };
    const { version } = await organiser.call(fairsApi.get, { params });
    await organiser.call(fairsApi.advance, { params, version, body: { to } });
  }

  private organiser(): Promise<DemoClient> {
    return this.signedIn(this.demo.staff.secretary.userId);
  }

  private owner(key: string): Promise<DemoClient> {
    return this.signedIn(this.demo.owners.get(key)?.userId ?? '');
  }

  private signedIn(userId: string): Promise<DemoClient> {
    const known = this.people.get(userId) ?? signedIn(this.app, this.url, userId);
    this.people.set(userId, known);
    return known;
  }

  private guest(n: number): Guest {
    const guest = this.guests.get(n);
    if (!guest) throw new Error(`Visitor ${n} has not come.`);
    return guest;
  }

  private boothOf(key: string): { id: string; exhibitorId: string } {
    return { id: this.things.fairId, exhibitorId: this.things.exhibitors.get(key) ?? '' };
  }

  private session(n: number): string {
    return this.things.sessions[n] ?? '';
  }
}

const lineOf = (n: number) => talkLines[n % talkLines.length] ?? ['', '', ''];
