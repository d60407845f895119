import type { Place } from './engine.js';

/**
 * Great-circle distance in km by the haversine formula (R. W. Sinnott, Sky and Telescope 68, 1984) on a sphere of the
 * earth's mean radius; NaN where a place is not known.
 */
export function distanceKm(a: Place, b: Place): number {
  const radians = Math.PI / 180;
  const halfLatitude = ((b.latitude - a.latitude) * radians) / 2;
  const halfLongitude = ((b.longitude - a.longitude) * radians) / 2;
  const parallels = Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians);
  const h = Math.sin(halfLatitude) ** 2 + parallels * Math.sin(halfLongitude) ** 2;
  return 2 * 6_371.0088 * Math.asin(Math.sqrt(Math.min(1, h)));
}
