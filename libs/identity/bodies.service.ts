import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { SupportBody as SupportBodyDto, supportBodyInput } from '#contracts/identity.js';
import type { Actor } from '#platform/auth/index.js';
import { authorize } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { found, StaleError } from '#platform/http/index.js';
import { bodyChanged, bodyCreated } from './identity.events.js';
import { canManageBody } from './identity.policy.js';
import { IdentityReader } from './identity.reader.js';
import { SupportBody } from './support-body.entity.js';

type BodyInput = z.output<typeof supportBodyInput>;

@Injectable()
export class BodiesService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly reader: IdentityReader,
  ) {}

  async create(actor: Actor, input: BodyInput): Promise<SupportBodyDto> {
    return this.database.transaction(async () => {
      const { identifiers } = await this.database.repository(SupportBody).insert({ ...input, version: 1 });
      const bodyId = String(identifiers[0]?.['id']);
      await this.events.record(bodyCreated, { bodyId }, { subjectId: bodyId, actor });
      return found(await this.reader.body(bodyId));
    });
  }

  /** Errors: `request/not-found`, `auth/forbidden`. */
  async get(actor: Actor, bodyId: string): Promise<SupportBodyDto> {
    const body = found(await this.reader.body(bodyId));
    authorize(canManageBody(actor, bodyId));
    return body;
  }

  /** Errors: `request/not-found`, `auth/forbidden`, `request/stale`. */
  async update(actor: Actor, bodyId: string, version: number, input: BodyInput): Promise<SupportBodyDto> {
    return this.database.transaction(async () => {
      const current = await this.get(actor, bodyId);
      const { affected } = await this.database
        .repository(SupportBody)
        .update({ id: bodyId, version }, { ...input, version: version + 1 });
      if (affected !== 1) throw new StaleError(found(await this.reader.body(current.id)));
      await this.events.record(bodyChanged, { bodyId }, { subjectId: bodyId, actor });
      return found(await this.reader.body(bodyId));
    });
  }
}
