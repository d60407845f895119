import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type {
  MeetingEvent as Dto,
  MeetingEventCard,
  MeetingEventContent,
  meetingEventQuery,
  MeetingEventState,
} from '#contracts/meeting-events.js';
import type { Page } from '#contracts/shapes.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { AppError } from '#platform/http/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import { likePattern, searchWords, SqlConditions } from '#platform/search/index.js';
import * as policy from './meeting-event.policy.js';
import { slotsOf } from './slots.js';

type Query = z.output<typeof meetingEventQuery>;
type Organiser = Dto['organisers'][number];

interface Row {
  id: string;
  state: MeetingEventState;
  content: MeetingEventContent;
  openedAt: Date | null;
  organisers: Organiser[];
  host: Dto['host'];
  own: Dto['own'];
  seed: string | null;
  seedHash: string | null;
  timetableHash: string | null;
  reason: string;
  costYen: number | null;
  cancelledAt: Date | null;
  version: number;
  updatedAt: Date;
}

/** An event as other parts of the context need it. */
export interface EventRow {
  readonly id: string;
  readonly state: MeetingEventState;
  readonly content: MeetingEventContent;
  readonly openedAt: Date | null;
  readonly bodyIds: string[];
  readonly version: number;
  readonly seed: string | null;
  /** See `MeetingEvent`. */
  readonly closedTables: readonly number[];
  readonly closedSlots: readonly number[];
}

const ORGANISERS = `(select json_agg(json_build_object('id', b.id, 'name', b.name, 'nameEn', b.name_en, 'isLead', o.is_lead)
    order by o.is_lead desc, b.name)
  from meeting_event_body o join support_body b on b.id = o.body_id where o.event_id = e.id)`;

/** The firm of the viewer ($1) in event `e`, with its place in the waiting list. */
const OWN = `(select json_build_object('id', p.id, 'side', p.side, 'state', p.state, 'waitingNo',
    case when p.state = 'waitlisted' then (select count(*) from meeting_participant w
      where w.event_id = e.id and w.side = p.side and w.state = 'waitlisted' and (w.applied_at, w.id) <= (p.applied_at, p.id)) end)
  from meeting_participant p where p.event_id = e.id and p.company_id = $1)`;

const letIn = (side: string) =>
  `(select count(*)::int from meeting_participant p where p.event_id = e.id and p.side = '${side}' and p.state = 'approved')`;

/** Events to come by day, nearest first, then those that are over, latest first; in days since 1970. */
const ORDER = `case when e.state in ('finished', 'cancelled') or e.ends_on < $2::date
    then 1000000 - (e.starts_on - date '1970-01-01') else e.starts_on - date '1970-01-01' end`;

@Injectable()
export class MeetingEventsReader {
  constructor(private readonly database: Database) {}

  /** 404 for those who may not read it. */
  async get(actor: Actor, id: string): Promise<Dto> {
    const [row] = await this.database.query<Row>(
      `select e.id, e.state, e.content, e.opened_at "openedAt", e.seed, e.seed_hash "seedHash", e.reason,
         (select hash from meeting_publication where event_id = e.id) "timetableHash",
         e.cost_yen "costYen", e.cancelled_at "cancelledAt", e.version, e.updated_at "updatedAt",
         ${ORGANISERS} organisers, ${OWN} own,
         (select json_build_object('id', c.id, 'name', c.name) from company c where c.id = e.host_company_id) host
       from meeting_event e where e.id = $2`,
      [actor.company?.id ?? null, id],
    );
    if (!row || !policy.canRead(actor, factsOf(row))) throw new AppError('request/not-found');
    return toDto(actor, row);
  }

  /** The event that something belongs to; 404 for those who may not read it. */
  async readable(actor: Actor, id: string): Promise<EventRow> {
    const event = await this.row(id);
    if (!event || !policy.canRead(actor, event)) throw new AppError('request/not-found');
    return event;
  }

  /** The same for its organisers; forbidden to others who may read it. */
  async organised(actor: Actor, id: string): Promise<EventRow> {
    const event = await this.readable(actor, id);
    authorize(policy.isOrganiser(actor, event));
    return event;
  }

  /** An event, whoever asks. */
  async row(id: string): Promise<EventRow | null> {
    const [row] = await this.database.query<EventRow>(
      `select e.id, e.state, e.content, e.opened_at "openedAt", e.version, e.seed,
         e.closed_tables "closedTables", e.closed_slots "closedSlots",
         array(select body_id from meeting_event_body o where o.event_id = e.id order by is_lead desc) "bodyIds"
       from meeting_event e where e.id = $1`,
      [id],
    );
    return row ?? null;
  }

