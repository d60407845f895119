import { Injectable } from '@nestjs/common';
import { Database } from './database/index.js';
import { Every } from './queue/index.js';

const AN_HOUR = 3_600_000;

/** Takes away what the platform itself no longer needs. */
@Injectable()
export class Housekeeping {
  constructor(private readonly database: Database) {}

  /** A repeated request comes within minutes; after a day its key may be used anew. */
  @Every('platform.sweep-idempotency', AN_HOUR)
  async sweepIdempotency(): Promise<void> {
    await this.database.query(`delete from idempotency_record where created_at < now() - interval '1 day'`);
  }
}
