import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { TestDatabase } from '#platform/testing/index.js';
import { manyRooms, type Seated } from '../support/many-rooms.js';
import { freePort, startProcess } from '../support/processes.js';
import { BenchProblem } from './awards.js';
import { benchPostgres } from './bench-postgres.js';
import { percentile } from './metrics.js';
import type { LoadOrder, LoadResult, LoadTarget } from './rooms/load.js';
import { cpuSeconds, cpuSecondsOfTree, memoryMb, parentOf } from './rooms/usage.js';

export const usage = `rooms [--connections N] [--rooms M] [--rate R] [--seconds S] [--only NAMES]
  Messages in negotiation rooms: the product's realtime process, beside Socket.IO without persistence (echo), a bare
  ws server with the same batched durable write (floor) and a Nest gateway with one repository.save a message (usual),
  all on one durable PostgreSQL, measured in turns of a few seconds.
  --connections N  1000    --rooms M  300    --rate R  500 messages/s for the latencies
  --seconds S      24, so long for each server and kind of load
  --only NAMES     some of product,floor,usual,echo`;

const kinds = ['product', 'floor', 'usual', 'echo'] as const;
type Kind = (typeof kinds)[number];

/** So long (s) is one turn of one server. */
const TURN = 4;
const WARM_UP = 1;

interface Load {
  readonly messagesPerSecond: number;
  readonly receivedPerSecond: number;
  readonly refused: number;
  readonly acknowledgedP50Ms: number;
  readonly acknowledgedP99Ms: number;
  readonly receivedP50Ms: number;
  readonly receivedP99Ms: number;
  /** Of the server's process, in one second, for 1,000 connections. */
  readonly cpuSecondsPer1000: number;
  readonly cpuMicrosecondsPerMessage: number;
  readonly databaseCpuMicrosecondsPerMessage: number;
}
interface Measured {
  /** Everybody sends again as soon as they are answered. */
  readonly sustained: Load;
  readonly atRate: Load;
  /** Of the server's process, at the end; and by how much it has grown since nobody was connected. */
  readonly memoryMb: number;
  readonly memoryMbPer1000: number;
}

export async function run(args: string[]): Promise<void> {
  const options = optionsOf(args);
  const bench = await Bench.start(options);
  try {
    const results = await bench.measure();
    print(results);
    console.log(JSON.stringify({ bench: 'rooms', ...options, ...results, ...ratios(results) }, rounded));
  } finally {
    await bench.stop();
  }
}

interface Options {
  readonly connections: number;
  readonly rooms: number;
  readonly rate: number;
  readonly seconds: number;
  readonly only: Kind[];
}

function optionsOf(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      connections: { type: 'string', default: '1000' },
      rooms: { type: 'string', default: '300' },
      rate: { type: 'string', default: '500' },
      seconds: { type: 'string', default: '24' },
      only: { type: 'string', default: kinds.join(',') },
    },
  });
  const whole = (name: 'connections' | 'rooms' | 'rate' | 'seconds') => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 1)
      throw new BenchProblem(`--${name} is a whole number.\n${usage}`);
    return value;
  };
  const only = values.only.split(',');
  if (only.some((name) => !kinds.includes(name as Kind))) throw new BenchProblem(usage);
  const options = { connections: whole('connections'), rooms: whole('rooms'), rate: whole('rate') };
  if (options.rooms > options.connections) throw new BenchProblem('Each room needs a connection.');
  return { ...options, seconds: whole('seconds'), only: only as Kind[] };
}

class Bench {
  private readonly servers = new Map<Kind, { pid: number; before: number }>();
  private readonly stops: (() => Promise<unknown> | void)[] = [];

  private constructor(
    private readonly options: Options,
    private readonly test: TestDatabase,
    private readonly load: ChildProcess,
    private readonly postmaster: number,
  ) {}

  static async start(options: Options): Promise<Bench> {
    const test = await benchPostgres();
    const [backend] = await test.database.query<{ pid: number }>('select pg_backend_pid() pid');
    const load = fork(fileURLToPath(new URL('./rooms/load.js', import.meta.url)));
    const bench = new Bench(options, test, load, parentOf(backend?.pid ?? 0));
    bench.stops.push(() => test.drop());
    try {
      const people = await manyRooms(test.database, options.rooms, options.connections);
      for (const kind of options.only) await bench.open(kind, people);
      return bench;
    } catch (error) {
      await bench.stop();
      throw error;
    }
  }

  private async open(kind: Kind, people: readonly Seated[]): Promise<void> {
    const { url, pid } = kind === 'product' ? await this.product() : await this.other(kind);
    this.servers.set(kind, { pid, before: memoryMb(pid) });
    const target: LoadTarget = { url, protocol: kind === 'floor' ? 'bare' : 'socket.io' };
    await this.ask({ open: kind, target, people });
  }

  private async product() {
    const server = await startProcess('realtime', { DATABASE_URL: this.test.url });
    this.stops.push(() => server.kill());
    return server;
  }

  private async other(kind: Kind) {
    const port = await freePort();
    const script = fileURLToPath(new URL('./rooms/server.js', import.meta.url));
    const server = fork(script, [kind, String(port), this.test.url]);
    this.stops.push(() => void server.kill());
    await Promise.race([
      once(server, 'message'),
      once(server, 'exit').then(() => Promise.reject(new Error(`The server ${kind} did not start.`))),
    ]);
    return { url: `http://127.0.0.1:${port}`, pid: server.pid ?? 0 };
  }

