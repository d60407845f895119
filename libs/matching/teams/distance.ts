interface Place {
  readonly lat: number | null;
  readonly lon: number | null;
}

const EARTH_M = 6_371_000;
/** Stands for a place that is not known: farther than any within Honshu, so that firms that told theirs come first. */
export const UNKNOWN_M = 2_000_000;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance (haversine) in whole metres, so that sums do not depend on their order. */
export function metresBetween(a: Place, b: Place): number {
  if (a === b) return 0;
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return UNKNOWN_M;
  const across = Math.sin(radians(b.lat - a.lat) / 2) ** 2;
  const along = Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  const h = across + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * along;
  return Math.round(2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(h))));
}
