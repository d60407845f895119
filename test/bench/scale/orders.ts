import type { Need } from '#matching/engine/index.js';
import type { Requirement } from '#contracts/orders.js';
import type { Firms } from './firms.js';
import { Random } from './random.js';
import { summaryOf, titleOf } from './words.js';

/** The day of all orders. */
export const TODAY = '2026-11-20';

type Asked = Requirement extends infer Each
  ? Each extends Requirement
    ? Omit<Each, 'id' | 'level'>
    : never
  : never;

/**
 * Orders as orderers post them, drawn by a seed: a process, and often a second one, a material, size, tolerance, lot or
 * quantity, delivery; less often a certificate, region, mass or theme; process and material mostly as musts, the rest as
 * musts and wants. Title and summary say the same in words.
 */
export function ordersOf(firms: Firms, count: number, seed: number): Need[] {
  return Array.from({ length: count }, (_, i) => orderOf(i, firms, new Random(seed, i, 77)));
}

/** The same order with nothing but its requirements. */
export function withoutWords(need: Need): Need {
  return { ...need, title: '', text: '' };
}

function orderOf(i: number, firms: Firms, random: Random): Need {
  const { processes, materials } = firms.combination(random);
  const [process, second] = [processes[0]!, processes[1]!];
  const material = materials[0]!;
  const requirements: Requirement[] = [];
  const ask = (share: number, mustShare: number, asked: () => Asked) => {
    if (!random.chance(share)) return;
    const level = random.chance(mustShare) ? 'must' : 'want';
    requirements.push({ id: `r${requirements.length}`, level, ...asked() });
  };
  ask(1, 0.9, () => ({ kind: 'process', code: process.code }));
  ask(0.4, 0.3, () => ({ kind: 'process', code: second.code }));
  ask(0.7, 0.7, () => ({ kind: 'material', code: material.code }));
  ask(0.5, 0.5, () => ({
    kind: 'envelope',
    x: random.pick([50, 120, 300, 800]),
    y: 100,
    z: random.pick([20, 80]),
  }));
  ask(0.6, 0.5, () => ({ kind: 'tolerance', mm: random.pick([0.005, 0.01, 0.02, 0.05, 0.1]) }));
  ask(0.4, 0.3, () => ({ kind: 'lot', pieces: random.pick([1, 10, 100, 1000, 10_000]) }));
  ask(0.4, 0.3, () => ({ kind: 'quantity', pieces: random.pick([10, 100, 1000, 50_000]) }));
  ask(0.4, 0.5, () => ({ kind: 'certificate', certificate: firms.certificate(random) }));
  ask(0.4, 0.3, () => ({ kind: 'region', prefectures: regionOf(firms, random) }));
  ask(0.6, 0.4, () => ({ kind: 'delivery', date: random.pick(['2026-12-10', '2026-12-25', '2027-02-01']) }));
  ask(0.2, 0.3, () => ({ kind: 'mass', kg: random.pick([0.5, 3, 20, 200]) }));
  ask(0.15, 0, () => ({ kind: 'theme', code: firms.theme(random) }));
  const title = titleOf(process.ja, material.ja, random);
  return {
    id: `order-${i}`,
    title,
    text: summaryOf(process.ja, material.ja, random),
    requirements,
    today: TODAY,
  };
}

function regionOf(firms: Firms, random: Random): string[] {
  const wanted = new Set([firms.prefecture(random), firms.prefecture(random), firms.prefecture(random)]);
  return [...wanted];
}
