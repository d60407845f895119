import type { FairRecordKey } from '#contracts/fair-leads.js';

const LEAD_BODY = `(select body_id from fair_body b where b.fair_id = $1 and b.is_lead)`;
const OF_EXHIBITOR = `x.body_id "bodyId", x.id "exhibitorId"`;
const COMPANY = `join company c on c.id = x.company_id`;
const OF_SESSION = `s.content->>'title' detail, ${LEAD_BODY} "bodyId", null::uuid "exhibitorId"`;
/** When a visitor came: through the door, or to the first booth online. */
const CAME = `least(v.checked_in_at, (select min(o.first_at) from fair_booth_visit o where o.visitor_id = v.id))`;
const visitorsAt = (at: string): string =>
  `select v.id::text id, v.name label, v.organisation detail, ${LEAD_BODY} "bodyId", null::uuid "exhibitorId", ${at} "at"
   from fair_visitor v where v.fair_id = $1 and v.confirmed_at is not null`;
const LEADS = `fair_lead l join fair_exhibitor x on x.id = l.exhibitor_id ${COMPANY}`;
const TALKS = `fair_talk k join fair_exhibitor x on x.id = k.exhibitor_id ${COMPANY} join fair_visitor v on v.id = k.visitor_id`;
/** A product, or that the contact names none. */
const PRODUCTS = `(select string_agg(i.product, ' / ' order by i.asked_at, i.product) from fair_inquiry i where i.lead_id = l.id
  and i.asked_at >= l.consent_at)`;

/** Pairs of an exhibitor and a visitor that talked or gave a contact that stands: each pair once. */
const PAIRS = `select exhibitor_id, visitor_id, bool_or(talked) talked, min(lead) lead from (
    select k.exhibitor_id, k.visitor_id, true talked, null::text lead from fair_talk k where k.state in ('talking', 'ended')
    union all
    select l.exhibitor_id, l.visitor_id, false, l.id::text from fair_lead l
      where l.visitor_id is not null and l.withdrawn_at is null
  ) p group by exhibitor_id, visitor_id`;

/** Meetings of the meeting event held together with the fair, counted for the supplier's body where that one organises the fair. */
const meetingsWhere = (condition: string): string => `select m.id::text id, so.name label, bo.name detail,
    coalesce((select o.body_id from fair_body o where o.fair_id = $1 and o.body_id = s.body_id), ${LEAD_BODY}) "bodyId",
    null::uuid "exhibitorId", null::timestamptz "at"
  from fair f join meeting m on m.event_id = f.meeting_event_id and ${condition}
  join meeting_participant s on s.id = m.supplier_id join company so on so.id = s.company_id
  join meeting_participant b on b.id = m.orderer_id join company bo on bo.id = b.company_id where f.id = $1`;
const saysDeal = (side: string): string => `(select a.outcome from meeting_answer a
  where a.meeting_id = m.id and a.participant_id = m.${side}_id order by a.months desc limit 1) = 'deal'`;
/** As the event's own results count them: both sides' latest answers say so. */
const IS_DEAL = `m.state in ('planned', 'held') and ${saysDeal('orderer')} and ${saysDeal('supplier')}`;
/** What both sides call a deal was held, though nobody noted it on the day: no funnel grows towards its end. */
const MEETINGS = meetingsWhere(`(m.state = 'held' or ${IS_DEAL})`);
const MEETING_DEALS = meetingsWhere(IS_DEAL);

/**
 * The records behind each figure, of the fair $1: a figure is their number, so that it always opens them. Of contacts
 * only the firm and the products are shown: the person gave the contact to the exhibitor alone. Votes are secret.
 */
export const RECORDS: Record<FairRecordKey, string> = {
  organisations: `select x.id::text id, c.name label, x.content->>'headline' detail, ${OF_EXHIBITOR}, x.applied_at "at"
    from fair_exhibitor x ${COMPANY} where x.fair_id = $1 and x.state = 'approved'`,
  booths: `select t.no id, t.no label, c.name detail, ${OF_EXHIBITOR}, null::timestamptz "at"
    from fair_booth t join fair_exhibitor x on x.id = t.exhibitor_id ${COMPANY} where t.fair_id = $1`,
  registered: visitorsAt('v.created_at'),
  visitors: `select * from (${visitorsAt(CAME)}) came where came."at" is not null`,
  visits: `select x.id || ' ' || v.id id, c.name label, v.name || ' / ' || v.organisation detail, ${OF_EXHIBITOR}, o.first_at "at"
    from fair_booth_visit o join fair_exhibitor x on x.id = o.exhibitor_id ${COMPANY}
    join fair_visitor v on v.id = o.visitor_id where x.fair_id = $1`,
  talks: `select k.id::text id, c.name label, v.name || ' / ' || v.organisation detail, ${OF_EXHIBITOR}, k.started_at "at"
    from ${TALKS} where x.fair_id = $1 and k.state in ('talking', 'ended')`,
  leads: `select l.id::text id, c.name label, ${PRODUCTS} detail, ${OF_EXHIBITOR}, l.consent_at "at"
    from ${LEADS} where x.fair_id = $1 and l.withdrawn_at is null`,
  inquiries: `select l.id || ' ' || i.product id, i.product label, c.name detail, ${OF_EXHIBITOR}, i.asked_at "at"
    from ${LEADS} join fair_inquiry i on i.lead_id = l.id where x.fair_id = $1`,
  meetings: MEETINGS,
  matches: `select case when m.talked then m.exhibitor_id || ' ' || m.visitor_id else m.lead end id, c.name label,
      case when m.talked then v.name || ' / ' || v.organisation end detail, ${OF_EXHIBITOR}, null::timestamptz "at"
    from (${PAIRS}) m join fair_exhibitor x on x.id = m.exhibitor_id ${COMPANY}
    join fair_visitor v on v.id = m.visitor_id where x.fair_id = $1
    union all ${MEETINGS}`,
  deals: `select i.id::text id, c.name label, i.subject_title detail, ${OF_EXHIBITOR}, null::timestamptz "at"
    from (select distinct on (k.introduction_id) k.introduction_id, k.exhibitor_id from fair_talk k
      join fair_exhibitor e on e.id = k.exhibitor_id where e.fair_id = $1 and k.introduction_id is not null
      order by k.introduction_id, k.queued_at) k
    join introduction i on i.id = k.introduction_id join fair_exhibitor x on x.id = k.exhibitor_id
    ${COMPANY} where i.outcome = 'deal'
    union all ${MEETING_DEALS}`,
  withdrawn: `select l.id::text id, c.name label, ${PRODUCTS} detail, ${OF_EXHIBITOR}, l.withdrawn_at "at"
    from ${LEADS} where x.fair_id = $1 and l.withdrawn_at is not null`,
  questions: `select q.id::text id, q.text label, ${OF_SESSION}, q.created_at "at"
    from fair_question q join fair_session s on s.id = q.session_id where s.fair_id = $1`,
  votes: `select q.id || ' ' || row_number() over (partition by q.id) id, q.text label, ${OF_SESSION}, null::timestamptz "at"
    from fair_question_vote w join fair_question q on q.id = w.question_id
    join fair_session s on s.id = q.session_id where s.fair_id = $1
    union all
    select p.id || ' ' || row_number() over (partition by p.id order by w.option), p.question || ' ' || p.options[w.option + 1],
      ${OF_SESSION}, null::timestamptz
    from fair_poll_vote w join fair_poll p on p.id = w.poll_id join fair_session s on s.id = p.session_id where s.fair_id = $1`,
};
