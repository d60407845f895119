/** SQL: whether both companies of room `r` have accepted the confidentiality terms. */
export const NDA_IN_FORCE = `(
  select count(*) = 2 from room_nda n join room_nda_acceptance a on a.room_id = n.room_id and a.sha256 = n.sha256
  where n.room_id = r.id)`;

/**
 * SQL: whether the content of revision `v` (file `f`) of document `d` may go to member `m` of room `r`: `contentRefusal`
 * of document.policy.ts says it in words. Whether `m` still has their seat is asked beside it (seated.ts).
 */
export const READABLE = `(
  f.scan in ('none', 'clean') and (d.side = m.role or (
    v.revoked_at is null and (d.level = 'open' or (
      m.role in ('owner', 'candidate') and (d.level = 'parties' or ${NDA_IN_FORCE}))))))`;

/** SQL: numbers of the offers of room `r` that stand on revision `v` of document `d`, while they bind or may bind. */
export const NAMED_BY = `array(
  select o.no from offer o where o.room_id = r.id and o.state in ('open', 'accepted') and exists (
    select from jsonb_array_elements(o.terms->'lines') one
    where one->'document' = jsonb_build_object('id', d.id, 'revision', v.no))
  order by o.no)`;
