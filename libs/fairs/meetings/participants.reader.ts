import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { MeetingSide, MeetingSlot, ParticipantState } from '#contracts/meeting-events.js';
import type {
  MeetingParticipant as Dto,
  participantQuery,
  Participation,
} from '#contracts/meeting-participants.js';
import type { Page } from '#contracts/shapes.js';
import { descendantsOf } from '#companies/index.js';
import type { Actor } from '#platform/auth/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { AppError } from '#platform/http/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import { likePattern, searchWords, SqlConditions } from '#platform/search/index.js';
import { isOrganiser } from './meeting-event.policy.js';
import { MeetingEventsReader, type EventRow } from './meeting-events.reader.js';
import * as policy from './participant.policy.js';
import { eligibilityOf, readinessOf, type SheetFirm } from './readiness.js';
import { slotsOf } from './slots.js';

type Query = z.output<typeof participantQuery>;

export interface ParticipantRow {
  readonly id: string;
  readonly eventId: string;
  readonly companyId: string;
  readonly state: ParticipantState;
  readonly side: MeetingSide;
  readonly content: Participation;
  readonly reason: string;
  readonly isProxy: boolean;
  readonly appliedAt: Date;
  readonly checkedInAt: Date | null;
  readonly version: number;
  readonly waitingNo: number | null;
  readonly company: Dto['company'] &
    Pick<SheetFirm, 'isOrderer' | 'isSupplier'> & { verifiedAt: string | null };
  readonly body: Dto['body'];
}

export const COMPANY = `json_build_object('id', c.id, 'name', c.name, 'prefecture', c.prefecture, 'industry', c.industry,
  'staff', c.staff, 'summary', c.summary, 'processes', c.process_codes, 'certificates', c.certificate_kinds,
  'isOrderer', c.is_orderer, 'isSupplier', c.is_supplier, 'verifiedAt', c.verified_at)`;

const COLUMNS = `p.id, p.event_id "eventId", p.company_id "companyId", p.state, p.side, p.content, p.reason,
  p.is_proxy "isProxy", p.applied_at "appliedAt", p.checked_in_at "checkedInAt", p.version,
  case when p.state = 'waitlisted' then (select count(*)::int from meeting_participant w where w.event_id = p.event_id
    and w.side = p.side and w.state = 'waitlisted' and (w.applied_at, w.id) <= (p.applied_at, p.id)) end "waitingNo",
  ${COMPANY} company, json_build_object('id', b.id, 'name', b.name, 'nameEn', b.name_en) body`;
const FROM = `meeting_participant p join company c on c.id = p.company_id join support_body b on b.id = p.body_id`;

/** Registrations as their readers may see them. */
@Injectable()
export class ParticipantsReader {
  constructor(
    private readonly database: Database,
    private readonly events: MeetingEventsReader,
  ) {}

  async get(actor: Actor, eventId: string, id: string): Promise<Dto> {
    const { event, row } = await this.readable(actor, eventId, id);
    return toDto(actor, event, row, slotsOf(event.content.days, event.content.rules));
  }

  /** A registration and its event, for those who may read both. */
  async readable(
    actor: Actor,
    eventId: string,
    id: string,
  ): Promise<{ event: EventRow; row: ParticipantRow }> {
    const event = await this.events.readable(actor, eventId);
    const sql = await this.visible(actor, event);
    sql.add('id', (p) => `p.id = ${p}`, id);
    const [row] = await this.database.query<ParticipantRow>(
      `select ${COLUMNS} from ${FROM} where ${sql.where()}`,
      sql.parameters,
    );
    if (!row) throw new AppError('request/not-found');
    return { event, row };
  }

