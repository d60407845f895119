import { Injectable } from '@nestjs/common';
import type { GivenContact, Lead, NewInquiry, NewLead } from '#contracts/fair-leads.js';
import { CONSENT_VERSION } from '#contracts/fair-visitors.js';
import type { Page } from '#contracts/shapes.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError, blankAnswers, found } from '#platform/http/index.js';
import { ExhibitorsReader } from '../exhibitors/exhibitors.reader.js';
import { isOwn, takesVisitors } from '../fair.policy.js';
import { contactErased, contactWithdrawn, inquiryMade } from '../fairs.events.js';
import { codeIn } from '../visitors/ticket-code.js';
import type { TicketHolder } from '../visitors/visitors.reader.js';

const ISO = (column: string): string => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const COLUMNS = `l.id, l.name, l.organisation, l.email, l.note, coalesce(u.name, '') "takenBy", ${ISO('l.consent_at')} "consentAt",
  coalesce((select json_agg(json_build_object('product', i.product, 'text', i.text) order by i.asked_at, i.product)
    from fair_inquiry i where i.lead_id = l.id and i.asked_at >= l.consent_at), '[]') inquiries`;

/** What is left of a contact's answer. */
const NOBODY = { name: '', organisation: '', email: '', note: '', inquiries: [] };

interface Person {
  readonly id: string | null;
  readonly name: string;
  readonly organisation: string;
  readonly email: string;
}

