/**
 * Normalised discounted cumulative gain with yes-or-no relevance (Järvelin & Kekäläinen, 2002): 1 where the first
 * places are all wanted ones, 0 where none is among the first k.
 */
export function ndcg(ranking: readonly string[], wanted: ReadonlySet<string>, k: number): number {
  let gain = 0;
  for (const [place, id] of ranking.slice(0, k).entries()) if (wanted.has(id)) gain += discount(place);
  let ideal = 0;
  for (let place = 0; place < Math.min(k, wanted.size); place++) ideal += discount(place);
  return ideal === 0 ? 0 : gain / ideal;
}

/** The share of the wanted ones that are among the first k. */
export function recall(ranking: readonly string[], wanted: ReadonlySet<string>, k: number): number {
  if (wanted.size === 0) return 0;
  return ranking.slice(0, k).filter((id) => wanted.has(id)).length / wanted.size;
}

/** The value below or at which the share p (0 to 1) of the values lie (nearest rank); 0 where there are none. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? 0;
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function discount(place: number): number {
  return 1 / Math.log2(place + 2);
}
