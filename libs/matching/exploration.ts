import type { Reason } from '#contracts/matching.js';
import { seededFraction } from '#platform/seeded.js';

/** So many of a list are stored and shown. */
export const SHOWN = 50;
/** So many are found for it: who is kept a place comes from all of them. */
export const FOUND = 100;

/** Of so many places in a row … */
export const PLACES = 10;
/** … so many are kept for new and small firms. */
export const KEPT = 2;
/** A kept place goes to one of so many of the next best of them: by lot, so that more than the same few are seen. */
const DRAWN_FROM = 10;

/** So long a firm is new here, in days from its registration. */
export const NEW_DAYS = 180;
/** Up to so many regular staff a firm is small (小規模企業者 in manufacturing, 中小企業基本法 第2条第5項). */
export const SMALL_STAFF = 20;

export type Newcomer = 'new' | 'small';

/** What a firm is, by its registration and size alone. @param staff null: not told, so not known to be small */
export function newcomerOf(days: number, staff: number | null): Newcomer | null {
  if (days < NEW_DAYS) return 'new';
  return staff !== null && staff <= SMALL_STAFF ? 'small' : null;
}

/** A place in the list; `from`: the place by score of one that is shown in a kept place. */
export interface Place<C> {
  readonly candidate: C;
  readonly from: number | null;
}

/**
 * The list as it is shown. Of every ten places two are kept for firms that are new or small, as far as there are any
 * among those found; where the scores alone do not bring them there, one of the next best of them is drawn for the last
 * places of the ten. All others keep their order. What the ranking has learned moves scores only: the share stays.
 * @param found best first
 * @param seed the same list and seed give the same places
 */
export function keepPlaces<C>(
  found: readonly C[],
  isNewcomer: (candidate: C) => boolean,
  seed: string,
  shown = SHOWN,
): Place<C>[] {
  const rest = found.map((candidate, i) => ({ candidate, rank: i + 1, isNewcomer: isNewcomer(candidate) }));
  const places: Place<C>[] = [];
  let owed = KEPT;
  while (rest.length > 0 && places.length < shown) {
    if (places.length % PLACES === 0) owed = KEPT;
    const left = PLACES - (places.length % PLACES);
    const drawn = owed >= left && !rest[0]!.isNewcomer ? draw(rest, `${seed} ${places.length}`) : 0;
    const [next] = rest.splice(drawn, 1);
    if (next!.isNewcomer) owed -= 1;
    places.push({ candidate: next!.candidate, from: drawn > 0 ? next!.rank : null });
  }
  return places;
}

/** The index of one of the next newcomers; 0 where there is none. */
function draw(rest: readonly { isNewcomer: boolean }[], seed: string): number {
  const next = rest.flatMap(({ isNewcomer }, i) => (isNewcomer ? [i] : [])).slice(0, DRAWN_FROM);
  return next[Math.floor(seededFraction(seed) * next.length)] ?? 0;
}

const who = {
  new: { ja: '新しく登録された企業です', en: 'New here' },
  small: { ja: '小規模の企業です', en: 'A small firm' },
};

/** Why a firm stands before others with more points. */
export function keptPlaceReason(newcomer: Newcomer, from: number): Reason {
  const { ja, en } = who[newcomer];
  return {
    requirementId: null,
    level: 'text',
    kind: 'newcomer',
    verdict: 'met',
    words: {
      ja: `${ja}（点数では${from}番目）。${PLACES}社のうち${KEPT}社の枠を、新しい企業と小規模の企業に空けています`,
      en: `${en} (number ${from} by score): ${KEPT} of ${PLACES} places are kept for new and small firms`,
    },
    question: null,
    change: null,
  };
}
