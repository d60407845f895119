import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '#platform/database/index.js';
import { manyRooms } from '../../support/many-rooms.js';
import { startProcess, type Running } from '../../support/processes.js';
import { Device, type Surroundings } from './device.js';
import { BadNetwork } from './network.js';
import { Record, type Findings } from './record.js';

export interface ChaosOptions {
  readonly kills: number;
  readonly messages: number;
  readonly rooms: number;
  /** People per room. */
  readonly people: number;
  /** Worker processes; there are two realtime ones in any case. */
  readonly workers: number;
  readonly seed: number;
  /** Ends as failed after so long. */
  readonly minutes: number;
}

export interface ChaosReport extends Findings {
  readonly sent: number;
  readonly acknowledged: number;
  readonly kills: number;
  readonly cuts: number;
  readonly dropped: number;
  readonly duplicated: number;
  readonly connections: number;
  readonly reloads: number;
  readonly caughtUp: number;
  readonly seconds: number;
}

interface Ground {
  readonly database: Database;
  readonly databaseUrl: string;
  readonly redisUrl: string;
}

/**
 * Lets people talk while everything fails around them: processes are killed and come back, connections stall and are
 * cut, packets get lost and come twice, tabs are reloaded, clocks are wrong. Then holds what everybody was told against
 * what is stored. All of it on loopback addresses.
 */
export async function runChaos(
  ground: Ground,
  options: ChaosOptions,
  say: (line: string) => void,
): Promise<ChaosReport> {
  const random = randomFrom(options.seed);
  const cluster = await Cluster.start(ground, options.workers, random);
  try {
    return await talkUnderFire(cluster, ground, options, random, say);
  } finally {
    await cluster.stop();
  }
}

async function talkUnderFire(
  cluster: Cluster,
  ground: Ground,
  options: ChaosOptions,
  random: () => number,
  say: (line: string) => void,
): Promise<ChaosReport> {
  const { kills, messages, rooms, people, minutes } = options;
  const seats = await manyRooms(ground.database, rooms, rooms * people);
  const record = new Record();
  const around: Surroundings = {
    ...{ record, random, calm: false },
    socketUrl: cluster.network.url,
    apiUrl: cluster.apiUrl,
  };
  const each = Math.ceil(messages / seats.length);
  const devices = seats.map((seat, i) => new Device(seat, `端末${i}`, around, each, i % 2 === 0 ? 2 : 1));
  const began = Date.now();
  const deadline = began + minutes * 60_000;
  const total = each * seats.length;
  let told = 0;
  const progress = setInterval(() => {
    const n = record.acknowledgedSoFar;
    if (n - told < total / 20) return;
    told = n;
    say(
      `${n} of ${total} acknowledged, ${cluster.kills} kills, ${Math.round((Date.now() - began) / 1_000)} s`,
    );
  }, 1_000);
  try {
    const writing = Promise.all(devices.map((device) => device.write()));
    await Promise.all([writing, cluster.killAlong(kills, () => record.acknowledgedSoFar / total, deadline)]);
    around.calm = true;
    cluster.network.calm = true;
    await settle(devices, deadline);
    const findings = await record.verify(ground.database, devices);
    const { sent, dropped, duplicated, connections, reloads, caughtUp } = record.count;
    return {
      ...{ sent, acknowledged: record.acknowledgedSoFar, ...findings, kills: cluster.kills },
      ...{ cuts: cluster.network.cuts, dropped, duplicated, connections, reloads, caughtUp },
      seconds: (Date.now() - began) / 1_000,
    };
  } finally {
    clearInterval(progress);
    for (const device of devices) device.close();
  }
}

/** Until nothing waits any more and everybody has read to the end. */
async function settle(devices: readonly Device[], deadline: number): Promise<void> {
  for (;;) {
    let waiting = 0;
    for (const device of devices) waiting += (await device.outbox.texts(device.place.userId)).length;
    if (waiting === 0) break;
    if (Date.now() > deadline) return;
    for (const device of devices) for (const tab of device.tabs) void tab.delivery.flush();
    await sleep(500);
  }
  for (let from = 0; from < devices.length; from += 20) {
    const tabs = devices.slice(from, from + 20).flatMap((device) => device.tabs);
    await Promise.all(tabs.map((tab) => tab.settle()));
  }
}

/** Two realtime and two worker processes over Redis, and one for HTTP; the realtime ones' clocks go wrong. */
class Cluster {
  kills = 0;

  private constructor(
    private readonly env: Variables,
    private readonly api: Running,
    private readonly realtimes: Started[],
    private readonly workers: Started[],
    readonly network: BadNetwork,
    private readonly random: () => number,
  ) {}

  get apiUrl(): string {
    return this.api.url;
  }

  static async start({ databaseUrl, redisUrl }: Ground, n: number, random: () => number): Promise<Cluster> {
    const env = { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl };
    const api = await startProcess('api', env);
    const realtimes = await Promise.all(
      [-180, 240].map((skew) => startProcess('realtime', { ...env, ...skewed(skew) })),
    );
    const workers = await Promise.all(Array.from({ length: n }, () => startProcess('worker', env)));
    const network = await BadNetwork.start(
      realtimes.map(({ port }) => port),
      random,
    );
    return new Cluster(env, api, realtimes, workers, network, random);
  }

  /** Kills evenly along the way: realtime and worker processes by turns, every fifth time all realtime ones at once. */
  async killAlong(kills: number, done: () => number, deadline: number): Promise<void> {
    for (let i = 0; i < kills; i++) {
      while (done() < (i + 1) / (kills + 1)) {
        if (Date.now() > deadline) throw new Error('The messages were not acknowledged in time.');
        await sleep(50);
      }
      this.kills++;
      if (i % 5 === 4) await Promise.all([this.kill('realtime', 0), this.kill('realtime', 1)]);
      else await this.kill(i % 2 === 0 ? 'realtime' : 'worker', Math.floor(i / 2));
    }
  }

  private async kill(role: 'realtime' | 'worker', turn: number): Promise<void> {
    const all = role === 'realtime' ? this.realtimes : this.workers;
    const i = turn % all.length;
    const victim = all[i] as Started;
    await victim.kill();
    await sleep(this.random() * 1_000);
    const skew = role === 'realtime' ? skewed(Math.round((this.random() - 0.5) * 600)) : {};
    all[i] = await startProcess(role, { ...this.env, ...skew }, victim.port);
  }

  async stop(): Promise<void> {
    this.network.stop();
    await Promise.all([this.api, ...this.realtimes, ...this.workers].map((process) => process.kill()));
  }
}

type Variables = { [name: string]: string };
type Started = Running & { port: number };

/** A process whose clock is wrong by so many seconds. */
function skewed(seconds: number): Variables {
  const code = `
    const Right = Date;
    globalThis.Date = class extends Right {
      constructor(...given) { given.length ? super(...given) : super(Right.now() + ${seconds * 1_000}); }
      static now() { return Right.now() + ${seconds * 1_000}; }
    };`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
}

/** Mulberry32: the same numbers for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