  /** In turns, so that what else the machine does meets all alike. */
  async measure(): Promise<Partial<Record<Kind, Measured>>> {
    const { only, seconds, rate, connections } = this.options;
    const turns = Math.max(1, Math.round(seconds / TURN));
    const parts = new Map(only.map((kind) => [kind, { sustained: [] as Part[], atRate: [] as Part[] }]));
    for (let turn = 0; turn < turns; turn++) {
      const order = turn % 2 === 0 ? only : [...only].reverse();
      for (const kind of order) parts.get(kind)?.sustained.push(await this.turn(kind, null));
      for (const kind of order) parts.get(kind)?.atRate.push(await this.turn(kind, rate));
      console.error(
        `turn ${turn + 1} of ${turns}: ${order.map((kind) => `${kind} ${last(parts.get(kind)?.sustained)}/s`).join(', ')}`,
      );
    }
    const measured = [...parts].map(([kind, { sustained, atRate }]): [Kind, Measured] => {
      const server = this.servers.get(kind);
      const memory = server ? memoryMb(server.pid) : 0;
      const grown = memory - (server?.before ?? 0);
      return [
        kind,
        {
          sustained: summed(sustained, connections),
          atRate: summed(atRate, connections),
          memoryMb: memory,
          memoryMbPer1000: (grown / connections) * 1_000,
        },
      ];
    });
    return Object.fromEntries(measured);
  }

  private async turn(kind: Kind, rate: number | null): Promise<Part> {
    const pid = this.servers.get(kind)?.pid ?? 0;
    const used = { server: 0, database: 0 };
    const look = (message: unknown) => {
      const sign = message === 'counting' ? -1 : message === 'counted' ? 1 : 0;
      if (sign === 0) return;
      used.server += sign * cpuSeconds(pid);
      used.database += sign * cpuSecondsOfTree(this.postmaster);
    };
    this.load.on('message', look);
    const result = await this.ask({ measure: kind, seconds: TURN, warmUp: WARM_UP, rate });
    this.load.off('message', look);
    if (!result) throw new Error('The load has nothing measured.');
    return { ...result, used };
  }

  private async ask(order: LoadOrder): Promise<LoadResult | null> {
    const answer = new Promise<LoadResult | null>((resolve, reject) => {
      const hear = (message: unknown) => {
        if (typeof message !== 'object' || message === null || !('result' in message)) return;
        this.load.off('message', hear);
        this.load.off('exit', ended);
        resolve(message.result as LoadResult | null);
      };
      const ended = () => reject(new Error('The load has ended.'));
      this.load.on('message', hear);
      this.load.on('exit', ended);
    });
    this.load.send(order);
    return answer;
  }

  async stop(): Promise<void> {
    this.load.kill();
    for (const stop of this.stops.reverse()) await stop();
  }
}

type Part = LoadResult & { readonly used: { server: number; database: number } };

const last = (parts: readonly Part[] = []): number => {
  const part = parts.at(-1);
  return part ? Math.round(part.acknowledged / part.seconds) : 0;
};

function summed(parts: readonly Part[], connections: number): Load {
  const sum = (value: (part: Part) => number) => parts.reduce((total, part) => total + value(part), 0);
  const seconds = sum((p) => p.seconds);
  const acknowledged = sum((p) => p.acknowledged);
  const toAcknowledged = parts.flatMap((p) => p.toAcknowledged);
  const toReceived = parts.flatMap((p) => p.toReceived);
  const server = sum((p) => p.used.server);
  return {
    messagesPerSecond: acknowledged / seconds,
    receivedPerSecond: sum((p) => p.received) / seconds,
    refused: sum((p) => p.refused),
    acknowledgedP50Ms: percentile(toAcknowledged, 0.5),
    acknowledgedP99Ms: percentile(toAcknowledged, 0.99),
    receivedP50Ms: percentile(toReceived, 0.5),
    receivedP99Ms: percentile(toReceived, 0.99),
    cpuSecondsPer1000: (server / seconds / connections) * 1_000,
    cpuMicrosecondsPerMessage: (server / acknowledged) * 1e6,
    databaseCpuMicrosecondsPerMessage: (sum((p) => p.used.database) / acknowledged) * 1e6,
  };
}

function ratios({ product, floor, usual, echo }: Partial<Record<Kind, Measured>>) {
  if (!product) return {};
  const sustained = (other?: Measured) =>
    other && product.sustained.messagesPerSecond / other.sustained.messagesPerSecond;
  return {
    ratio: {
      toUsual: sustained(usual),
      toFloor: sustained(floor),
      toEcho: sustained(echo),
      p99ToFloorAtRate: floor && product.atRate.acknowledgedP99Ms / floor.atRate.acknowledgedP99Ms,
    },
    bars: { toUsual: 3, toFloor: 0.8, p99ToFloorAtRate: 1.5 },
  };
}

function print(results: Partial<Record<Kind, Measured>>): void {
  const rows = Object.entries(results).flatMap(([kind, { sustained, atRate, memoryMbPer1000 }]) =>
    [['sustained', sustained] as const, ['at rate', atRate] as const].map(([name, load]) => ({
      server: kind,
      load: name,
      'messages/s': Math.round(load.messagesPerSecond),
      'to acknowledged p50/p99 ms': `${load.acknowledgedP50Ms.toFixed(1)} / ${load.acknowledgedP99Ms.toFixed(1)}`,
      'to received p50/p99 ms': `${load.receivedP50Ms.toFixed(1)} / ${load.receivedP99Ms.toFixed(1)}`,
      'CPU s per s and 1,000': load.cpuSecondsPer1000.toFixed(2),
      'CPU µs/message, database': `${load.cpuMicrosecondsPerMessage.toFixed(0)}, ${load.databaseCpuMicrosecondsPerMessage.toFixed(0)}`,
      'MB per 1,000': memoryMbPer1000.toFixed(0),
    })),
  );
  console.table(rows);
}

const rounded = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toFixed(3)) : value;
