import { AsyncResource } from 'node:async_hooks';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { ErrorCode } from '#contracts/errors.js';
import type { Message, MessageNote, RoomRole } from '#contracts/message.js';
import { Database } from '#platform/database/index.js';
import { AppError } from '#platform/http/index.js';
import { Live } from '#platform/realtime/index.js';
import { tellMessage } from './attendance/tell-message.js';
import { messagesPosted } from './negotiations.events.js';
import { ORGANISATION, ORGANISATION_JOINS, SEATED } from './seated.js';

export interface NewMessage extends Readonly<MessageNote> {
  readonly roomId: string;
  readonly clientId: string;
  readonly senderId: string;
  readonly text: string;
}

/** The place a message has in its room's record. */
export interface Posted {
  readonly seq: number;
  readonly createdAt: Date;
}

interface Waiting {
  readonly message: NewMessage;
  readonly resolve: (posted: Posted) => void;
  readonly reject: (error: unknown) => void;
}

type Verdict = 'new' | 'known' | 'again' | keyof typeof refusals;

/** What a sender is told whose text is not stored. */
const refusals = {
  closed: 'negotiation/room-closed',
  paused: 'negotiation/room-paused',
  silent: 'negotiation/silent',
  'parties-only': 'negotiation/parties-only',
  'not-a-member': 'auth/forbidden',
  'wrong-note': 'request/invalid',
} as const satisfies Record<string, ErrorCode>;

/** What became of one message of a batch. */
interface Outcome extends Posted {
  readonly verdict: Verdict;
  /** Whether it is the one that was written: of two alike in one batch only the first is. */
  readonly written: boolean;
  readonly role: RoomRole;
  readonly name: string;
  readonly organisation: string;
}

const MAX_BATCH = 500;
const MAX_WAITING = 20_000;

/** Whether a note of `s`, by the member `m`, names only what there is. */
const NOTE_FITS = `
  coalesce((s.note->>'replyTo')::bigint between m.joined_seq and l.last_seq, true)
  and not exists (
    select from jsonb_array_elements_text(s.note->'mentions') named where not exists (
      select from room_member other where other.room_id = s.room_id and other.user_id = named::uuid))`;

/**
 * Writes a batch for any number of rooms. The rooms are locked in the order of their ids; what the statement sees of
 * members and earlier messages is as old as its start, so that a room that somebody else changed before its lock was
 * had is left out (`again`) and tried anew. A note may name only entries that its sender may see and people of the room.
 * `$6`: the event's name. It does not wake the relay: NOTIFY makes commits
 * wait for each other, and what follows from a message (a mail, a badge) may take the two seconds of the relay's poll.
 */
const WRITE = `
with sent as materialized (
  select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::jsonb[]) with ordinality
    as s(room_id, client_id, sender_id, text, note, ord)
), locked as materialized (
  select id, state, paused_at, last_seq from room where id = any($1) order by id for update
), moment as materialized (
  select date_trunc('milliseconds', clock_timestamp()) as at from (select count(*) from locked) as all_locked
), judged as materialized (
  select s.*, l.last_seq, m.role, u.name, ${ORGANISATION} as organisation,
    known.seq as known_seq, known.created_at as known_at,
    case when l.last_seq <> r.last_seq then 'again'
         when u.id is null then 'not-a-member'
         when known.seq is not null then 'known'
         when l.state = 'closed' then 'closed'
         when l.paused_at is not null then 'paused'
         when m.role = 'coordinator' and not m.speaks then 'silent'
         when m.role not in ('owner', 'candidate') and s.note ? 'between' then 'parties-only'
         when s.note <> '{}' and not (${NOTE_FITS}) then 'wrong-note'
         else 'new' end as verdict
  from sent s
  left join locked l on l.id = s.room_id
  left join room r on r.id = s.room_id
  left join room_member m on m.room_id = s.room_id and m.user_id = s.sender_id
  left join app_user u on u.id = m.user_id and ${SEATED}
  ${ORGANISATION_JOINS}
  left join message known on known.room_id = s.room_id and known.client_id = s.client_id
), first as (
  select distinct on (room_id, client_id) * from judged where verdict = 'new'
  order by room_id, client_id, ord
), numbered as materialized (
  select ord, room_id, client_id, sender_id, text, note,
    last_seq + row_number() over (partition by room_id order by ord) as seq
  from first
), posted as (
  insert into message (room_id, seq, client_id, kind, sender_id, text, data, created_at)
  select room_id, seq, client_id, 'text', sender_id, text, note, at from numbered, moment
), counted as materialized (
  select room_id, min(seq) as from_seq, max(seq) as to_seq from numbered group by room_id
), moved as (
  update room set last_seq = to_seq, last_at = at from counted, moment where room.id = counted.room_id
), recorded as (
  insert into event (name, subject_id, data)
  select $6, room_id, jsonb_build_object('roomId', room_id, 'fromSeq', from_seq, 'toSeq', to_seq) from counted
)
select j.verdict, coalesce(j.known_seq, n.seq) as seq, coalesce(j.known_at, moment.at) as "createdAt",
  coalesce(n.ord = j.ord, false) as written, j.role, j.name, j.organisation
from moment, judged j left join numbered n using (room_id, client_id)
order by j.ord`;

