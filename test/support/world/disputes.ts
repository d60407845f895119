import { randomUUID } from 'node:crypto';
import { councilVotesApi } from '#contracts/council-votes.js';
import { disputesApi, type Dispute, type DisputeKind, type DisputeState } from '#contracts/disputes.js';
import { RoomsService } from '#negotiations/index.js';
import type { Database } from '#platform/database/index.js';
import { newSeed } from '#platform/commitment.js';
import type { TestApp } from '../app.js';
import type { Client } from '../client.js';
import { IN_A_YEAR } from '../disputes.js';
import { consentedParties } from '../negotiations.js';
import { sealedVote } from '../sealed-votes.js';
import { aPerson } from '../people.js';
import type { Caller } from './people.js';

interface Around {
  readonly room: { readonly id: string };
  /** Another one, whose disputes have come further. */
  readonly councilRoom: { readonly id: string };
  /** One without any. */
  readonly calmRoom: { readonly id: string };
  /** Of the company that orders. */
  readonly own: Client;
  readonly other: Client;
  readonly callers: readonly Caller[];
}

/** Puts a dispute where a request needs it. */
const bring = (database: Database, { id }: Dispute, state: DisputeState) =>
  database.query('update dispute set state = $2 where id = $1', [id, state]);

/** A new one, out of the way until it is brought where it is needed: each side has one under way at a time. */
async function putAside(database: Database, by: Client, params: { readonly id: string }, kind: DisputeKind) {
  const dispute = await by.ok(disputesApi.open, { params, body: { kind, statement: '支払いがありません' } });
  await bring(database, dispute, 'lapsed');
  return dispute;
}

/** Who is on the other side is drawn for it. */
async function seat(database: Database, { id }: Dispute, people: readonly string[], state: string) {
  const rows = await database.query<{ id: string }>(
    `insert into council_seat (dispute_id, lot_no, rank, user_id, organisation_id, state, due_at)
     select $1, 1, n, user_id, gen_random_uuid(), $3, now() + interval '5 days'
     from unnest($2::uuid[]) with ordinality p(user_id, n) returning id`,
    [id, people, state],
  );
  return rows.map((row) => row.id);
}

/** A dispute in each state that a request needs, all in one room of the own side. */
export async function someDisputes(app: TestApp, around: Around) {
  const { room, councilRoom, calmRoom, own, other, callers } = around;
  const { database } = app.resources;
  const opened = await putAside(database, own, room, 'unpaid');
  const listed = await putAside(database, own, room, 'reduced');
  const short = await putAside(database, own, room, 'damages');
  const hearing = await putAside(database, own, room, 'quality');
  // Of firms that those asked have never dealt with: they may accept.
  const strangers = await consentedParties(database);
  await app.app.get(RoomsService, { strict: false }).open(strangers.introductionId);
  const [theirRoom = { id: '' }] = await database.query<{ id: string }>(
    'select id from room where introduction_id = $1',
    [strangers.introductionId],
  );
  const asking = await app.as(strangers.owner.cookie).ok(disputesApi.open, {
    params: theirRoom,
    body: { kind: 'cancelled', statement: '急に取り消されました' },
  });
  const outsiders = callers.flatMap(({ side, person }) => (side === 'other' && person ? [person.id] : []));
  await database.query(
    `insert into company_ties (company_id, told_by) select distinct on (company_id) company_id, id from app_user
     where id = any($1) and company_id is not null`,
    [outsiders],
  );
  await database.query(
    `insert into body_ties (body_id, told_by) select distinct on (body_id) body_id, id from app_user
     where id = any($1) and body_id is not null`,
    [outsiders],
  );
  await seat(database, asking, outsiders, 'asked');
  await bring(database, asking, 'asking');
  await bring(database, opened, 'opened');
  await bring(database, listed, 'short');
  await someWilling(app);
  await other.ok(disputesApi.relist, { params: { id: listed.id } });
  await bring(database, short, 'short');
  const spare = await Promise.all([1, 2, 3].map(() => aPerson(database, { role: 'newcomer', name: '委員' })));
  const [seatId = ''] = await seat(
    database,
    hearing,
    spare.map(({ id }) => id),
    'accepted',
  );
  await bring(database, hearing, 'hearing');
  const { items } = await own.ok(councilVotesApi.choices, { params: { id: hearing.id } });
  const council = await someCouncils(database, {
    open: (kind) => putAside(database, own, councilRoom, kind),
    outsiders,
  });
  return {
    room,
    calmRoom,
    opened,
    asking,
    listed,
    short,
    hearing,
    seatId,
    position: items[0]?.position ?? 0,
    ...council,
  };
}

