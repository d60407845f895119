import type { Type } from '@nestjs/common';
import type { MigrationInterface } from 'typeorm';

/**
 * One part of the business as the process roles see it: its tables, and what each role loads of it. A role is the
 * list of these modules (apps/contexts.ts).
 */
export interface Context {
  readonly name: string;
  readonly entities: readonly (new () => object)[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** Controllers. */
  readonly api?: Type;
  /** Socket handlers. */
  readonly realtime?: Type;
  /** Event handlers and recurring jobs. */
  readonly worker?: Type;
}