/** Contacts that visitors give to booths. They are the firm's alone: visitors gave them to it, not to the organisers. */
@Injectable()
export class LeadsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly exhibitors: ExhibitorsReader,
  ) {}

  /** With the visitor's consent, which is kept. Error: `fair/unknown-code`. */
  async create(actor: Actor, fairId: string, exhibitorId: string, given: NewLead): Promise<Lead> {
    await this.demandOwn(actor, fairId, exhibitorId);
    const { note, product, name, organisation, email } = given;
    const person =
      given.code === ''
        ? { id: null, name, organisation, email }
        : await this.visitor('fair_id = $1 and code = $2', [fairId, codeIn(given.code)]);
    if (!person) throw new AppError('fair/unknown-code');
    const id = await this.database.transaction(async () => {
      const lead = await this.keep(exhibitorId, person, { note, takenBy: actor.userId });
      if (product !== '') await this.ask(lead, product, '');
      return lead;
    });
    return found((await this.rows('l.id = $1', [id]))[0]);
  }

  /** Errors: `fair/closed`, `fair/not-confirmed`; `request/invalid` for a product that is not shown there. */
  async inquire(holder: TicketHolder, { exhibitorId, product, text }: NewInquiry): Promise<void> {
    if (!takesVisitors(holder.state)) throw new AppError('fair/closed');
    if (!holder.isConfirmed) throw new AppError('fair/not-confirmed');
    const [shown] = await this.database.query<{ companyId: string; products: { name: string }[] }>(
      `select company_id "companyId", content->'products' products from fair_exhibitor
       where id = $1 and fair_id = $2 and state = 'approved'`,
      [exhibitorId, holder.fairId],
    );
    if (!found(shown).products.some(({ name }) => name === product))
      throw new AppError('request/invalid', {}, { product: 'request/not-found' });
    const person = found(await this.visitor('id = $1', [holder.id]));
    await this.database.transaction(async () => {
      const leadId = await this.keep(exhibitorId, person, { note: '', takenBy: null });
      await this.ask(leadId, product, text);
      const data = { fairId: holder.fairId, exhibitorId, leadId, product };
      await this.events.record(inquiryMade, data, { subjectId: leadId, actor: null });
    });
  }

  async list(
    actor: Actor,
    fairId: string,
    exhibitorId: string,
    { cursor, limit }: { cursor?: string | undefined; limit: number },
  ): Promise<Page<Lead> & { withdrawn: number }> {
    await this.demandOwn(actor, fairId, exhibitorId);
    const [counted] = await this.database.query<{ n: number; withdrawn: number }>(
      `select count(*) filter (where withdrawn_at is null)::int n, count(withdrawn_at)::int withdrawn
       from fair_lead where exhibitor_id = $1`,
      [exhibitorId],
    );
    const after = decodeCursor(cursor)?.[0] ?? null;
    const rows = await this.rows(
      `l.exhibitor_id = $1 and l.withdrawn_at is null and ($2::uuid is null or l.id < $2) order by l.id desc limit $3`,
      [exhibitorId, after, limit + 1],
    );
    const page = pageFrom(
      rows,
      limit,
      (row) => [row.id],
      (row) => row,
      counted?.n ?? 0,
    );
    return { ...page, withdrawn: counted?.withdrawn ?? 0 };
  }

  /** What the holder of a ticket gave, the latest first; what was taken back stays in it. */
  given(holder: TicketHolder): Promise<GivenContact[]> {
    return this.database.query(
      `select l.id, l.exhibitor_id "exhibitorId", c.name company, ${ISO('l.consent_at')} "givenAt",
         ${ISO('l.withdrawn_at')} "withdrawnAt",
         array(select t.no from fair_booth t where t.exhibitor_id = x.id order by t.no) booths,
         array(select i.product from fair_inquiry i where i.lead_id = l.id and i.asked_at >= l.consent_at
           order by i.asked_at, i.product) products
       from fair_lead l join fair_exhibitor x on x.id = l.exhibitor_id join company c on c.id = x.company_id
       where l.visitor_id = $1 order by l.id desc`,
      [holder.id],
    );
  }

  /**
   * Of the contact nothing of the person is kept, and the exhibitor is told to destroy what it wrote down elsewhere. Talks
   * that they had are another matter: their lines stay, with the names.
   */
  async withdraw(holder: TicketHolder, leadId: string): Promise<void> {
    await this.database.transaction(async () => {
      const [lead] = await this.database.query<{ exhibitorId: string }>(
        `select exhibitor_id "exhibitorId" from fair_lead where id = $1 and visitor_id = $2`,
        [leadId, holder.id],
      );
      const { exhibitorId } = found(lead);
      if (!(await this.blank(leadId))) return;
      const data = { fairId: holder.fairId, exhibitorId, leadId };
      await this.events.record(contactWithdrawn, data, { subjectId: leadId, actor: null });
    });
  }

  /** For a contact without a ticket, or whose owner asked by telephone. */
  async erase(actor: Actor, fairId: string, exhibitorId: string, leadId: string): Promise<void> {
    await this.demandOwn(actor, fairId, exhibitorId);
    await this.database.transaction(async () => {
      const [lead] = await this.database.query(
        'select 1 from fair_lead where id = $1 and exhibitor_id = $2 and withdrawn_at is null',
        [leadId, exhibitorId],
      );
      found(lead);
      if (!(await this.blank(leadId))) return;
      const data = { fairId, exhibitorId, leadId };
      await this.events.record(contactErased, data, { subjectId: leadId, actor });
    });
  }

  /** Whether there was anything to take back. */
  private async blank(leadId: string): Promise<boolean> {
    const [row] = await this.database.query(
      `update fair_lead set name = '', organisation = '', email = '', note = '', withdrawn_at = now()
       where id = $1 and withdrawn_at is null returning id`,
      [leadId],
    );
    await this.database.query(`update fair_inquiry set text = '' where lead_id = $1`, [leadId]);
    await blankAnswers(this.database, leadId, NOBODY);
    return row !== undefined;
  }

  /**
   * One contact of a visitor for a booth; given again after it was taken back it is a new consent, which brings back
   * nothing of what was given with the old one.
   */
  private async keep(
    exhibitorId: string,
    { id, name, organisation, email }: Person,
    { note, takenBy }: { note: string; takenBy: string | null },
  ): Promise<string> {
    const [row] = await this.database.query<{ id: string }>(
      `insert into fair_lead as l (exhibitor_id, visitor_id, name, organisation, email, note, consent_version, taken_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (exhibitor_id, visitor_id) do update set name = excluded.name, organisation = excluded.organisation,
         email = excluded.email, note = concat_ws(e'\\n', nullif(l.note, ''), nullif(excluded.note, '')),
         consent_at = case when l.withdrawn_at is null then l.consent_at else now() end,
         consent_version = case when l.withdrawn_at is null then l.consent_version else excluded.consent_version end,
         taken_by = case when l.withdrawn_at is null then coalesce(l.taken_by, excluded.taken_by) else excluded.taken_by end,
         withdrawn_at = null
       returning id`,
      [exhibitorId, id, name, organisation, email, note, CONSENT_VERSION, takenBy],
    );
    return found(row).id;
  }

  private async ask(leadId: string, product: string, text: string): Promise<void> {
    await this.database.query(
      `insert into fair_inquiry as i (lead_id, product, text) values ($1, $2, $3)
       on conflict (lead_id, product) do update set
         text = concat_ws(e'\\n', nullif(i.text, ''), nullif(excluded.text, '')),
         asked_at = (select case when i.asked_at < l.consent_at then now() else i.asked_at end
           from fair_lead l where l.id = i.lead_id)`,
      [leadId, product, text],
    );
  }

  private rows(where: string, parameters: unknown[]): Promise<Lead[]> {
    return this.database.query(
      `select ${COLUMNS} from fair_lead l left join app_user u on u.id = l.taken_by where ${where}`,
      parameters,
    );
  }

  private async visitor(where: string, parameters: unknown[]): Promise<Person | null> {
    const [row] = await this.database.query<Person>(
      `select id, name, organisation, email from fair_visitor where ${where} and confirmed_at is not null`,
      parameters,
    );
    return row ?? null;
  }

  private async demandOwn(actor: Actor, fairId: string, exhibitorId: string): Promise<void> {
    const { row } = await this.exhibitors.readable(actor, fairId, exhibitorId);
    authorize(isOwn(actor, row) && row.state === 'approved');
  }
}
