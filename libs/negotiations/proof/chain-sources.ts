import { ORGANISATION, ORGANISATION_JOINS } from '../seated.js';
import type { EntryKind } from './record-chain.js';

/** What is to become an entry. */
export interface SourceRow {
  readonly kind: EntryKind;
  readonly id: string;
  readonly at: Date;
  /** Number of the message; null for what is none. */
  readonly seq: number | null;
  readonly body: Record<string, unknown>;
}

/** Messages of room $1 after number $2, at most $3; with edits and withdrawals, which are messages of their own. */
export const MESSAGES = `
  select 'message' kind, k.seq::text id, k.created_at at, k.seq, jsonb_build_object(
    'seq', k.seq, 'kind', k.kind, 'clientId', k.client_id, 'text', k.text, 'revises', k.revises, 'data', k.data,
    'sender', case when k.sender_id is not null then jsonb_build_object('id', k.sender_id, 'name', u.name,
      'organisation', coalesce(${ORGANISATION}, ''), 'role', m.role) end,
    'file', case when f.id is not null then jsonb_build_object('id', f.id, 'name', f.name, 'mime', f.mime,
      'size', f.size, 'sha256', f.sha256) end) body
  from message k
  join room r on r.id = k.room_id
  left join room_member m on m.room_id = k.room_id and m.user_id = k.sender_id
  left join app_user u on u.id = k.sender_id
  left join stored_file f on f.id = k.file_id
  ${ORGANISATION_JOINS}
  where k.room_id = $1 and k.seq > $2 order by k.seq limit $3`;

const person = (id: string, name: string) => `jsonb_build_object('id', ${id}, 'name', ${name})`;

const iso = (at: string) => `to_char(${at} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const OFFERS = `select 'offer' kind, o.id::text id, o.created_at at, jsonb_build_object('no', o.no, 'side', o.side,
    'companyId', o.company_id, 'by', ${person('u.id', 'u.name')}, 'terms', o.terms, 'totalYen', o.total_yen,
    'orderRevision', o.order_revision) body
  from offer o join app_user u on u.id = o.made_by where o.room_id = $1`;

const AGREEMENTS = `select 'agreement', a.id::text, a.agreed_at, jsonb_build_object('no', a.no, 'offerId', a.offer_id,
    'sha256', a.sha256, 'document', a.document)
  from agreement a where a.room_id = $1`;

const SIGNATURES = `select 'signature', s.id::text, s.signed_at, jsonb_build_object('agreementId', s.agreement_id,
    'agreementSha256', s.sha256, 'side', s.side, 'by', ${person('s.user_id', 's.name')}, 'method', s.method)
  from agreement_signature s join agreement a on a.id = s.agreement_id where a.room_id = $1`;

const PRICES_ASKED = `select 'price', p.id || ':asked', p.asked_at, jsonb_build_object('no', p.no, 'side', p.side,
    'by', ${person('u.id', 'u.name')}, 'document', p.document)
  from price_round p join app_user u on u.id = p.asked_by where p.room_id = $1`;

const PRICES_ANSWERED = `select 'price', p.id || ':answered', p.answered_at, jsonb_build_object('no', p.no,
    'by', ${person('u.id', 'u.name')}, 'answer', p.answer)
  from price_round p join app_user u on u.id = p.answered_by where p.room_id = $1 and p.answered_at is not null`;

const PRICES_SIGNED = (['owner', 'candidate'] as const).map(
  (side) => `select 'price', p.id || ':signed-${side}', p.${side}_signed_at, jsonb_build_object('no', p.no,
    'side', '${side}', 'by', ${person('u.id', 'u.name')})
  from price_round p join app_user u on u.id = p.${side}_signed_by
  where p.room_id = $1 and p.${side}_signed_at is not null`,
);

const MINUTES = `select 'minutes', m.id::text, greatest(m.owner_confirmed_at, m.candidate_confirmed_at),
    jsonb_build_object('no', m.no, 'amends', m.amends_id, 'content', m.content,
      'owner', jsonb_build_object('by', ${person('o.id', 'o.name')}, 'at', ${iso('m.owner_confirmed_at')}),
      'candidate', jsonb_build_object('by', ${person('c.id', 'c.name')}, 'at', ${iso('m.candidate_confirmed_at')}))
  from room_minutes m join app_user o on o.id = m.owner_confirmed_by
  join app_user c on c.id = m.candidate_confirmed_by
  where m.room_id = $1 and m.state = 'confirmed'`;

const NDA = `select 'nda', a.side, a.accepted_at, jsonb_build_object('side', a.side,
    'by', ${person('u.id', 'u.name')}, 'version', n.version, 'sha256', a.sha256, 'document', n.document)
  from room_nda_acceptance a join room_nda n on n.room_id = a.room_id join app_user u on u.id = a.user_id
  where a.room_id = $1`;

/** By their hash and number alone: the titles of documents are themselves disclosed in steps. */
const FILES = `select 'file', v.document_id || ':' || v.no, v.created_at, jsonb_build_object('documentId', v.document_id,
    'no', d.no, 'revision', v.no, 'side', d.side, 'fileId', v.file_id, 'sha256', v.sha256)
  from room_document_revision v join room_document d on d.id = v.document_id where d.room_id = $1`;

/** Withdrawn access to a revision. */
const REVOKED = `select 'file', v.document_id || ':' || v.no || ':revoked', v.revoked_at,
    jsonb_build_object('documentId', v.document_id, 'no', d.no, 'revision', v.no, 'revoked', true)
  from room_document_revision v join room_document d on d.id = v.document_id
  where d.room_id = $1 and v.revoked_at is not null`;

/**
 * What else a room's record holds: each query gives kind, id, moment and body of what happened in room $1 and stays as
 * it is. Whoever adds a promise or a proof to rooms adds a query here; where it also leaves a message, the chain follows within minutes, otherwise when the record is next asked for.
 */
export const OTHER_SOURCES: readonly string[] = [
  OFFERS,
  AGREEMENTS,
  SIGNATURES,
  PRICES_ASKED,
  PRICES_ANSWERED,
  ...PRICES_SIGNED,
  MINUTES,
  NDA,
  FILES,
  REVOKED,
];

/** Of all other sources, what is not in the chain yet, in the order of its happening. */
export const OTHERS = `
  select s.kind, s.id, s.at, null::bigint seq, s.body
  from (${OTHER_SOURCES.join('\n  union all ')}) s
  where not exists (select from room_chain c where c.room_id = $1 and c.kind = s.kind and c.entry_id = s.id)
  order by s.at, s.id`;
