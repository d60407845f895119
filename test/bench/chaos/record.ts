import type { Message } from '#contracts/message.js';
import type { Database } from '#platform/database/index.js';
import type { Device } from './device.js';

interface Row {
  readonly roomId: string;
  readonly seq: number;
  readonly clientId: string;
  readonly senderId: string;
  readonly text: string;
}

/** What went wrong; all of it must be 0. */
export interface Findings {
  /** Acknowledged and not stored under that number. */
  lost: number;
  /** Stored twice, or acknowledged under two numbers. */
  doubled: number;
  /** Stored in another order than written, or shown in another order than stored. */
  misordered: number;
  /** Numbers that are missing: in a room's record, or in what a tab shows. */
  gaps: number;
  /** Shown as stored and not so, or shown and not there. */
  falselyShown: number;
  /** Written and never stored, or refused. */
  unsent: number;
}

/** What the clients were told, to be held against what the database holds in the end. */
export class Record {
  readonly count = { sent: 0, dropped: 0, duplicated: 0, connections: 0, reloads: 0, caughtUp: 0 };
  private readonly numbers = new Map<string, { roomId: string; seq: number }>();
  private readonly byNumber = new Map<string, Map<number, Message>>();
  private contradictions = 0;
  private differences = 0;
  private refusals = 0;

  get acknowledgedSoFar(): number {
    return this.numbers.size;
  }

  acknowledged(roomId: string, clientId: string, seq: number): void {
    const known = this.numbers.get(clientId);
    if (!known) this.numbers.set(clientId, { roomId, seq });
    else if (known.seq !== seq || known.roomId !== roomId) this.contradictions++;
  }

  /** A tab shows a text as stored: only what was acknowledged may be shown so. */
  shownAsStored(roomId: string, clientId: string, seq: number): void {
    const known = this.numbers.get(clientId);
    if (known?.seq !== seq || known.roomId !== roomId) this.differences++;
  }

  refused(_problem: string): void {
    this.refusals++;
  }

  /** The same object for all who heard the same; who heard something else under a number is counted. */
  heard(message: Message): Message {
    const room = this.byNumber.get(message.roomId) ?? new Map<number, Message>();
    this.byNumber.set(message.roomId, room);
    const known = room.get(message.seq);
    if (!known) {
      room.set(message.seq, message);
      return message;
    }
    const isSame =
      known.clientId === message.clientId &&
      known.text === message.text &&
      known.createdAt === message.createdAt;
    if (!isSame) this.differences++;
    return isSame ? known : message;
  }

  async verify(database: Database, devices: readonly Device[]): Promise<Findings> {
    const rooms = await storedRooms(database, [...new Set(devices.map(({ place }) => place.roomId))]);
    const rows = [...rooms.values()].flatMap((room) => room.rows);
    const byClient = new Map(rows.map((row) => [row.clientId, row]));
    const findings = {
      lost: this.countLost(byClient),
      doubled: rows.length - new Set(rows.map(({ text }) => text)).size + this.contradictions,
      misordered: misorderedBySender(rows),
      gaps: 0,
      falselyShown: this.differences,
      unsent: this.refusals,
    };
    for (const { lastSeq, rows: stored } of rooms.values())
      findings.gaps += gapsIn(
        stored.map((r) => r.seq),
        1,
        lastSeq,
      );
    for (const device of devices) {
      const room = rooms.get(device.place.roomId);
      findings.unsent += (await device.outbox.texts(device.place.userId)).length;
      for (const tab of device.tabs) compare(tab, room?.rows ?? [], room?.lastSeq ?? 0, findings);
    }
    return findings;
  }

  private countLost(byClient: ReadonlyMap<string, Row>): number {
    let lost = 0;
    for (const [clientId, { roomId, seq }] of this.numbers) {
      const row = byClient.get(clientId);
      if (row?.seq !== seq || row.roomId !== roomId) lost++;
    }
    return lost;
  }
}

async function storedRooms(
  database: Database,
  ids: string[],
): Promise<Map<string, { lastSeq: number; rows: Row[] }>> {
  const rooms = await database.query<{ id: string; lastSeq: number }>(
    'select id, last_seq "lastSeq" from room where id = any($1)',
    [ids],
  );
  const stored = new Map(rooms.map(({ id, lastSeq }) => [id, { lastSeq, rows: [] as Row[] }]));
  const rows = await database.query<Row>(
    `select room_id "roomId", seq, client_id "clientId", sender_id "senderId", text from message
     where room_id = any($1) order by room_id, seq`,
    [ids],
  );
  for (const row of rows) stored.get(row.roomId)?.rows.push(row);
  return stored;
}

const gapsIn = (ascending: readonly number[], first: number, last: number): number =>
  Math.max(0, last - first + 1 - new Set(ascending.filter((seq) => seq >= first && seq <= last)).size);

/** Each person's texts say in which order they were written. */
function misorderedBySender(rows: readonly Row[]): number {
  const last = new Map<string, number>();
  let misordered = 0;
  for (const { senderId, text } of rows) {
    const n = Number(/(\d+)$/.exec(text)?.[1] ?? 0);
    if (n < (last.get(senderId) ?? 0)) misordered++;
    last.set(senderId, n);
  }
  return misordered;
}

/** What a tab shows against what is stored, from the first message that it shows. */
function compare(
  { messages, outgoing }: { messages: readonly Message[]; outgoing: readonly { seq: number | null }[] },
  stored: readonly Row[],
  lastSeq: number,
  findings: Findings,
): void {
  const first = messages[0]?.seq ?? 1;
  findings.gaps += gapsIn(
    messages.map(({ seq }) => seq),
    first,
    lastSeq,
  );
  messages.forEach((message, i) => {
    if (i > 0 && message.seq <= (messages[i - 1]?.seq ?? 0)) findings.misordered++;
    const row = stored[message.seq - 1];
    if (row?.clientId !== message.clientId || row.text !== message.text) findings.falselyShown++;
  });
  findings.unsent += outgoing.length;
}
