import { Injectable } from '@nestjs/common';
import { boothsOf } from '#contracts/fair-plan.js';
import type { BoothApplication } from '#contracts/fair-exhibitors.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError } from '#platform/http/index.js';
import { isOver } from '../fair.states.js';
import { boothsAssigned } from '../fairs.events.js';
import { FairsReader, type FairRow } from '../fairs.reader.js';
import { fillBooths, type TakenBooth, type WantsBooths } from './fill-booths.js';

/** Who stands in which booth. */
@Injectable()
export class BoothsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly fairs: FairsReader,
  ) {}

  /** Gives a booth to an exhibitor, or frees it (null). Errors: `fair/no-such-booth`, `fair/booth-taken`. */
  async assign(actor: Actor, fairId: string, no: string, exhibitorId: string | null): Promise<void> {
    await this.database.transaction(async () => {
      const fair = await this.locked(actor, fairId);
      if (!fair.content.halls.some((hall) => boothsOf(hall).some((booth) => booth.no === no)))
        throw new AppError('fair/no-such-booth');
      if (exhibitorId === null)
        await this.database.query('delete from fair_booth where fair_id = $1 and no = $2', [fairId, no]);
      else await this.give(fairId, no, exhibitorId);
      await this.tell(actor, fairId, [no]);
    });
  }

  /** Gives booths to all who still lack some. Answers with how many booths, and how many firms found none. */
  async fill(actor: Actor, fairId: string): Promise<{ assigned: number; left: number }> {
    return this.database.transaction(async () => {
      const fair = await this.locked(actor, fairId);
      const taken = await this.database.query<TakenBooth>(
        `select t.no, x.content->>'pavilionKey' "pavilionKey"
         from fair_booth t join fair_exhibitor x on x.id = t.exhibitor_id where t.fair_id = $1`,
        [fairId],
      );
      const wanting = await this.wanting(fairId);
      const made = fillBooths(fair.content.halls, taken, wanting);
      await this.database.query(
        `insert into fair_booth (fair_id, no, exhibitor_id)
         select $1, no, "exhibitorId" from jsonb_to_recordset($2) r(no text, "exhibitorId" uuid)`,
        [fairId, JSON.stringify(made)],
      );
      if (made.length > 0)
        await this.tell(
          actor,
          fairId,
          made.map(({ no }) => no),
        );
      const served = new Set(made.map((one) => one.exhibitorId));
      return { assigned: made.length, left: wanting.filter((one) => !served.has(one.exhibitorId)).length };
    });
  }

  private async wanting(fairId: string): Promise<WantsBooths[]> {
    const rows = await this.database.query<{ id: string; content: BoothApplication; has: number }>(
      `select x.id, x.content, (select count(*) from fair_booth t where t.exhibitor_id = x.id) has
       from fair_exhibitor x where x.fair_id = $1 and x.state = 'approved' order by x.applied_at, x.id`,
      [fairId],
    );
    return rows
      .map(({ id, content, has }) => ({
        ...{ exhibitorId: id, pavilionKey: content.pavilionKey, attends: content.attends },
        booths: content.booths - has,
      }))
      .filter(({ booths }) => booths > 0);
  }

  private async give(fairId: string, no: string, exhibitorId: string): Promise<void> {
    const [firm] = await this.database.query(
      `select 1 from fair_exhibitor where id = $1 and fair_id = $2 and state = 'approved'`,
      [exhibitorId, fairId],
    );
    if (!firm) throw new AppError('request/invalid', {}, { exhibitorId: 'request/not-found' });
    const [booth] = await this.database.query<{ exhibitorId: string }>(
      `insert into fair_booth as t (fair_id, no, exhibitor_id) values ($1, $2, $3)
       on conflict (fair_id, no) do update set no = excluded.no returning t.exhibitor_id "exhibitorId"`,
      [fairId, no, exhibitorId],
    );
    if (booth?.exhibitorId !== exhibitorId) throw new AppError('fair/booth-taken', { no });
  }

  private async locked(actor: Actor, fairId: string): Promise<FairRow> {
    await this.database.query('select 1 from fair where id = $1 for update', [fairId]);
    const fair = await this.fairs.organised(actor, fairId);
    if (isOver(fair.state)) throw new AppError('fair/illegal-transition');
    return fair;
  }

  private tell(actor: Actor, fairId: string, booths: string[]): Promise<void> {
    return this.events.record(boothsAssigned, { fairId, booths }, { subjectId: fairId, actor });
  }
}
