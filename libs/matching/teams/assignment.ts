import type { TeamFirm } from './team.types.js';

/** A way to the steps so far. */
interface Path {
  readonly doers: readonly number[];
  readonly handOvers: number;
  readonly days: number;
}

/**
 * Who of a team does which step: every member at least one, a step within the tolerance, no later than there is time,
 * with the fewest hand-overs, then the fewest days, then the earlier members first. Null where there is no such way.
 *
 * Along the steps, per last doer, set of members that have a step, and tolerance, what nothing outdoes in hand-overs and
 * days is kept.
 */
export function assign(members: readonly TeamFirm[], steps: number, days: number | null): number[] | null {
  let paths = new Map<string, Path[]>([['- 0 0', [{ doers: [], handOvers: 0, days: 0 }]]]);
  for (let step = 0; step < steps; step += 1) {
    const next = new Map<string, Path[]>();
    for (const [key, there] of paths) {
      const [last, busy, within] = key.split(' ').map(Number) as [number, number, number];
      members.forEach(({ abilities }, member) => {
        const ability = abilities[step];
        if (!ability) return;
        const state = `${member} ${busy | (1 << member)} ${within | Number(ability.holdsTolerance)}`;
        for (const path of there) {
          const took = path.days + (ability.leadTimeDays ?? 0);
          if (days !== null && took > days) continue;
          const handOvers = path.handOvers + (step > 0 && last !== member ? 1 : 0);
          offer(next, state, { doers: [...path.doers, member], handOvers, days: took });
        }
      });
    }
    paths = next;
  }
  const everybody = (1 << members.length) - 1;
  const whole = [...paths]
    .filter(([key]) => key.endsWith(` ${everybody} 1`))
    .flatMap(([, there]) => there)
    .sort(compare);
  return whole[0] ? [...whole[0].doers] : null;
}

function offer(paths: Map<string, Path[]>, state: string, path: Path): void {
  const there = paths.get(state) ?? [];
  if (there.some((other) => compare(other, path) <= 0 && other.days <= path.days)) return;
  paths.set(state, [...there.filter((other) => compare(path, other) > 0 || path.days > other.days), path]);
}

function compare(a: Path, b: Path): number {
  const cost = a.handOvers - b.handOvers || a.days - b.days;
  if (cost !== 0) return cost;
  const at = a.doers.findIndex((doer, i) => doer !== b.doers[i]);
  return at < 0 ? 0 : a.doers[at]! - b.doers[at]!;
}