/** Disputes of which everybody of the other side is a member; the first of them is the chair. */
async function someCouncils(
  database: Database,
  { open, outsiders }: { open: (kind: DisputeKind) => Promise<Dispute>; outsiders: readonly string[] },
) {
  const disputes = {
    ...{ opening: await open('cancelled'), voting: await open('unpaid') },
    ...{ deciding: await open('reduced'), decided: await open('damages') },
  };
  for (const [state, dispute] of Object.entries(disputes)) {
    await seat(database, dispute, outsiders, 'accepted');
    await bring(database, dispute, state as keyof typeof disputes);
    await database.query('update dispute set chair_id = $2 where id = $1', [dispute.id, outsiders[0]]);
  }
  const { opening } = disputes;
  const keys = new Map<string, string>();
  for (const userId of outsiders) {
    const { key, sealed } = sealedVote(opening.id, userId, someVote);
    keys.set(userId, key);
    await database.query(
      'insert into council_vote (dispute_id, user_id, ciphertext, iv, commitment) values ($1, $2, $3, $4, $5)',
      [opening.id, userId, sealed.ciphertext, sealed.iv, sealed.commitment],
    );
  }
  return { ...disputes, keys };
}

const someVote = { finding: 'upheld', amountYen: null, reasons: '' } as const;

/** Enough companies without dealings. */
async function someWilling(app: TestApp): Promise<void> {
  await app.resources.database.query(
    `with firm as (
       insert into company (corporate_number, state, name)
       select 'willing ' || n, 'approved', '中立' || n from generate_series(1, 5) n returning id
     ), person as (
       insert into app_user (email, name, password_hash, role, company_id, joined_at)
       select gen_random_uuid() || '@example.test', '中立', '-', 'company-owner', id, now() from firm
       returning id, company_id
     ), told as (
       insert into company_ties (company_id, told_by) select company_id, id from person
     )
     insert into council_willingness (user_id, until) select id, $1 from person`,
    [IN_A_YEAR],
  );
}

/** Requests of everything about disputes. */
export function disputeRequests(
  things: Awaited<ReturnType<typeof someDisputes>>,
): Record<string, object | ((caller: Caller) => object)> {
  const { room, calmRoom, opened, asking, listed, short, hearing, seatId } = things;
  const about = ({ id }: Dispute) => ({ params: { id } });
  return {
    'disputes.willingness': {},
    'disputes.setWillingness': {
      body: { until: IN_A_YEAR, ties: { groupNumber: 'none', bankBranch: '0001-001' } },
    },
    'disputes.list': {},
    'disputes.ofRoom': { params: room },
    'disputes.open': {
      params: calmRoom,
      body: { kind: 'other', statement: randomUUID(), claimant: 'owner' },
    },
    'disputes.get': about(opened),
    'disputes.state': { ...about(opened), body: { text: '追加の説明' } },
    'disputes.relist': about(short),
    'disputes.draw': { ...about(listed), body: { addition: newSeed() } },
    'disputes.lots': about(hearing),
    'disputes.accept': { ...about(asking), body: { noConflict: true } },
    'disputes.decline': { ...about(asking), body: { code: 'busy' } },
    'disputes.challenge': { ...about(hearing), body: { seatId, reason: '以前の取引相手' } },
    ...councilRequests(things),
    'disputes.withdraw': { ...about(opened), body: { reason: '解決したため' } },
  };
}

function councilRequests(things: Awaited<ReturnType<typeof someDisputes>>) {
  const { hearing, voting, opening, deciding, decided, position, keys } = things;
  const about = ({ id }: Dispute) => ({ params: { id } });
  const keyOf = ({ person }: Caller) => keys.get(person?.id ?? '') ?? newSeed();
  return {
    'councilVotes.choices': about(hearing),
    'councilVotes.choose': { ...about(hearing), body: { positions: [position], chosen: true } },
    'councilVotes.evidence': about(hearing),
    'councilVotes.pack': about(hearing),
    'councilVotes.ready': about(hearing),
    'councilVotes.vote': { ...about(voting), body: sealedVote(voting.id, randomUUID(), someVote).sealed },
    'councilVotes.openVote': (caller: Caller) => ({ ...about(opening), body: { key: keyOf(caller) } }),
    'councilVotes.votes': about(deciding),
    'councilVotes.decide': {
      ...about(deciding),
      body: { reasons: '連絡がなかったため', remedy: '支払う', dueOn: '2199-01-31' },
    },
    'councilVotes.addOpinion': { ...about(decided), body: { text: '別の理由です' } },
    'councilVotes.report': { ...about(decided), body: { outcome: 'followed', note: '' } },
    'councilVotes.settle': { ...about(hearing), body: { text: '分割で支払う', accept: false } },
    'councilVotes.export': about(hearing),
  };
}
