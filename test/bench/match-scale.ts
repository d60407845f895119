import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createMatcher, StandingNeeds, type Matcher, type Need } from '#matching/engine/index.js';
import { FullScan } from '#matching/engine/testing/full-scan.js';
import { taxonomyData } from '#matching/taxonomy-data.js';
import { BenchProblem } from './awards.js';
import { mean, percentile } from './metrics.js';
import { Firms } from './scale/firms.js';
import { ordersOf, withoutWords } from './scale/orders.js';
import { sqlSide } from './scale/sql.js';

export const usage = `match-scale --companies N [--queries 500] [--sql-queries 50] [--seed 1]
  The best 50 of N generated companies for so many orders, with reasons: by requirements alone and with text, beside the
  same question in SQL (0 SQL queries: without), updates while queries run, and the other direction.`;

const LIMIT = 50;
/** The full scan judges so many companies for so many orders. */
const CHECKED_COMPANIES = 3000;
const CHECKED_ORDERS = 20;

export async function run(args: string[]): Promise<void> {
  const options = optionsOf(args);
  const firms = new Firms(options.seed);
  const orders = ordersOf(firms, options.queries, options.seed);
  const bandwidth = measuredBandwidth();
  const before = memory();
  const { matcher, loadMs } = load(firms, options.companies);
  const after = memory();
  console.log(`${options.companies} companies loaded in ${(loadMs / 1000).toFixed(1)} s`);
  const structured = measure(matcher, orders.map(withoutWords));
  const withText = measure(matcher, orders);
  const sql = await besideSql(options, firms, orders.map(withoutWords), matcher);
  const floorMs = mean(orders.map((order) => matcher.bytesToRead(withoutWords(order)))) / bandwidth / 1e6;
  const report = {
    bench: 'match-scale',
    ...options,
    loadS: loadMs / 1000,
    heapMb: (after.heap - before.heap) / 1e6,
    arraysMb: Object.fromEntries(Object.entries(matcher.bytes).map(([name, bytes]) => [name, bytes / 1e6])),
    rssMb: after.rss / 1e6,
    structured,
    withText,
    otherDirection: otherDirection(matcher, firms, orders, options.companies),
    updates: updatesWhileQuerying(matcher, firms, orders, options.companies),
    sql,
    timesFasterThanSql: sql && sql.msP50 / structured.msP50,
    floor: { gbPerS: bandwidth, ms: floorMs, timesTheFloor: structured.msP50 / floorMs },
    equalToFullScan: equalToFullScan(firms, orders),
  };
  console.log(JSON.stringify(report, rounded));
}

function optionsOf(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      companies: { type: 'string' },
      queries: { type: 'string', default: '500' },
      'sql-queries': { type: 'string', default: '50' },
      seed: { type: 'string', default: '1' },
    },
  });
  if (!values.companies) throw new BenchProblem(`--companies is needed.\n${usage}`);
  return {
    companies: wholeNumber('--companies', values.companies, 1),
    queries: wholeNumber('--queries', values.queries, 1),
    sqlQueries: wholeNumber('--sql-queries', values['sql-queries'], 0),
    seed: wholeNumber('--seed', values.seed, 0),
  };
}

function wholeNumber(name: string, text: string, least: number): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) < least)
    throw new BenchProblem(`${name} is a whole number from ${least} on, not "${text}".`);
  return Number(text);
}

function load(firms: Firms, companies: number): { matcher: Matcher; loadMs: number } {
  const matcher = createMatcher(taxonomyData);
  const began = performance.now();
  matcher.load(generated(firms, companies));
  return { matcher, loadMs: performance.now() - began };
}

function* generated(firms: Firms, companies: number) {
  for (let i = 0; i < companies; i++) yield firms.at(i);
}

/** After a first fifth that lets the compiler warm up, every order once; CPU time beside, for when others are at work. */
function measure(matcher: Matcher, orders: readonly Need[]) {
  for (const order of orders.slice(0, Math.ceil(orders.length / 5))) matcher.match(order, { limit: LIMIT });
  let found = 0;
  const cpuTimes: number[] = [];
  const times = orders.map((order) => {
    const cpuBefore = process.cpuUsage();
    const before = performance.now();
    found += matcher.match({ ...order }, { limit: LIMIT }).length;
    const ms = performance.now() - before;
    const { user, system } = process.cpuUsage(cpuBefore);
    cpuTimes.push((user + system) / 1000);
    return ms;
  });
  return {
    msP50: percentile(times, 0.5),
    msP99: percentile(times, 0.99),
    cpuMsP50: percentile(cpuTimes, 0.5),
    found: found / orders.length,
  };
}

