import { NetworkSimplex } from '../flow/network-simplex.js';
import type { PairingProblem, PairingResult } from '../timetable.types.js';
import { pairingNetwork } from './pairing-network.js';

/**
 * Chooses who meets whom: as many musts as possible, then the least-served firms as many meetings as possible, then
 * the most wish value, then the most loss credits, and a draw from the seed for what is left; each without loss to
 * those before. Exact, and proven by the prices in the result (see `checkPairing`). The result depends on what the
 * problem says, not on the order in which it says so.
 * @throws TimetableInputError where a wish names an unknown firm or one of the same side, or a number is no whole one
 */
export function pairFirms(problem: PairingProblem): PairingResult {
  const { firms, candidates, arcs, reward, aims } = pairingNetwork(problem);
  const simplex = new NetworkSimplex(firms.length + 2, arcs);
  const proven = aims.map((aim) => {
    const value = simplex.maximise((arc) => reward(aim, arc));
    return { aim, value, prices: [...simplex.potential.subarray(0, firms.length + 2)] };
  });
  const chosen = candidates.filter((_, index) => simplex.flow[index]! > 0);
  const meetings = new Map<string, number>();
  for (const { orderer, supplier } of chosen)
    for (const id of [orderer, supplier]) meetings.set(id, (meetings.get(id) ?? 0) + 1);
  return {
    pairs: chosen.map(({ orderer, supplier }) => ({ orderer, supplier })),
    firms: firms.map(({ id }) => ({ id, meetings: meetings.get(id) ?? 0 })),
    aims: proven,
  };
}