  async list(actor: Actor, eventId: string, query: Query): Promise<Page<Dto>> {
    const event = await this.events.readable(actor, eventId);
    const sql = await this.visible(actor, event);
    if (query.side) sql.add('side', (p) => `p.side = ${p}`, query.side);
    if (query.state.length > 0) sql.add('state', (p) => `p.state = any(${p})`, query.state);
    if (query.bodyId) sql.add('body', (p) => `p.body_id = ${p}`, query.bodyId);
    if (query.process.length > 0)
      sql.add('process', (p) => `c.process_codes && ${p}::text[]`, query.process.flatMap(descendantsOf));
    for (const word of searchWords(query.q))
      sql.add('q', (p) => `(c.search_text || lower(p.content::text)) like ${p}`, likePattern(word));
    const [counted] = await this.database.query<{ n: number }>(
      `select count(*) n from ${FROM} where ${sql.where()}`,
      sql.parameters,
    );
    const after = decodeCursor(query.cursor);
    const paged = after
      ? `and (p.side, p.applied_at, p.id) > (${sql.bind(after[0])}, ${sql.bind(after[1])}::timestamptz, ${sql.bind(after[2])}::uuid)`
      : '';
    const rows = await this.database.query<ParticipantRow & { sortKey: string }>(
      `select ${COLUMNS}, p.applied_at::text "sortKey" from ${FROM} where ${sql.where()} ${paged}
       order by p.side, p.applied_at, p.id limit ${sql.bind(query.limit + 1)}`,
      sql.parameters,
    );
    const slots = slotsOf(event.content.days, event.content.rules);
    return pageFrom(
      rows,
      query.limit,
      (row) => [row.side, row.sortKey, row.id],
      (row) => toDto(actor, event, row, slots),
      counted?.n ?? 0,
    );
  }

  /** The company's own registration in an event; null where it has none. */
  async ownOf(
    eventId: string,
    companyId: string | null,
  ): Promise<{ id: string; side: MeetingSide; state: ParticipantState } | null> {
    const [own] = await this.database.query<{ id: string; side: MeetingSide; state: ParticipantState }>(
      'select id, side, state from meeting_participant where event_id = $1 and company_id = $2',
      [eventId, companyId],
    );
    return own ?? null;
  }

  /** Everything for organisers; for others the own firm and those let in whom they may see. */
  private async visible(actor: Actor, event: EventRow): Promise<SqlConditions> {
    const sql = new SqlConditions();
    sql.add('event', (p) => `p.event_id = ${p}`, event.id);
    if (isOrganiser(actor, event)) return sql;
    const companyId = actor.company?.id ?? null;
    const own = await this.ownOf(event.id, companyId);
    const sides = [
      ...(policy.showsNeeds(event, todayInJapan()) ? ['orderer'] : []),
      ...(policy.showsSuppliers(event, own) ? ['supplier'] : []),
    ];
    const ownFirm = sql.bind(companyId);
    sql.add(
      'visible',
      (p) => `(p.company_id = ${ownFirm} or (p.state = 'approved' and p.side = any(${p}::text[])))`,
      sides,
    );
    return sql;
  }
}

function toDto(actor: Actor, event: EventRow, row: ParticipantRow, slots: readonly MeetingSlot[]): Dto {
  const isInsider = isOrganiser(actor, event) || policy.isOwn(actor, row);
  const { isOrderer, isSupplier, verifiedAt, ...company } = row.company;
  const firm: SheetFirm = {
    ...{ ...company, isOrderer, isSupplier },
    verifiedAt: verifiedAt === null ? null : new Date(verifiedAt),
  };
  const readiness = readinessOf(firm, row.content, slots, new Date());
  const showsContact = isInsider || policy.showsContact(event.state);
  return {
    id: row.id,
    eventId: row.eventId,
    state: row.state,
    company,
    body: row.body,
    content: showsContact
      ? row.content
      : { ...row.content, contact: '', phone: '', halves: 'any', forbiddenSlots: [] },
    problems: isInsider ? eligibilityOf(firm, row.content, event.content, readiness) : [],
    readiness: isInsider ? readiness : [],
    waitingNo: isInsider ? row.waitingNo : null,
    reason: isInsider ? row.reason : '',
    isProxy: row.isProxy,
    appliedAt: row.appliedAt.toISOString(),
    checkedInAt: isInsider ? (row.checkedInAt?.toISOString() ?? null) : null,
    version: row.version,
    can: {
      edit: policy.canEdit(actor, event, row),
      decide: policy.canDecide(actor, event, row),
      withdraw: policy.canWithdraw(actor, event, row),
    },
  };
}
