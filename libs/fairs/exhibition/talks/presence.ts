import { Injectable } from '@nestjs/common';
import type { BoothState } from '#contracts/fair-live.js';
import { Database } from '#platform/database/index.js';
import type { TicketHolder } from '../visitors/visitors.reader.js';
import { VisitorsReader } from '../visitors/visitors.reader.js';
import { Gatherer } from './gatherer.js';

interface Entry {
  readonly exhibitorId: string;
  readonly visitorId: string | null;
}
interface Seen {
  readonly isOpen: boolean;
}
/** Whose talk it is, without what was said. */
export interface TalkSides {
  readonly id: string;
  readonly fairId: string;
  readonly exhibitorId: string;
  readonly visitorId: string;
}

/** A confirmed ticket's first visit to a booth is written down; the answer says which booths may be looked at. */
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
select id from booth`;

/** How booths stand: what all who look at them see. */
const STATES = `
select x.id "exhibitorId",
  (select count(*)::int from fair_duty d where d.exhibitor_id = x.id) "onDuty",
  (select count(*)::int from fair_talk k where k.exhibitor_id = x.id and k.state = 'talking') talking,
  array(select k.id from fair_talk k where k.exhibitor_id = x.id and k.state = 'waiting'
    order by k.queued_at, k.id limit 200) waiting
from unnest($1::uuid[]) x(id)`;

/**
 * Who comes to a fair, to booths and to talks, over sockets. Visitors come in waves, when a session ends or the doors
 * open: what they ask at once is asked of the database together.
 */
@Injectable()
export class Presence {
  private readonly comers: Gatherer<string, TicketHolder | null>;
  private readonly entries: Gatherer<Entry, Seen>;
  private readonly states: Gatherer<string, BoothState>;
  private readonly talks: Gatherer<string, TalkSides | null>;

  constructor(
    private readonly database: Database,
    private readonly visitors: VisitorsReader,
  ) {
    this.comers = new Gatherer((ids) => this.byId(ids, this.visitors.holders(ids)));
    this.entries = new Gatherer((entries) => this.enterAll(entries));
    this.states = new Gatherer((ids) => this.statesOf(ids));
    this.talks = new Gatherer((ids) => this.byId(ids, this.sidesOf(ids)));
  }

  /** The holder of a ticket, or null. Error: `auth/invalid-link` for a forged one. */
  async holder(token: string): Promise<TicketHolder | null> {
    return this.comers.ask(this.visitors.visitorOf(token));
  }

  /** How a booth stands for who enters it; null where it may not be looked at. */
  async enter(exhibitorId: string, visitorId: string | null): Promise<BoothState | null> {
    const { isOpen } = await this.entries.ask({ exhibitorId, visitorId });
    return isOpen ? this.states.ask(exhibitorId) : null;
  }

  talk(id: string): Promise<TalkSides | null> {
    return this.talks.ask(id);
  }

  private async enterAll(entries: readonly Entry[]): Promise<Seen[]> {
    const open = await this.database.query<{ id: string }>(ENTER, [JSON.stringify(entries)]);
    const ids = new Set(open.map(({ id }) => id));
    return entries.map(({ exhibitorId }) => ({ isOpen: ids.has(exhibitorId) }));
  }

  private async statesOf(ids: readonly string[]): Promise<BoothState[]> {
    const rows = await this.database.query<BoothState>(STATES, [[...new Set(ids)]]);
    const known = new Map(rows.map((row) => [row.exhibitorId, row]));
    return ids.map((id) => known.get(id) ?? { exhibitorId: id, onDuty: 0, talking: 0, waiting: [] });
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