async function besideSql(
  { companies, sqlQueries }: { companies: number; sqlQueries: number },
  firms: Firms,
  orders: readonly Need[],
  matcher: Matcher,
) {
  if (sqlQueries === 0) return null;
  const side = await sqlSide(companies, (i) => firms.at(i));
  try {
    const times: number[] = [];
    let equal = 0;
    const asked = orders.slice(0, sqlQueries);
    for (const order of asked) {
      const { ids, ms } = await side.ask(order);
      times.push(ms);
      const own = matcher.match(order, { limit: LIMIT }).map(({ supplierId }) => supplierId);
      if (ids.join() === own.join()) equal++;
    }
    return {
      msP50: percentile(times, 0.5),
      msP99: percentile(times, 0.99),
      loadS: side.loadMs / 1000,
      equalAnswers: equal / asked.length,
    };
  } finally {
    await side.stop();
  }
}

/** So many changes come in a second. */
const OFFERED = 6000;

/**
 * For three seconds: all changes that are due are made, then one order is matched, by turns with text and without; so
 * queries get what changes leave of one core. Changes per second below OFFERED: it could not keep up.
 */
function updatesWhileQuerying(matcher: Matcher, firms: Firms, orders: readonly Need[], companies: number) {
  const changes = Array.from({ length: 20_000 }, (_, i) => firms.at((i * 7919) % companies, 1 + (i % 10)));
  const times: number[] = [];
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  let updates = 0;
  while (seconds() < 3) {
    for (const due = OFFERED * seconds(); updates < due; updates++)
      matcher.upsert(changes[updates % changes.length]!);
    const order = orders[times.length % orders.length]!;
    const before = performance.now();
    matcher.match(times.length % 2 === 0 ? order : withoutWords(order), { limit: LIMIT });
    times.push(performance.now() - before);
  }
  return {
    offeredPerS: OFFERED,
    perS: updates / seconds(),
    queriesPerS: times.length / seconds(),
    queryMsP50: percentile(times, 0.5),
  };
}

/** The best 50 orders for a company with reasons, of ten times as many open ones; and only which it reaches. */
function otherDirection(matcher: Matcher, firms: Firms, orders: readonly Need[], companies: number) {
  const open = new StandingNeeds(taxonomyData);
  for (const order of orders) open.put(order);
  for (const order of ordersOf(firms, orders.length * 9, 4711)) open.put({ ...order, id: `${order.id}-b` });
  const asked = Array.from({ length: 200 }, (_, i) => firms.at((i * 104_729) % companies, 5));
  for (const firm of asked.slice(0, 20)) matcher.matchSupplier(firm, open);
  const times = asked.map((firm) => {
    const before = performance.now();
    matcher.matchSupplier(firm, open, { limit: LIMIT });
    return performance.now() - before;
  });
  const reachTimes = asked.map((firm) => {
    const before = performance.now();
    matcher.reachedNeeds(firm, open);
    return performance.now() - before;
  });
  return {
    orders: open.size,
    msP50: percentile(times, 0.5),
    msP99: percentile(times, 0.99),
    reachMsP50: percentile(reachTimes, 0.5),
  };
}

/** Whether the first companies alone give the same answers when every one of them is judged by every rule. */
function equalToFullScan(firms: Firms, orders: readonly Need[]): boolean {
  const suppliers = [...generated(firms, CHECKED_COMPANIES)];
  const matcher = createMatcher(taxonomyData);
  matcher.load(suppliers);
  const plain = new FullScan(taxonomyData, suppliers);
  return orders.slice(0, CHECKED_ORDERS).every((order) => {
    const both = [order, withoutWords(order)];
    return both.every((each) => JSON.stringify(matcher.match(each)) === JSON.stringify(plain.match(each)));
  });
}

/** GB/s of reading 256 MB of numbers one after the other, the best of five. */
function measuredBandwidth(): number {
  const numbers = new Float64Array(32 * 1024 * 1024).fill(1);
  const rates = [1, 2, 3, 4, 5].map(() => {
    const began = performance.now();
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = 0; i < numbers.length; i += 4) {
      a += numbers[i]!;
      b += numbers[i + 1]!;
      c += numbers[i + 2]!;
      d += numbers[i + 3]!;
    }
    if (a + b + c + d !== numbers.length) throw new Error('The sum is wrong.');
    return numbers.byteLength / (performance.now() - began) / 1e6;
  });
  return Math.max(...rates);
}

/** Bytes after a full collection of garbage. */
function memory(): { heap: number; rss: number } {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed, rss };
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(4)) : value;
}
