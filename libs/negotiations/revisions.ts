/** SQL: the text of an entry `k` as it reads now, after its edits. */
export const TEXT_NOW = `coalesce((
  select e.text from message e where e.room_id = k.room_id and e.revises = k.seq and e.kind = 'edit'
  order by e.seq desc limit 1), k.text)`;

/** SQL: the note of an entry `k` as it is now. An edit keeps what the text answers. */
export const NOTE_NOW = `coalesce((
  select e.data || jsonb_strip_nulls(jsonb_build_object('replyTo', k.data->'replyTo'))
  from message e where e.room_id = k.room_id and e.revises = k.seq and e.kind = 'edit'
  order by e.seq desc limit 1), k.data)`;

/** SQL: whether an entry `k` has not been taken back. */
export const NOT_WITHDRAWN = `not exists (
  select from message w where w.room_id = k.room_id and w.revises = k.seq and w.kind = 'withdrawal')`;
