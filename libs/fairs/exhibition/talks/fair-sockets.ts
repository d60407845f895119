import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { errorMessage } from '#contracts/errors.js';
import { FAIR_NAMESPACE, fairClientEvents, type FairClientEvent } from '#contracts/fair-live.js';
import type { Acknowledgement } from '#contracts/live.js';
import { SESSION_COOKIE, Sessions } from '#platform/auth/index.js';
import { AppError } from '#platform/http/index.js';
import { LOG } from '#platform/logging/index.js';
import { loginRoom, LiveServer, userRoom } from '#platform/realtime/index.js';
import type { TicketHolder } from '../visitors/visitors.reader.js';
import type { FairPerson, FairSocket } from './fair-socket.js';
import { SessionVotes, type Voted } from '../sessions/session-votes.js';
import { SessionsReader } from '../sessions/sessions.reader.js';
import { Presence } from './presence.js';
import { Watchers } from '../watch/watchers.js';
import { boothRoom, sessionRoom, talkRoom } from './rooms.js';
import { TalksService } from './talks.service.js';
import { TalkWriter } from './talk-writer.js';

/** Votes are told so long (ms) after the first. */
const VOTES_DELAY = 1_000;

/** What browsers do at a fair over their socket: a namespace of its own, also for visitors without an account. */
@Injectable()
export class FairSockets implements OnModuleInit {
  private readonly toTell = new Set<string>();

