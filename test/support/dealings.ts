import type { Database } from '#platform/database/index.js';
import { aCompany } from './companies.js';
import type { Quarrel } from './disputes.js';
import type { Firm } from './orders.js';

/** A firm has met the orderer at an event. */
export const haveMet = (database: Database, { ownerCompany }: Quarrel, firm: Firm) =>
  database.query(
    `with body as (insert into support_body (name, name_en) values ('商談会の主催', 'Host') returning id),
       event as (
         insert into meeting_event (state, content, title, kind, format, starts_on, ends_on, search_text)
         values ('finished', '{}', '商談会', 'general', 'on-site', '2026-01-15', '2026-01-15', '') returning id),
       firm as (
         insert into meeting_participant (event_id, company_id, body_id, side, state, content)
         select event.id, c.id, body.id, c.side, 'accepted', '{}' from event, body,
           (values ($1::uuid, 'orderer'), ($2::uuid, 'supplier')) c(id, side) returning id, event_id, side)
     insert into meeting (event_id, orderer_id, supplier_id, slot, is_online, state, origin)
     select o.event_id, o.id, s.id, 1, false, 'held', 'plan' from firm o, firm s
     where o.side = 'orderer' and s.side = 'supplier'`,
    [ownerCompany.id, firm.id],
  );

/** A visitor of the firm has talked at the orderer's booth at a fair. */
export const talkedAtBooth = (database: Database, { ownerCompany }: Quarrel, firm: Firm) =>
  database.query(
    `with body as (insert into support_body (name, name_en) values ('展示会の主催', 'Host') returning id),
       fair as (
         insert into fair (state, content, title, format, starts_on, ends_on, search_text)
         values ('finished', '{}', '展示会', 'on-site', '2026-01-15', '2026-01-15', '') returning id),
       booth as (
         insert into fair_exhibitor (fair_id, company_id, body_id, state, content, search_text)
         select fair.id, $1, body.id, 'approved', '{}', '' from fair, body returning id, fair_id),
       visitor as (
         insert into fair_visitor (fair_id, email, name, organisation, attends, code, consent_version, company_id)
         select fair_id, 'visitor@example.test', '来場 花子', '', 'online', 'ABCD2345', '1', $2 from booth returning id)
     insert into fair_talk (exhibitor_id, visitor_id, state, started_at)
     select booth.id, visitor.id, 'ended', now() from booth, visitor`,
    [ownerCompany.id, firm.id],
  );

const showInterest = (database: Database, holder: string, interested: string) =>
  database.query(
    `with patent as (
       insert into open_patent (company_id, state, content, title, licence, visibility, search_text)
       values ($1, 'published', '{}', '防錆処理', 'open', 'public', '') returning id)
     insert into patent_interest (patent_id, company_id, reason) select id, $2, '使いたい' from patent`,
    [holder, interested],
  );

/** A firm has shown interest in a patent of the orderer. */
export const isInterested = (database: Database, { ownerCompany }: Quarrel, firm: Firm) =>
  showInterest(database, ownerCompany.id, firm.id);

/** The orderer has shown interest in a patent of the firm. */
export const courts = (database: Database, { ownerCompany }: Quarrel, firm: Firm) =>
  showInterest(database, firm.id, ownerCompany.id);

/** A body's coordinator once proposed somebody to the supplier, which came to nothing. */
export async function wasIntroduced(
  database: Database,
  { candidateCompany }: Quarrel,
  { bodyId, by }: { bodyId: string; by: string },
): Promise<void> {
  const { id } = await aCompany(database);
  await database.query(
    `insert into introduction (subject_kind, subject_id, subject_title, owner_company_id, candidate_company_id,
       body_id, proposed_by, reason, state, expires_at)
     values ('order', gen_random_uuid(), '前の案件', $1, $2, $3, $4, '近いため', 'declined', now())`,
    [id, candidateCompany.id, bodyId, by],
  );
}
