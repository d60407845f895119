import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import pg from 'pg';
import {
  DataSource,
  type EntityManager,
  type EntityTarget,
  type ObjectLiteral,
  type Repository,
} from 'typeorm';
import type { Context } from '../context.js';
import { PlatformMigrations } from './migrations/index.js';
import { StoredEvent } from '../events/event.entity.js';
import { StoredFile } from '../files/stored-file.entity.js';
import { IdempotencyRecord } from '../http/idempotency.entity.js';

// bigint and numeric as numbers: amounts and sequence numbers stay far below 2^53. Days stay text, without a zone.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

interface Transaction {
  manager: EntityManager;
  afterCommit: (() => void)[];
}

/** Any number that is this project's: one migration at a time, whoever starts first. */
const MIGRATION_LOCK = 7_015_261;

/**
 * The database, and the transaction that the present call chain is in. Everything written through `manager`,
 * `repository` or `query` belongs to that transaction, so that services need not hand it around.
 */
@Injectable()
export class Database {
  private readonly current = new AsyncLocalStorage<Transaction>();

  constructor(private readonly dataSource: DataSource) {}

  static async connect(url: string, contexts: readonly Context[], poolSize = 20): Promise<Database> {
    const dataSource = new DataSource({
      type: 'postgres',
      url,
      entities: [StoredEvent, StoredFile, IdempotencyRecord, ...contexts.flatMap((c) => c.entities)],
      migrations: [...PlatformMigrations, ...contexts.flatMap((c) => c.migrations)],
      migrationsTransactionMode: 'each',
      poolSize,
      extra: { application_name: 'nakadachi' },
    });
    return new Database(await dataSource.initialize());
  }

  get manager(): EntityManager {
    return this.current.getStore()?.manager ?? this.dataSource.manager;
  }

  /** The open connection pool's metadata, for the guard specs. */
  get schema(): DataSource {
    return this.dataSource;
  }

  repository<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.manager.getRepository(entity);
  }

  /** Rows of one SQL statement, in the present transaction where there is one. */
  async query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const result: unknown = await this.manager.query(sql, parameters);
    // TypeORM answers update and delete with [rows, count].
    if (
      Array.isArray(result) &&
      result.length === 2 &&
      Array.isArray(result[0]) &&
      typeof result[1] === 'number'
    ) {
      return result[0] as Row[];
    }
    return result as Row[];
  }

  /**
   * The same for a statement that is asked all the time, always outside a transaction: each connection parses and plans
   * it once, which takes several times as long as running it.
   * @param name of the statement; one name stands for one text
   */
  async prepared<Row>(name: string, sql: string, parameters: unknown[]): Promise<Row[]> {
    const { master: pool } = this.dataSource.driver as unknown as { master: pg.Pool };
    const { rows } = await pool.query({ name, text: sql, values: parameters });
    return rows as Row[];
  }

  /** Runs `work` in one transaction; inside another it joins that one. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.current.getStore()) return work();
    const afterCommit: (() => void)[] = [];
    const result = await this.dataSource.transaction((manager) =>
      this.current.run({ manager, afterCommit }, work),
    );
    for (const action of afterCommit) action();
    return result;
  }

  /** Runs once the present transaction is committed (at once without one): for caches and hints, never for promises. */
  afterCommit(action: () => void): void {
    const transaction = this.current.getStore();
    if (transaction) transaction.afterCommit.push(action);
    else action();
  }

  /** Brings the schema up to date; safe when several processes start at once. Answers with the migrations run. */
  async migrate(): Promise<string[]> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
      const done = await this.dataSource.runMigrations();
      return done.map((m) => m.name);
    } finally {
      await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
      await runner.release();
    }
  }

  async close(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