  constructor(
    private readonly server: LiveServer,
    private readonly sessions: Sessions,
    private readonly presence: Presence,
    private readonly service: TalksService,
    private readonly writer: TalkWriter,
    private readonly sessionsReader: SessionsReader,
    private readonly votes: SessionVotes,
    private readonly watchers: Watchers,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  onModuleInit(): void {
    const fair = this.server.io.of(FAIR_NAMESPACE);
    fair.use((socket, next) => {
      void this.welcome(socket.handshake).then(
        (person) => {
          (socket.data as { person?: FairPerson | null }).person = person;
          next(person ? undefined : new Error('auth/not-signed-in'));
        },
        () => next(new Error('server/failed')),
      );
    });
    fair.on('connection', (socket) => {
      const { person } = socket.data as { person: FairPerson };
      const { actor } = person;
      // By these rooms it is ended when the account is suspended or its session is over.
      if (actor) void socket.join([userRoom(actor.userId), loginRoom(actor.sessionId)]);
      const own: FairSocket = {
        person,
        isIn: (room) => socket.rooms.has(room),
        join: async (room) => void (await socket.join(room)),
        leave: async (room) => void (await socket.leave(room)),
        tell: (room, event, data) => void fair.to(room).emit(event, data),
      };
      for (const event of Object.keys(fairClientEvents) as FairClientEvent[])
        socket.on(event, (data: unknown, answer?: unknown) => {
          void this.receive(event, own, data).then((acknowledgement) => {
            if (typeof answer === 'function')
              (answer as (a: Acknowledgement<object>) => void)(acknowledgement);
          });
        });
    });
  }

  /**
   * A ticket first: at a fair even a person with an account is a visitor where they show one, with nothing of the
   * account's rights, so that such a socket goes on when the session ends.
   */
  private async welcome({
    auth,
    headers,
  }: {
    auth: Record<string, unknown>;
    headers: { cookie?: string | undefined };
  }): Promise<FairPerson | null> {
    const { ticket } = auth;
    const holder = typeof ticket === 'string' ? await this.holderOf(ticket) : null;
    if (holder) return { actor: null, holder };
    const token = sessionToken(headers.cookie);
    const actor = token ? await this.sessions.findActor(token) : null;
    return actor && { actor, holder: null };
  }

  private async holderOf(ticket: string): Promise<TicketHolder | null> {
    try {
      return await this.presence.holder(ticket);
    } catch (error) {
      if (error instanceof AppError) return null;
      throw error;
    }
  }

  private async receive(
    event: FairClientEvent,
    socket: FairSocket,
    data: unknown,
  ): Promise<Acknowledgement<object>> {
    try {
      const parsed = fairClientEvents[event].safeParse(data);
      if (!parsed.success) throw new AppError('request/invalid');
      const answer = await this.handle(event, socket, parsed.data);
      return { ...answer, ok: true };
    } catch (error) {
      if (!(error instanceof AppError))
        this.log.error({ err: error, event }, 'A socket event of a fair failed.');
      const code = error instanceof AppError ? error.code : 'server/failed';
      return { ok: false, code, message: errorMessage(code, socket.person.actor?.language ?? 'ja') };
    }
  }

  private async handle(event: FairClientEvent, socket: FairSocket, data: object): Promise<object | void> {
    switch (event) {
      case 'booth:enter':
        return this.enterBooth(socket, fairClientEvents[event].parse(data));
      case 'booth:leave':
        return socket.leave(boothRoom(fairClientEvents[event].parse(data).exhibitorId));
      case 'talk:join':
        return this.joinTalk(socket, fairClientEvents[event].parse(data));
      case 'talk:say':
        return this.say(socket, fairClientEvents[event].parse(data));
      case 'watch:join':
        return this.watchers.join(socket, fairClientEvents[event].parse(data).fairId);
      case 'watch:leave':
        return this.watchers.leave(socket, fairClientEvents[event].parse(data).fairId);
      default:
        return this.inSession(event, socket, data);
    }
  }

  private async inSession(
    event: Extract<FairClientEvent, `session:${string}` | `question:${string}` | `poll:${string}`>,
    socket: FairSocket,
    data: object,
  ): Promise<object | void> {
    switch (event) {
      case 'session:join': {
        const { sessionId } = fairClientEvents[event].parse(data);
        await this.sessionsReader.demandReadable(socket.person.actor, sessionId);
        return socket.join(sessionRoom(sessionId));
      }
      case 'session:leave':
        return socket.leave(sessionRoom(fairClientEvents[event].parse(data).sessionId));
      case 'question:ask': {
        const told = await this.votes.ask(holderOf(socket), fairClientEvents[event].parse(data));
        socket.tell(sessionRoom(told.sessionId), 'question:changed', told);
        return { questionId: told.question.id };
      }
      case 'question:vote':
        return this.voted(
          socket,
          await this.votes.vote(holderOf(socket), fairClientEvents[event].parse(data)),
        );
      case 'poll:vote':
        return this.voted(
          socket,
          await this.votes.choose(holderOf(socket), fairClientEvents[event].parse(data)),
        );
    }
  }

  /** Votes come in hundreds at once: each question or poll is counted and told once a second, as it stands then. */
  private voted(socket: FairSocket, about: Voted): void {
    if (this.toTell.has(about.id)) return;
    this.toTell.add(about.id);
    setTimeout(() => {
      this.toTell.delete(about.id);
      this.tellVotes(socket, about).catch((err: unknown) =>
        this.log.error({ err, ...about }, 'The votes of a session could not be counted.'),
      );
    }, VOTES_DELAY).unref();
  }

  private async tellVotes(socket: FairSocket, { kind, id, sessionId }: Voted): Promise<void> {
    if (kind === 'question') {
      const question = await this.sessionsReader.question(id);
      socket.tell(sessionRoom(sessionId), 'question:changed', { sessionId, question });
    } else {
      const poll = await this.sessionsReader.poll(id);
      socket.tell(sessionRoom(sessionId), 'poll:changed', { sessionId, poll });
    }
  }

  private async enterBooth(socket: FairSocket, { exhibitorId }: { exhibitorId: string }): Promise<object> {
    const state = await this.presence.enter(exhibitorId, socket.person.holder?.id ?? null);
    if (!state) throw new AppError('request/not-found');
    await socket.join(boothRoom(exhibitorId));
    return { state };
  }

  private async joinTalk(
    socket: FairSocket,
    { talkId }: { talkId: string },
  ): Promise<{ side: 'visitor' | 'booth' }> {
    const side = await this.sideOf(socket.person, talkId);
    await socket.join(talkRoom(talkId));
    return { side };
  }

  private async sideOf({ actor, holder }: FairPerson, talkId: string): Promise<'visitor' | 'booth'> {
    const talk = await this.presence.talk(talkId);
    if (!talk || (holder && talk.visitorId !== holder.id)) throw new AppError('request/not-found');
    if (holder) return 'visitor';
    await this.service.ofBooth(actor, talk.fairId, talk.exhibitorId, talkId);
    return 'booth';
  }

  /** Acknowledged once it is stored; told to all in the talk, the sender's other windows too. */
  private async say(
    socket: FairSocket,
    { talkId, clientId, text }: { talkId: string; clientId: string; text: string },
  ): Promise<{ seq: number; at: string }> {
    if (!socket.isIn(talkRoom(talkId))) throw new AppError('auth/forbidden');
    const { holder, actor } = socket.person;
    const { isNew, ...line } = await this.writer.say({
      ...{ talkId, clientId, text },
      ...(holder ? { name: holder.name, side: 'visitor' } : { name: actor.name, side: 'booth' }),
    });
    if (isNew) socket.tell(talkRoom(talkId), 'talk:said', line);
    return { seq: line.seq, at: line.at };
  }
}

/** Who votes or asks has a ticket whose address is confirmed. */
function holderOf({ person: { holder } }: FairSocket): TicketHolder {
  if (!holder?.isConfirmed) throw new AppError('fair/not-confirmed');
  return holder;
}

function sessionToken(cookies: string | undefined): string | null {
  const pair = cookies?.split(';').find((part) => part.trim().startsWith(`${SESSION_COOKIE}=`));
  try {
    return pair ? decodeURIComponent(pair.trim().slice(SESSION_COOKIE.length + 1)) : null;
  } catch {
    return null;
  }
}
