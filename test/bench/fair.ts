import { fork } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { signedLink } from '#platform/auth/index.js';
import { loadConfig } from '#platform/config/index.js';
import type { Database } from '#platform/database/index.js';
import { aCompany } from '../support/companies.js';
import { aBody } from '../support/people.js';
import { freePort, startProcess } from '../support/processes.js';
import { BenchProblem } from './awards.js';
import { benchPostgres } from './bench-postgres.js';
import { walkAll, type Walked, type Walker } from './fair/crowd.js';
import { percentile } from './metrics.js';
import { memoryMb } from './rooms/usage.js';

export const usage = `fair [--visitors N] [--seconds S]
  Visitors of a fair on their sockets: each comes, walks over five booths, talks at one, sits in a session, votes and
  partly asks; the product's realtime process on a durable PostgreSQL, then Socket.IO alone, with the same crowd.
  --visitors N  2000    --seconds S  60, from the first that comes to the last that leaves, about`;

const SECRET_KEY = 'a-secret-of-the-benches-that-is-long-enough';
const BOOTHS = 20;
const SESSIONS = 4;

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { visitors: { type: 'string', default: '2000' }, seconds: { type: 'string', default: '60' } },
  });
  const [visitors, seconds] = [Number(values.visitors), Number(values.seconds)];
  if (![visitors, seconds].every((n) => Number.isInteger(n) && n > 0)) throw new BenchProblem(usage);
  const test = await benchPostgres();
  try {
    const walkers = await aCrowd(test.database, test.url, visitors);
    const server = await startProcess('realtime', { DATABASE_URL: test.url, SECRET_KEY });
    const product = await walkAll(server.url, walkers, seconds);
    const memory = memoryMb(server.pid);
    await server.kill();
    const bare = await bareWalk(walkers, seconds);
    console.table([...rows('product', product), ...rows('bare Socket.IO', bare)]);
    const result = { product: { ...summary(product), memoryMb: memory }, bare: summary(bare) };
    console.log(
      JSON.stringify({ bench: 'fair', visitors, seconds, ...result, bars: { failures: 0 } }, rounded),
    );
  } finally {
    await test.drop();
  }
}

async function bareWalk(walkers: readonly Walker[], seconds: number): Promise<Walked> {
  const port = await freePort();
  const server = fork(fileURLToPath(new URL('./fair/bare-server.js', import.meta.url)), [String(port)]);
  try {
    await Promise.race([
      once(server, 'message'),
      once(server, 'exit').then(() => Promise.reject(new Error('The bare server did not start.'))),
    ]);
    return await walkAll(`http://127.0.0.1:${port}`, walkers, seconds);
  } finally {
    server.kill();
  }
}

const all = ({ took }: Walked): number[] => Object.values(took).flat();
const failed = ({ failures }: Walked): number => Object.values(failures).reduce((sum, n) => sum + n, 0);

const summary = (walked: Walked) => ({
  ...{ completed: walked.completed, failures: failed(walked), why: walked.failures },
  ...{
    acknowledged: all(walked).length,
    p50Ms: percentile(all(walked), 0.5),
    p99Ms: percentile(all(walked), 0.99),
  },
});

const rows = (server: string, { took }: Walked) =>
  Object.entries(took).map(([what, ms]) => ({
    ...{ server, what, n: ms.length },
    ...{ 'p50 ms': percentile(ms, 0.5).toFixed(1), 'p99 ms': percentile(ms, 0.99).toFixed(1) },
  }));

/** A running fair with booths, sessions and so many visitors, each with a talk that somebody has taken. */
async function aCrowd(database: Database, url: string, visitors: number): Promise<Walker[]> {
  const fairId = await aFair(database);
  const booths = await someBooths(database, fairId);
  const sessions = await someSessions(database, fairId);
  const people = await database.query<{ id: string; n: number }>(
    `insert into fair_visitor (fair_id, email, name, organisation, attends, code, consent_version, confirmed_at)
     select $1, 'v' || n || '@example.test', '来場 ' || n, '架空商事', 'both', lpad(n::text, 8, '0'), 'bench', now()
     from generate_series(1, $2) n returning id, code::int n`,
    [fairId, visitors],
  );
  const talks = await database.query<{ id: string; visitorId: string }>(
    `insert into fair_talk (exhibitor_id, visitor_id, state, started_at)
     select ($2::uuid[])[1 + code::int % ${BOOTHS}], id, 'talking', now() from fair_visitor where fair_id = $1
     returning id, visitor_id "visitorId"`,
    [fairId, booths],
  );
  const [asked] = people;
  const questions = await database.query<{ id: string; sessionId: string }>(
    `insert into fair_question (session_id, visitor_id, client_id, text)
     select s, $2, uuidv7(), '導入の手順は' from unnest($1::uuid[]) s returning id, session_id "sessionId"`,
    [sessions.map(({ id }) => id), asked?.id],
  );
  const talkOf = new Map(talks.map((talk) => [talk.visitorId, talk.id]));
  const questionOf = new Map(questions.map((one) => [one.sessionId, one.id]));
  const { secretKey } = loadConfig({ NODE_ENV: 'test', DATABASE_URL: url, DATA_DIR: tmpdir(), SECRET_KEY });
  return people.map(({ id, n }) => {
    const { id: sessionId, pollId } = sessions[n % SESSIONS] ?? { id: '', pollId: '' };
    return {
      ticket: signedLink(secretKey, 'fair ticket', id),
      booths: [0, 3, 7, 11, 16].map((step) => booths[(n + step) % BOOTHS] ?? ''),
      ...{ sessionId, pollId, questionId: questionOf.get(sessionId) ?? '', talkId: talkOf.get(id) ?? '' },
    };
  });
}

async function aFair(database: Database): Promise<string> {
  const bodyId = await aBody(database);
  const [fair] = await database.query<{ id: string }>(
    `with f as (
       insert into fair (state, content, title, format, starts_on, ends_on, search_text, opened_at)
       values ('running', '{}', '架空展', 'hybrid', current_date, current_date, '', now()) returning id
     ), b as (insert into fair_body (fair_id, body_id, is_lead) select id, $1, true from f)
     select id from f`,
    [bodyId],
  );
  return fair?.id ?? '';
}

async function someBooths(database: Database, fairId: string): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < BOOTHS; n++) {
    const { id } = await aCompany(database, { name: `架空製作所${n}` });
    const [row] = await database.query<{ id: string }>(
      `insert into fair_exhibitor (fair_id, company_id, body_id, state, content, search_text)
       select $1, $2, body_id, 'approved', '{}', '' from fair_body where fair_id = $1 returning id`,
      [fairId, id],
    );
    ids.push(row?.id ?? '');
  }
  return ids;
}

function someSessions(database: Database, fairId: string): Promise<{ id: string; pollId: string }[]> {
  return database.query(
    `with s as (
       insert into fair_session (fair_id, content, starts_at) select $1, '{}', now() from generate_series(1, ${SESSIONS}) returning id
     ), p as (
       insert into fair_poll (session_id, question, options) select id, '次回は', '{春,秋}' from s returning id, session_id
     )
     select session_id id, id "pollId" from p`,
    [fairId],
  );
}

const rounded = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toFixed(1)) : value;
