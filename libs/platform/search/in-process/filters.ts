import { Bitmap } from '../arrays/index.js';
import type { Place, SearchCondition, SearchFilter } from '../engine.js';
import { distanceKm } from '../distance.js';
import type { DocumentIndex } from './document-index.js';

/** What a viewer may find. */
export function visibleTo(index: DocumentIndex, viewer: readonly string[]): Bitmap {
  const visible = new Bitmap(index.slots);
  index.audience.orInto(visible, viewer);
  const hidden = new Bitmap(index.slots);
  index.hiddenFrom.orInto(hidden, viewer);
  return visible.andNot(hidden).and(index.live);
}

/** The documents of which one of the filter's conditions holds. */
export function documentsFor(index: DocumentIndex, filter: SearchFilter): Bitmap {
  const found = new Bitmap(index.slots);
  for (const condition of filter.any) addDocuments(index, condition, found);
  return found;
}

function addDocuments(index: DocumentIndex, condition: SearchCondition, found: Bitmap): void {
  if ('facet' in condition) return index.facets.get(condition.facet)?.orInto(found, condition.values);
  if ('number' in condition) {
    const { min = -Infinity, max = Infinity } = condition;
    const column = index.numbers.get(condition.number) ?? new Float64Array();
    // Not told is NaN, which is in no range.
    for (let slot = 0; slot < index.slots; slot++)
      if (column[slot]! >= min && column[slot]! <= max) found.add(slot);
    return;
  }
  for (let slot = 0; slot < index.slots; slot++)
    if (distanceAt(index, slot, condition.near) <= condition.km) found.add(slot);
}

/** Kilometres as the crow flies; NaN where the place is not known. */
export const distanceAt = (index: DocumentIndex, slot: number, from: Place): number =>
  distanceKm(from, { latitude: index.latitudes[slot] ?? NaN, longitude: index.longitudes[slot] ?? NaN });
