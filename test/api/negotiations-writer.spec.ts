import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Message } from '#contracts/negotiations.js';
import { MessageWriter, type NewMessage, type Posted } from '#negotiations/message-writer.js';
import { Database } from '#platform/database/index.js';
import { AppError } from '#platform/http/index.js';
import { Live } from '#platform/realtime/index.js';
import type { TestDatabase } from '#platform/testing/index.js';
import { contexts } from '../../apps/contexts.js';
import { testDatabase } from '../support/database.js';
import { consentedParties, type Parties } from '../support/negotiations.js';

/** One process: its own connections, and what its sockets would be told. */
interface Node {
  readonly database: Database;
  readonly writer: MessageWriter;
  readonly told: Message[];
}

let test: TestDatabase;
let nodes: Node[];
let parties: Parties;

beforeAll(async () => {
  test = await testDatabase();
  parties = await consentedParties(test.database);
  nodes = await Promise.all(
    [1, 2].map(async () => {
      const database = await Database.connect(test.url, contexts, 4);
      const told: Message[] = [];
      const emit = (_: string, message: unknown) => told.push(message as Message);
      const to = () => ({ emit, except: () => ({ emit: () => undefined }) });
      const all = () => ({ socketsLeave: () => {}, disconnectSockets: () => {} });
      const live = new Live({ to, in: all, of: () => ({ to, in: all }) });
      return { database, told, writer: new MessageWriter(database, live) };
    }),
  );
});
afterAll(async () => {
  await Promise.all(nodes.map((node) => node.database.close()));
  await test.drop();
});

/** A room of its own for each try: another introduction of the same parties. */
async function aRoom(): Promise<string> {
  const [row] = await test.database.query<{ id: string }>(
    `with another as (
       insert into introduction (subject_kind, subject_id, subject_title, owner_company_id, candidate_company_id,
         body_id, proposed_by, reason, expires_at)
       select 'patent', uuidv7(), subject_title, owner_company_id, candidate_company_id, body_id, proposed_by,
         reason, expires_at from introduction where id = $1 returning *
     )
     insert into room (introduction_id, subject_kind, subject_id, title, owner_company_id, candidate_company_id, body_id)
     select id, subject_kind, subject_id, subject_title, owner_company_id, candidate_company_id, body_id
     from another returning id`,
    [parties.introductionId],
  );
  const roomId = row?.id ?? '';
  await test.database.query(
    `insert into room_member (room_id, user_id, role, joined_seq)
     values ($1, $2, 'owner', 1), ($1, $3, 'candidate', 1), ($1, $4, 'coordinator', 1)`,
    [roomId, parties.owner.id, parties.candidate.id, parties.coordinator.id],
  );
  return roomId;
}

const stored = (roomId: string) =>
  test.database.query<{ seq: number; clientId: string; senderId: string; text: string; createdAt: Date }>(
    `select seq, client_id "clientId", sender_id "senderId", text, created_at "createdAt"
     from message where room_id = $1 order by seq`,
    [roomId],
  );
const message = (roomId: string, given: Partial<NewMessage> = {}): NewMessage => ({
  roomId,
  clientId: randomUUID(),
  senderId: parties.owner.id,
  text: 'x',
  ...given,
});
const node = (i: number): Node => nodes[i] as Node;

describe('messages from many sockets of many processes', () => {
  /** Who sends through which process into which room; `earlier` sends again what was sent so many sendings ago. */
  const sending = fc.record({
    process: fc.nat(1),
    room: fc.nat(2),
    person: fc.nat(2),
    earlier: fc.option(fc.integer({ min: 1, max: 10 }), { nil: null, freq: 3 }),
    pause: fc.boolean(),
  });

  it('are numbered from 1 without gaps, each once, in one order for everybody', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sending, { minLength: 20, maxLength: 120 }), async (sendings) => {
        const rooms = await Promise.all([aRoom(), aRoom(), aRoom()]);
        const people = [parties.owner.id, parties.candidate.id, parties.coordinator.id];
        for (const each of nodes) each.told.length = 0;
        const sent: NewMessage[] = [];
        const answers: Promise<Posted>[] = [];
        for (const [i, { process, room, person, earlier, pause }] of sendings.entries()) {
          const again = earlier === null ? undefined : sent[i - earlier];
          const fresh = message(rooms[room] ?? '', { senderId: people[person] ?? '', text: `Nr. ${i}` });
          sent.push(again ?? fresh);
          answers.push(node(process).writer.post(again ?? fresh));
          if (pause) await new Promise(setImmediate);
        }
        const acknowledged = await Promise.all(answers);
        for (const roomId of rooms) await isSound(roomId, sent, acknowledged);
      }),
      { numRuns: 25 },
    );
  });

  async function isSound(roomId: string, sent: NewMessage[], acknowledged: Posted[]): Promise<void> {
    const rows = await stored(roomId);
    const ids = new Set(sent.filter((m) => m.roomId === roomId).map((m) => m.clientId));
    expect(rows.map((row) => row.seq)).toEqual(rows.map((_, i) => i + 1));
    expect(new Set(rows.map((row) => row.clientId))).toEqual(ids);
    expect(rows).toHaveLength(ids.size);
    // Time never runs against the numbers.
    for (const [i, row] of rows.entries())
      expect(row.createdAt.getTime()).toBeGreaterThanOrEqual(rows[i - 1]?.createdAt.getTime() ?? 0);
    // Everybody is answered with the number and time that is stored.
    for (const [i, { clientId, roomId: to, text }] of sent.entries()) {
      const row = to === roomId && rows.find((r) => r.clientId === clientId);
      if (row)
        expect({ ...acknowledged[i], text }).toEqual({
          seq: row.seq,
          createdAt: row.createdAt,
          text: row.text,
        });
    }
    // Every message is told once, and each process tells its own in their order.
    const told = nodes.map((each) => each.told.filter((m) => m.roomId === roomId).map((m) => m.seq));
    for (const numbers of told) expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(told.flat().sort((a, b) => a - b)).toEqual(rows.map((row) => row.seq));
    // The events cover the numbers, each once.
    const events = await test.database.query<{ from: number; to: number }>(
      `select (data->>'fromSeq')::int "from", (data->>'toSeq')::int "to" from event
       where name = 'negotiation.messages-posted' and subject_id = $1 order by 1`,
      [roomId],
    );
    expect(
      events.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i)),
    ).toEqual(rows.map((row) => row.seq));
    const [room] = await test.database.query<{ lastSeq: number }>(
      'select last_seq "lastSeq" from room where id = $1',
      [roomId],
    );
    expect(room?.lastSeq).toBe(rows.length);
  }

  it('keep the order in which one process got them', async () => {
    const roomId = await aRoom();
    const texts = Array.from({ length: 1_200 }, (_, i) => String(i));
    const posted = await Promise.all(texts.map((text) => node(0).writer.post(message(roomId, { text }))));
    expect(posted.map((p) => p.seq)).toEqual(texts.map((_, i) => i + 1));
    expect((await stored(roomId)).map((row) => row.text)).toEqual(texts);
  });
});

