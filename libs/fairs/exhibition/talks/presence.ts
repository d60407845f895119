import { Injectable } from '@nestjs/common';
import type { BoothState } from '#contracts/fair-live.js';
import { Database } from '#platform/database/index.js';
import { VisitorsReader, type TicketHolder } from '../visitors/visitors.reader.js';
import { Gatherer } from './gatherer.js';

interface Entry {
  readonly exhibitorId: string;
  readonly visitorId: string | null;
}
/** Whose talk it is, without what was said. */
export interface TalkSides {
  readonly id: string;
  readonly fairId: string;
  readonly exhibitorId: string;
  readonly visitorId: string;
}

/**
 * How the booths stand that may be looked at, and are entered. A confirmed ticket's first visit is written down on the way:
 * one statement, since a wave of visitors is hundreds of entries a second.
 */
const ENTER = `
with entered as materialized (
  select * from jsonb_to_recordset($1) e("exhibitorId" uuid, "visitorId" uuid)
), booth as materialized (
  select x.id, x.fair_id, f.state from fair_exhibitor x join fair f on f.id = x.fair_id
  where x.id in (select "exhibitorId" from entered) and x.state = 'approved'
    and f.state in ('published', 'running', 'finished')
), visited as (
  insert into fair_booth_visit (exhibitor_id, visitor_id)
  select distinct b.id, v.id from entered e join booth b on b.id = e."exhibitorId" and b.state <> 'finished'
  join fair_visitor v on v.id = e."visitorId" and v.fair_id = b.fair_id and v.confirmed_at is not null
  order by 1, 2 on conflict do nothing
)
select b.id "exhibitorId",
  (select count(*)::int from fair_duty d where d.exhibitor_id = b.id) "onDuty",
  (select count(*)::int from fair_talk k where k.exhibitor_id = b.id and k.state = 'talking') talking,
  array(select k.id from fair_talk k where k.exhibitor_id = b.id and k.state = 'waiting'
    order by k.queued_at, k.id limit 200) waiting
from booth b`;

/**
 * Who comes to a fair, to booths and to talks, over sockets. Visitors come in waves, when a session ends or the doors
 * open: what they ask at once is asked of the database together.
 */
@Injectable()
export class Presence {
  private readonly comers: Gatherer<string, TicketHolder | null>;
  private readonly entries: Gatherer<Entry, BoothState | null>;
  private readonly talks: Gatherer<string, TalkSides | null>;

  constructor(
    private readonly database: Database,
    private readonly visitors: VisitorsReader,
  ) {
    this.comers = new Gatherer((ids) => this.byId(ids, this.visitors.holders(ids)));
    this.entries = new Gatherer((entries) => this.enterAll(entries));
    this.talks = new Gatherer((ids) => this.byId(ids, this.sidesOf(ids)));
  }

  /** The holder of a ticket, or null. Error: `auth/invalid-link` for a forged one. */
  async holder(token: string): Promise<TicketHolder | null> {
    return this.comers.ask(this.visitors.visitorOf(token));
  }

  /** How a booth stands for who enters it; null where it may not be looked at. */
  enter(exhibitorId: string, visitorId: string | null): Promise<BoothState | null> {
    return this.entries.ask({ exhibitorId, visitorId });
  }

  talk(id: string): Promise<TalkSides | null> {
    return this.talks.ask(id);
  }

  private async enterAll(entries: readonly Entry[]): Promise<(BoothState | null)[]> {
    const open = await this.database.query<BoothState>(ENTER, [JSON.stringify(entries)]);
    const known = new Map(open.map((booth) => [booth.exhibitorId, booth]));
    return entries.map(({ exhibitorId }) => known.get(exhibitorId) ?? null);
  }

  private sidesOf(ids: readonly string[]): Promise<TalkSides[]> {
    return this.database.query(
      `select k.id, x.fair_id "fairId", k.exhibitor_id "exhibitorId", k.visitor_id "visitorId"
       from fair_talk k join fair_exhibitor x on x.id = k.exhibitor_id where k.id = any($1)`,
      [ids],
    );
  }

  private async byId<T extends { id: string }>(
    ids: readonly string[],
    found: Promise<readonly T[]>,
  ): Promise<(T | null)[]> {
    const known = new Map((await found).map((row) => [row.id, row]));
    return ids.map((id) => known.get(id) ?? null);
  }
}
