import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Database } from '../database/database.js';
import { currentRequest } from '../logging/request-context.js';
import type { EventDefinition } from './define-event.js';

/** Channel on which the relay listens. */
export const EVENT_CHANNEL = 'nakadachi_event';

interface About {
  /** The row it tells of. */
  subjectId?: string | null;
  /** The company whose doing it is. */
  companyId?: string | null;
  /** Who did it; null for the system itself. */
  actor: { userId: string } | null;
}

@Injectable()
export class Events {
  constructor(private readonly database: Database) {}

  /**
   * Records what happened, in the caller's transaction. Mail, search, sockets and other contexts follow from the row
   * through the relay.
   */
  async record<D extends EventDefinition>(event: D, data: z.input<D['data']>, about: About): Promise<void> {
    await this.recordAll(event, [data], about);
  }

  /** The same that happened several times, in one statement and in this order. */
  async recordAll<D extends EventDefinition>(
    event: D,
    all: readonly z.input<D['data']>[],
    about: About,
  ): Promise<void> {
    if (all.length === 0) return;
    await this.database.query(
      `with recorded as (
         insert into event (name, subject_id, company_id, actor_id, data, request_id)
         select $1::text, $2::uuid, $3::uuid, $4::uuid, d.value, $6::text
         from jsonb_array_elements($5::jsonb) with ordinality d order by d.ordinality
       )
       select pg_notify('${EVENT_CHANNEL}', '')`,
      [
        event.name,
        about.subjectId ?? null,
        about.companyId ?? null,
        about.actor?.userId ?? null,
        JSON.stringify(all.map((data) => event.data.parse(data))),
        currentRequest()?.requestId ?? null,
      ],
    );
  }
}