describe('a batch', () => {
  const refusal = (promise: Promise<unknown>) =>
    promise.then(
      () => 'accepted',
      (error: unknown) => (error as AppError).code,
    );

  it('refuses whom it must, and takes the others', async () => {
    const [open, closed] = [await aRoom(), await aRoom()];
    await test.database.query(`update room set state = 'closed' where id = $1`, [closed]);
    await test.database.query('update room_member set left_at = now() where room_id = $1 and user_id = $2', [
      open,
      parties.candidate.id,
    ]);
    const shared = randomUUID();
    const { writer } = node(0);
    const results = await Promise.all(
      [
        writer.post(message(open, { clientId: shared })),
        writer.post(message(open, { senderId: parties.candidate.id, clientId: shared })),
        writer.post(message(open, { senderId: randomUUID() })),
        writer.post(message(closed)),
        writer.post(message(randomUUID())),
        writer.post(message(open)),
      ].map(refusal),
    );
    expect(results).toEqual([
      'accepted',
      'auth/forbidden',
      'auth/forbidden',
      'negotiation/room-closed',
      'auth/forbidden',
      'accepted',
    ]);
    expect((await stored(open)).map((row) => row.seq)).toEqual([1, 2]);
  });

  it('refuses who has left the organisation, before anybody has taken them out', async () => {
    const roomId = await aRoom();
    await test.database.query(`update app_user set role = 'newcomer', company_id = null where id = $1`, [
      parties.candidate.id,
    ]);
    const post = node(0).writer.post(message(roomId, { senderId: parties.candidate.id }));
    expect(await refusal(post)).toBe('auth/forbidden');
    await test.database.query(`update app_user set role = 'company-owner', company_id = $2 where id = $1`, [
      parties.candidate.id,
      parties.candidateCompany.id,
    ]);
  });

  it('refuses a member who was taken out while it waited for the room', async () => {
    const roomId = await aRoom();
    let post: Promise<unknown> = Promise.resolve();
    await test.database.transaction(async () => {
      await test.database.query('select 1 from room where id = $1 for update', [roomId]);
      post = refusal(node(0).writer.post(message(roomId)));
      await waitsForLock();
      await test.database.query(
        'update room_member set left_at = now() where room_id = $1 and user_id = $2',
        [roomId, parties.owner.id],
      );
      await test.database.query(
        `with moved as (update room set last_seq = last_seq + 1 where id = $1 returning last_seq)
         insert into message (room_id, seq, client_id, kind) select $1, last_seq, $2, 'system' from moved`,
        [roomId, randomUUID()],
      );
    });
    expect(await post).toBe('auth/forbidden');
  });

  it('tells nobody, and acknowledges nothing, when its commit fails', async () => {
    const roomId = await aRoom();
    node(0).told.length = 0;
    await test.database.query(`
      create function refuse_commit() returns trigger language plpgsql as
        $$ begin raise exception 'the disk is full'; end $$;
      create constraint trigger refuse_commit after insert on message deferrable initially deferred
        for each row when (new.text = 'lost') execute function refuse_commit();
    `);
    const lost = message(roomId, { text: 'lost' });
    const results = await Promise.allSettled([
      node(0).writer.post(message(roomId)),
      node(0).writer.post(lost),
    ]);
    expect(results.map((r) => r.status)).toEqual(['rejected', 'rejected']);
    expect([node(0).told, await stored(roomId)]).toEqual([[], []]);
    await test.database.query('drop trigger refuse_commit on message');
    // Sent again, it is stored.
    expect(await node(0).writer.post(lost)).toMatchObject({ seq: 1 });
  });

  it("is none of its sender's transaction", async () => {
    const roomId = await aRoom();
    const { database, writer } = node(0);
    const rolledBack = database.transaction(async () => {
      await database.query('select 1');
      await writer.post(message(roomId));
      throw new Error('undone');
    });
    await expect(rolledBack).rejects.toThrow('undone');
    expect(await stored(roomId)).toHaveLength(1);
  });

  /** Waits until some statement waits for another's lock. */
  async function waitsForLock(): Promise<void> {
    for (;;) {
      const waiting = await nodes[1]?.database.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      if (waiting && waiting.length > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
});
