/**
 * Whether a member has their place, as an SQL condition over room `r`, room_member `m` and app_user `u` (`isSeated` of
 * room.policy.ts says it in words).
 */
export const SEATED = `m.left_at is null and case m.role
  when 'owner' then u.company_id = r.owner_company_id
  when 'candidate' then u.company_id = r.candidate_company_id
  when 'partner' then u.company_id = m.company_id
  else u.body_id = r.body_id end`;

/** Joins that give `organisation(m)`: for whom a member `m` of a room `r` sits there. */
export const ORGANISATION_JOINS = `
  left join company c on c.id =
    case m.role when 'owner' then r.owner_company_id when 'candidate' then r.candidate_company_id
      when 'partner' then m.company_id end
  left join support_body b on m.role = 'coordinator' and b.id = r.body_id`;
export const ORGANISATION = 'coalesce(c.name, b.name)';