  async list(actor: Actor, query: Query): Promise<Page<MeetingEventCard>> {
    const first = [actor.company?.id ?? null, todayInJapan()];
    const conditions = this.conditions(actor, query, first);
    const [counted] = await this.database.query<{ n: number }>(
      `select count(*) n from meeting_event e where ${conditions.where()} and ($1::uuid is null or true) and $2::date is not null`,
      conditions.parameters,
    );
    const after = decodeCursor(query.cursor);
    const paged = after
      ? `and (${ORDER}, e.id) > (${conditions.bind(after[0])}::int, ${conditions.bind(after[1])}::uuid)`
      : '';
    const rows = await this.database.query<MeetingEventCard & { sortKey: number }>(
      `select e.id, e.state, e.title, e.kind, e.format, e.content->>'place' place, e.starts_on "startsOn",
         e.ends_on "endsOn", e.content->>'registrationUntil' "registrationUntil",
         e.content->>'wishesUntil' "wishesUntil", ${ORGANISERS} organisers, ${OWN} own,
         ${letIn('orderer')} orderers, ${letIn('supplier')} suppliers, ${ORDER} "sortKey"
       from meeting_event e where ${conditions.where()} ${paged}
       order by ${ORDER}, e.id limit ${conditions.bind(query.limit + 1)}`,
      conditions.parameters,
    );
    return pageFrom(
      rows,
      query.limit,
      (row) => [row.sortKey, row.id],
      ({ sortKey, ...card }) => card,
      counted?.n ?? 0,
    );
  }

  private conditions(actor: Actor, query: Query, first: unknown[]): SqlConditions {
    const sql = new SqlConditions();
    for (const value of first) sql.bind(value);
    const organised = (p: string) =>
      `exists (select 1 from meeting_event_body o where o.event_id = e.id and o.body_id = ${p})`;
    sql.add('visible', (p) => `(e.opened_at is not null or ${organised(p)})`, actor.body?.id ?? null);
    if (query.mine)
      sql.add(
        'mine',
        (p) =>
          `(${organised(p)} or exists (select 1 from meeting_participant p where p.event_id = e.id and p.company_id = $1))`,
        actor.body?.id ?? null,
      );
    for (const word of searchWords(query.q))
      sql.add('q', (p) => `e.search_text like ${p}`, likePattern(word));
    if (query.state.length > 0) sql.add('state', (p) => `e.state = any(${p})`, query.state);
    if (query.kind.length > 0) sql.add('kind', (p) => `e.kind = any(${p})`, query.kind);
    if (query.format.length > 0) sql.add('format', (p) => `e.format = any(${p})`, query.format);
    return sql;
  }
}

const factsOf = (row: Row): policy.EventFacts => ({
  state: row.state,
  openedAt: row.openedAt,
  bodyIds: row.organisers.map((body) => body.id),
});

const isPublished = (state: MeetingEventState): boolean =>
  state === 'published' || state === 'running' || state === 'finished';

function toDto(actor: Actor, row: Row): Dto {
  const facts = factsOf(row);
  const { content, state } = row;
  const today = todayInJapan();
  const mayRegister =
    policy.takesRegistrations(state, content, today) && (!row.own || row.own.state === 'withdrawn');
  return {
    id: row.id,
    state,
    content,
    organisers: row.organisers.map(({ id, name, nameEn, isLead }) => ({ id, name, nameEn, isLead })),
    host: row.host,
    slots: slotsOf(content.days, content.rules),
    seedHash: row.seedHash,
    seed: isPublished(state) ? row.seed : null,
    timetableHash: row.timetableHash,
    reason: row.reason,
    costYen: policy.isOrganiser(actor, facts) || state === 'cancelled' ? row.costYen : null,
    cancelledAt: row.cancelledAt?.toISOString() ?? null,
    own: row.own,
    version: row.version,
    updatedAt: row.updatedAt.toISOString(),
    can: {
      edit: policy.canEdit(actor, facts),
      advance: policy.nextFor(actor, facts),
      cancel: policy.canCancel(actor, facts),
      organise: policy.isOrganiser(actor, facts),
      register: mayRegister ? policy.sidesOf(actor.company, content) : [],
      wish: row.own?.state === 'approved' && policy.takesWishes(state, content, today),
    },
  };
}
