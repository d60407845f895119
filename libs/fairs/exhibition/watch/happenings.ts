/**
 * What has happened at the fair $1 and its meeting event $2, out of the records themselves, the latest first. A visitor
 * is named by organisation; what was hidden is not told. Of a meeting's outcome neither the firm nor the answer is told:
 * firms are promised that their answers are not shown to the other one, who stands before the same screen.
 */
export const HAPPENINGS = `
  select h.id, h.at, h.kind, h.who, h.what from (
    select 'came ' || v.id id, v.checked_in_at at, 'visitor-came' kind, v.organisation who, '' what
      from fair_visitor v where v.fair_id = $1
    union all
    select t.kind || k.id, t.at, t.kind, v.organisation, c.name
      from fair_talk k join fair_exhibitor x on x.id = k.exhibitor_id join company c on c.id = x.company_id
      join fair_visitor v on v.id = k.visitor_id,
      lateral (values (k.queued_at, 'talk-queued'), (k.started_at, 'talk-started'),
        (case when k.state = 'ended' then k.ended_at end, 'talk-ended')) t(at, kind)
      where x.fair_id = $1
    union all
    select 'lead ' || l.id, l.consent_at, 'lead-taken', c.name,
        coalesce((select string_agg(i.product, '、' order by i.asked_at) from fair_inquiry i where i.lead_id = l.id
          and i.asked_at >= l.consent_at), '')
      from fair_lead l join fair_exhibitor x on x.id = l.exhibitor_id join company c on c.id = x.company_id
      where x.fair_id = $1 and l.withdrawn_at is null
    union all
    select 'question ' || q.id, q.created_at, 'question-asked', s.content->>'title', q.text
      from fair_question q join fair_session s on s.id = q.session_id where s.fair_id = $1 and q.state <> 'hidden'
    union all
    select 'poll ' || p.id, p.created_at, 'poll-opened', s.content->>'title', p.question
      from fair_poll p join fair_session s on s.id = p.session_id where s.fair_id = $1
    union all
    select 'firm ' || p.id, p.checked_in_at, 'firm-came', c.name, ''
      from meeting_participant p join company c on c.id = p.company_id where p.event_id = $2
    union all
    select t.kind || m.id, t.at, t.kind, co.name, cs.name
      from meeting m join meeting_participant o on o.id = m.orderer_id join company co on co.id = o.company_id
      join meeting_participant s on s.id = m.supplier_id join company cs on cs.id = s.company_id,
      lateral (values
        (case when m.state <> 'planned' then m.updated_at end, 'meeting-' || m.state),
        (case when m.origin in ('refill', 'walk-in') then m.created_at end, 'meeting-' || m.origin)) t(at, kind)
      where m.event_id = $2
    union all
    select 'told ' || a.meeting_id || a.participant_id, a.answered_at, 'outcome-told', '', ''
      from meeting_answer a join meeting_participant p on p.id = a.participant_id
      where p.event_id = $2
  ) h where h.at is not null order by h.at desc, h.id limit $3`;
