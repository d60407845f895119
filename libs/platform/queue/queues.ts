import {
  createPostgresBackend,
  createRedisBackend,
  Queue,
  Worker,
  type Processor,
  type QueueBaseOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import { queueNames, type QueueName } from './handlers.js';

export interface QueueSettings {
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
}

/** A job: an event for one handler, or a recurring run (`eventId` null). */
export interface JobData {
  readonly eventId: number | null;
}

export interface QueuedJob {
  readonly queue: QueueName;
  readonly handler: string;
  readonly eventId: number;
}

const concurrency: Record<QueueName, number> = { quick: 8, heavy: 1, plan: 1, mail: 4 };

/** Eight tries over about four minutes, then it stays in the failed list and is counted in the metrics. */
const retry = { attempts: 8, backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 } } as const;

/**
 * So long (s) a worker trusts that it hears of a new job by itself; then it looks. BullMQ trusts PostgreSQL's
 * notifications until the next recurring job is due, at most for an hour, so that one that is lost would hold up the queue.
 */
const LOOKS_EVERY = 5;

const onPostgres = ((...given: Parameters<typeof createPostgresBackend>) =>
  Object.defineProperty(createPostgresBackend(...given), 'maximumBlockTimeout', {
    get: () => LOOKS_EVERY,
  })) as unknown as typeof createRedisBackend;

/** BullMQ on PostgreSQL, or on Redis where one is configured. Everything else knows only this class. */
export class Queues {
  private readonly queues = new Map<QueueName, Queue<JobData>>();
  private readonly workers: Worker<JobData>[] = [];
  private readonly redis: Redis | null;

  constructor(private readonly settings: QueueSettings) {
    this.redis = settings.redisUrl ? new Redis(settings.redisUrl, { maxRetriesPerRequest: null }) : null;
  }

  /** Adds one job per event and handler; the same job again is the same job. */
  async add(jobs: readonly QueuedJob[]): Promise<void> {
    for (const name of queueNames) {
      const mine = jobs.filter((j) => j.queue === name);
      if (mine.length === 0) continue;
      await this.queue(name).addBulk(
        mine.map((j) => ({
          name: j.handler,
          data: { eventId: j.eventId },
          // BullMQ refuses ":" and ids of digits only.
          opts: {
            ...retry,
            jobId: `event-${j.eventId}-${j.handler}`,
            removeOnComplete: { age: 3_600, count: 1_000 },
            removeOnFail: { age: 30 * 86_400 },
          },
        })),
      );
    }
  }

  async every(name: string, queue: QueueName, everyMs: number): Promise<void> {
    await this.queue(queue).upsertJobScheduler(
      name,
      { every: everyMs },
      { name, data: { eventId: null }, opts: { removeOnComplete: true, removeOnFail: { count: 100 } } },
    );
  }

  work(
    process: (handler: string, data: JobData) => Promise<void>,
    onFailed: (handler: string, error: Error) => void,
  ): void {
    for (const name of queueNames) {
      const run: Processor<JobData> = (job) => process(job.name, job.data);
      const { options, backend } = this.backend();
      const worker = new Worker<JobData>(name, run, { ...options, concurrency: concurrency[name] }, backend);
      worker.on('failed', (job, error) => onFailed(job?.name ?? name, error));
      worker.on('error', (error) => onFailed(name, error));
      this.workers.push(worker);
    }
  }

  /** Jobs that wait, run or are to be tried again, recurring ones left out. */
  async pending(): Promise<number> {
    let total = 0;
    for (const name of queueNames) {
      const counts = await this.queue(name).getJobCounts('waiting', 'active', 'prioritized');
      const delayed = await this.queue(name).getDelayed();
      total +=
        Object.values(counts).reduce((a, b) => a + b, 0) + delayed.filter((job) => !job.repeatJobKey).length;
    }
    return total;
  }

  async failed(): Promise<number> {
    const counts = await Promise.all(queueNames.map((name) => this.queue(name).getJobCounts('failed')));
    return counts.reduce((sum, c) => sum + (c['failed'] ?? 0), 0);
  }

  /** What Redis must be set to for a job to survive a crash; empty on PostgreSQL. */
  async warnings(): Promise<string[]> {
    const { redis } = this;
    if (!redis) return [];
    const read = async (key: string) => ((await redis.config('GET', key)) as string[])[1];
    const warnings: string[] = [];
    try {
      if ((await read('appendonly')) !== 'yes')
        warnings.push('Redis: appendonly is off; jobs can be lost in a crash.');
      if ((await read('maxmemory-policy')) !== 'noeviction')
        warnings.push('Redis: maxmemory-policy should be noeviction.');
    } catch (error) {
      // Hosted ones often refuse CONFIG; that is no reason not to work.
      if ((error as Error).name !== 'ReplyError') throw error;
      warnings.push('Redis does not tell its settings: see that appendonly is on and nothing is evicted.');
    }
    return warnings;
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((w) => w.close()));
    await Promise.all([...this.queues.values()].map((q) => q.close()));
    this.redis?.disconnect();
  }

  private queue(name: QueueName): Queue<JobData> {
    const existing = this.queues.get(name);
    if (existing) return existing;
    const { options, backend } = this.backend();
    const queue = new Queue<JobData>(name, options, backend);
    queue.on('error', () => undefined);
    this.queues.set(name, queue);
    return queue;
  }

  private backend(): { options: QueueBaseOptions; backend: typeof createRedisBackend } {
    if (this.redis)
      return {
        options: { connection: this.redis },
        backend: createRedisBackend,
      };
    const connection = { connectionString: this.settings.databaseUrl, migrate: true, max: 4 };
    return {
      options: { connection: connection },
      backend: onPostgres,
    };
  }
}
