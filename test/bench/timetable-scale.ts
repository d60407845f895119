import { parseArgs } from 'node:util';
import {
  checkPairing,
  checkPlacing,
  pairFirms,
  placeMeetings,
  placingProblem,
  replan,
  type EventInput,
  type Firm,
  type Pair,
  type Wish,
} from '#fairs/timetable/index.js';
import { BenchProblem } from './awards.js';

export const usage = `timetable-scale [--firms N] [--wishes N] [--slots N] [--tables N] [--seed N]
  A generated event (1,000 firms, 10,000 wishes, 40 slots, 150 tables unless told): who meets whom with its proof,
  when and where, and a new plan after one firm has cancelled, with its places refilled from the other wishes.`;

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      firms: { type: 'string', default: '1000' },
      wishes: { type: 'string', default: '10000' },
      slots: { type: 'string', default: '40' },
      tables: { type: 'string', default: '150' },
      seed: { type: 'string', default: '1' },
    },
  });
  const size = Object.fromEntries(
    Object.entries(values).map(([name, text]) => [name, wholeNumber(name, text)]),
  ) as Record<keyof typeof values, number>;
  const input = generated(size);
  const report = measure(input);
  console.table(report.rows);
  console.log(JSON.stringify({ bench: 'timetable-scale', ...size, ...report.summary }));
  if (report.summary.faults > 0) process.exitCode = 1;
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d+$/.test(text) || Number(text) === 0)
    throw new BenchProblem(`--${name} is a whole number above 0, not "${text}".`);
  return Number(text);
}

/** A quarter of the firms are orderers, some more popular than others; one wish in twenty is a must. */
export function generated(
  size: Record<'firms' | 'wishes' | 'slots' | 'tables' | 'seed', number>,
): EventInput {
  const random = lehmer(size.seed);
  const orderers = Math.ceil(size.firms / 4);
  const firms = Array.from({ length: size.firms }, (_, index): Firm => {
    const isOrderer = index < orderers;
    return {
      id: `F${index}`,
      side: isOrderer ? 'orderer' : 'supplier',
      maxMeetings: isOrderer ? 18 : 8,
      lossCredits: random() < 0.1 ? 1 : 0,
      unavailable: random() < 0.1 ? [Math.floor(random() * size.slots)] : [],
    };
  });
  const wishes = Array.from({ length: size.wishes }, (): Wish => {
    const orderer = `F${Math.floor(random() ** 2 * orderers)}`;
    const supplier = `F${orderers + Math.floor(random() * (size.firms - orderers))}`;
    const [from, to] = random() < 0.3 ? [orderer, supplier] : [supplier, orderer];
    return { from, to, kind: random() < 0.05 ? 'must' : 'like', weight: 1 + Math.floor(random() * 3) };
  });
  const tables = Array.from({ length: size.tables }, (_, table) => ({ id: `T${table}` }));
  return { slots: size.slots, tables, firms, wishes, seed: String(size.seed), fairness: null };
}

/** Seeded random numbers in [0, 1): Park and Miller's generator (1988). */
function lehmer(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

export function measure(input: EventInput) {
  const [pairing, pairingSeconds] = timed(() => pairFirms(input));
  const [pairingFaults, proofSeconds] = timed(() => checkPairing(input, pairing));
  const [placing, placingSeconds] = timed(() =>
    placeMeetings(placingProblem(input, pairing.pairs), { seconds: 600 }),
  );
  const placed = checkPlacing(placingProblem(input, pairing.pairs), placing.placements);
  const suppliers = new Set(input.firms.filter(({ side }) => side === 'supplier').map(({ id }) => id));
  const busiest = pairing.firms
    .filter(({ id }) => suppliers.has(id))
    .reduce((most, firm) => (firm.meetings > most.meetings ? firm : most)).id;
  const [after, replanSeconds] = timed(() => cancelled(input, pairing.pairs, placing.placements, busiest));
  const mended = checkPlacing(after.problem, after.result.placements);
  const left = new Set(after.result.leftOut);
  const mendedFaults = mended.violations.filter(
    ({ rule, subjects }) => rule !== 'meeting-missing' || !left.has(subjects[0]!),
  );
  const faults = pairingFaults.length + placed.violations.length + mendedFaults.length;
  return {
    rows: {
      'who meets whom': { ...pairingSeconds, result: `${pairing.pairs.length} meetings, proven best` },
      'its proof checked': { ...proofSeconds, result: `${pairingFaults.length} faults` },
      'when and where': { ...placingSeconds, result: `${placing.status}, ${placing.breaks} breaks` },
      'after a cancellation': {
        ...replanSeconds,
        result: `${after.dropped} gone, ${after.added} new, ${after.result.moved.length} moved (${after.result.status})`,
      },
    },
    summary: {
      meetings: pairing.pairs.length,
      meetingsBound: pairing.pairs.length,
      pairingSeconds,
      placingStatus: placing.status,
      placingSeconds,
      breaks: placing.breaks,
      replanSeconds,
      replanStatus: after.result.status,
      moved: after.result.moved.length,
      movesBound: after.result.movesBound,
      leftOut: after.result.leftOut.length,
      faults,
    },
  };
}

/** One firm does not come: its meetings go, and what they leave room for is filled from the other wishes. */
function cancelled(
  input: EventInput,
  pairs: readonly Pair[],
  placements: ReturnType<typeof placeMeetings>['placements'],
  gone: string,
) {
  const kept = pairs.filter(({ orderer, supplier }) => orderer !== gone && supplier !== gone);
  const rest: EventInput = {
    ...input,
    firms: input.firms.filter(({ id }) => id !== gone),
    wishes: input.wishes.filter(({ from, to }) => from !== gone && to !== gone),
  };
  const { pairs: now } = pairFirms({ ...rest, kept });
  const problem = placingProblem(rest, now);
  const placed = new Set(placements.map(({ meeting }) => meeting));
  const optional = problem.meetings.map(({ id }) => id).filter((id) => !placed.has(id));
  const result = replan(problem, placements, { optional });
  return { problem, result, dropped: pairs.length - kept.length, added: now.length - kept.length };
}

interface Time {
  readonly wall: number;
  /** Of this process: what it would take alone on the machine. */
  readonly cpu: number;
}

function timed<Result>(work: () => Result): [Result, Time] {
  const [before, cpuBefore] = [performance.now(), process.cpuUsage()];
  const result = work();
  const { user, system } = process.cpuUsage(cpuBefore);
  const wall = Math.round(performance.now() - before) / 1000;
  return [result, { wall, cpu: Math.round((user + system) / 1000) / 1000 }];
}