/**
 * Where all messages of this process's sockets and requests come together: one statement at a time for all that have
 * gathered meanwhile. A sender is answered, and the room told, only after the commit.
 */
@Injectable()
export class MessageWriter implements OnApplicationShutdown {
  private waiting: Waiting[] = [];
  private running: Promise<void> | null = null;
  /** A batch belongs to no caller: begun inside a caller's transaction it would become part of that. */
  private readonly outside = new AsyncResource('MessageWriter');

  constructor(
    private readonly database: Database,
    private readonly live: Live,
  ) {}

  /**
   * Stores a text and answers with its number; the same `clientId` again answers with the number it already has.
   * Errors: `auth/forbidden` for who is no member, `negotiation/room-closed`, `negotiation/room-paused`,
   * `negotiation/silent`, `negotiation/parties-only`, `request/invalid` for a note that names what there is not,
   * `server/unavailable`.
   */
  post(message: NewMessage): Promise<Posted> {
    if (this.waiting.length >= MAX_WAITING) return Promise.reject(new AppError('server/unavailable'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ message: { ...message, text: storable(message.text) }, resolve, reject });
      this.running ??= this.outside.runInAsyncScope(() => this.drain());
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.running;
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) {
      // What arrives in the same turn of the event loop goes along.
      await new Promise(setImmediate);
      const batch = this.waiting.splice(0, MAX_BATCH);
      try {
        this.answer(batch, await this.write(batch.map((w) => w.message)));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.running = null;
  }

  private write(messages: readonly NewMessage[]): Promise<Outcome[]> {
    return this.database.prepared<Outcome>('write-messages', WRITE, [
      messages.map((m) => m.roomId),
      messages.map((m) => m.clientId),
      messages.map((m) => m.senderId),
      messages.map((m) => m.text),
      messages.map((m) => JSON.stringify(storedNote(m))),
      messagesPosted.name,
    ]);
  }

  private answer(batch: readonly Waiting[], outcomes: readonly Outcome[]): void {
    const again: Waiting[] = [];
    batch.forEach((waiting, i) => {
      const outcome = outcomes[i] as Outcome;
      if (outcome.verdict === 'again') again.push(waiting);
      else if (outcome.verdict !== 'new' && outcome.verdict !== 'known')
        waiting.reject(new AppError(refusals[outcome.verdict]));
      else waiting.resolve({ seq: outcome.seq, createdAt: outcome.createdAt });
      if (outcome.written) tellMessage(this.live, toDto(waiting.message, outcome));
    });
    this.waiting.unshift(...again);
  }
}

/** Text as PostgreSQL can hold it: one message that it cannot would fail the batch of everybody. */
export const storable = (text: string): string => text.replaceAll('\0', '\uFFFD').toWellFormed();

/** The note as it is stored: what is not said is left out. */
export const storedNote = ({ replyTo, mentions = [], language, between }: MessageNote): MessageNote => ({
  ...(replyTo !== undefined && { replyTo }),
  ...(mentions.length > 0 && { mentions: [...new Set(mentions)] }),
  ...(language && { language }),
  ...(between && { between }),
});

const toDto = (message: NewMessage, outcome: Outcome): Message => ({
  roomId: message.roomId,
  seq: outcome.seq,
  clientId: message.clientId,
  kind: 'text',
  sender: {
    id: message.senderId,
    name: outcome.name,
    organisation: outcome.organisation,
    role: outcome.role,
  },
  text: message.text,
  file: null,
  revises: null,
  data: { ...storedNote(message) },
  createdAt: outcome.createdAt.toISOString(),
});
