import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { MessageNote } from '#contracts/message.js';
import type { ClientEvent, ClientEventData, ServerEvent, ServerEventData } from '#contracts/live.js';
import { orderContent } from '#contracts/orders.js';
import type { SubjectKind } from '#contracts/parties.js';
import { patentContent } from '#contracts/patents.js';
import type { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { introductionConsented } from '#introductions/index.js';
import type { TestApp } from './app.js';
import { aCompany, type TestCompany } from './companies.js';
import { aBody, aPerson, type TestPerson } from './people.js';

export interface Talks {
  readonly introductionId: string;
  readonly roomId: string;
  /** The order's or patent's id. */
  readonly subjectId: string;
  readonly ownerCompany: TestCompany;
  readonly candidateCompany: TestCompany;
  readonly bodyId: string;
  /** Owner of the company that orders. */
  readonly owner: TestPerson;
  /** Owner of the company that supplies. */
  readonly candidate: TestPerson;
  readonly coordinator: TestPerson;
}

export type Parties = Omit<Talks, 'roomId'>;

async function aSubject(database: Database, kind: SubjectKind, companyId: string): Promise<string> {
  const title = '軸受けの試作';
  const [row] =
    kind === 'order'
      ? await database.query<{ id: string }>(
          `insert into purchase_order (company_id, state, content, title, visibility, search_text, published_at)
           values ($1, 'published', $2, $3, 'open', '', now()) returning id`,
          [companyId, JSON.stringify(orderContent.parse({ title, visibility: 'open' })), title],
        )
      : await database.query<{ id: string }>(
          `insert into open_patent (company_id, state, content, title, licence, visibility, search_text, published_at)
           values ($1, 'published', $2, $3, 'offered', 'open', '', now()) returning id`,
          [companyId, JSON.stringify(patentContent.parse({ title })), title],
        );
  return row?.id ?? '';
}

/** An introduction that both sides have consented to, with an owner per company and a coordinator. */
export async function consentedParties(database: Database, kind: SubjectKind = 'order'): Promise<Parties> {
  const bodyId = await aBody(database);
  const ownerCompany = await aCompany(database, { name: '架空重機', isOrderer: true, bodyId });
  const candidateCompany = await aCompany(database, { name: '架空製作所', bodyId });
  const person = (name: string, companyId: string) =>
    aPerson(database, { role: 'company-owner', companyId, name });
  const owner = await person('発注 花子', ownerCompany.id);
  const candidate = await person('受注 太郎', candidateCompany.id);
  const coordinator = await aPerson(database, { role: 'coordinator', bodyId, name: '仲立 次郎' });
  const subjectId = await aSubject(database, kind, ownerCompany.id);
  const [row] = await database.query<{ id: string }>(
    `insert into introduction (subject_kind, subject_id, subject_title, order_revision, owner_company_id,
       candidate_company_id, body_id, coordinator_id, proposed_by, reason, state, owner_consent, owner_answered_by,
       candidate_consent, candidate_answered_by, expires_at)
     values ($1, $2, '軸受けの試作', 1, $3, $4, $5, $6, $6, '加工範囲が合うため', 'consented', 'consented', $7,
       'consented', $8, now() + interval '30 days') returning id`,
    [kind, subjectId, ownerCompany.id, candidateCompany.id, bodyId, coordinator.id, owner.id, candidate.id],
  );
  const introductionId = row?.id ?? '';
  return { introductionId, subjectId, ownerCompany, candidateCompany, bodyId, owner, candidate, coordinator };
}

/** A room that has just opened after both consents. */
export async function openTalks(app: TestApp, kind: SubjectKind = 'order'): Promise<Talks> {
  const { database } = app.resources;
  const parties = await consentedParties(database, kind);
  const { introductionId } = parties;
  await app.app
    .get(Events, { strict: false })
    .record(introductionConsented, { introductionId }, { subjectId: introductionId, actor: null });
  await app.settle();
  const [room] = await database.query<{ id: string }>('select id from room where introduction_id = $1', [
    introductionId,
  ]);
  if (!room) throw new Error('No room has opened.');
  return { ...parties, roomId: room.id };
}

export interface Heard<E extends ServerEvent = ServerEvent> {
  readonly event: E;
  readonly data: ServerEventData<E>;
}

/** The loose form of every acknowledgement. */
export interface Acknowledged {
  readonly ok: boolean;
  readonly code?: string;
  readonly seq?: number;
  readonly createdAt?: string;
  readonly lastSeq?: number;
  /** Of a seat in a call. */
  readonly peerId?: string;
}

/** One browser tab. */
export class Tab {
  readonly heard: Heard[] = [];

  constructor(readonly socket: Socket) {
    socket.onAny((event: ServerEvent, data: Heard['data']) => void this.heard.push({ event, data }));
  }

  send<E extends ClientEvent>(event: E, data: ClientEventData<E>): Promise<Acknowledged> {
    return this.socket.timeout(60_000).emitWithAck(event, data) as Promise<Acknowledged>;
  }

  say(
    roomId: string,
    text: string,
    clientId: string = randomUUID(),
    note: MessageNote = {},
  ): Promise<Acknowledged> {
    return this.send('message:send', { roomId, clientId, text, ...note });
  }

  all<E extends ServerEvent>(event: E): ServerEventData<E>[] {
    return this.heard.filter((h) => h.event === event).map((h) => h.data as ServerEventData<E>);
  }

  /** Waits until the server has told something like it. */
  async until<E extends ServerEvent>(
    event: E,
    matches: (data: ServerEventData<E>) => boolean = () => true,
  ): Promise<ServerEventData<E>> {
    const deadline = Date.now() + 60_000;
    for (;;) {
      const found = this.all(event).find(matches);
      if (found) return found;
      if (Date.now() > deadline)
        throw new Error(`${event} was not told. Heard: ${JSON.stringify(this.heard)}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** All that the server had sent before has arrived. */
  async caughtUp(): Promise<void> {
    await this.send('room:leave', { roomId: randomUUID() });
  }

  close(): void {
    this.socket.disconnect();
  }
}

/** Opens a tab as a browser does; rejects with the server's reason where it refuses. */
export function openTab(
  url: string,
  cookie: string | null,
  headers: Record<string, string> = {},
): Promise<Tab> {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { ...(cookie && { cookie }), ...headers },
  });
  const tab = new Tab(socket);
  return new Promise((resolve, reject) => {
    socket.on('connect', () => resolve(tab));
    socket.on('connect_error', (error) => {
      socket.disconnect();
      reject(error);
    });
  });
}

/** A tab that is in a room. */
export async function enterRoom(url: string, person: TestPerson, roomId: string): Promise<Tab> {
  const tab = await openTab(url, person.cookie);
  const answer = await tab.send('room:join', { roomId });
  if (!answer.ok) throw new Error(`${person.name} may not enter: ${answer.code}`);
  return tab;
}
