import type { TeamFirm, TeamQuestion } from './team.types.js';

/**
 * The firms that can do something of it, without those that another one at the same place outdoes in everything: a team
 * with the outdone firm is never better than the same team with the other (which stands before it in the order).
 */
export function worthLooking({ firms, lockedIds, keptIds }: TeamQuestion): TeamFirm[] {
  const wanted = new Set([...lockedIds, ...keptIds]);
  const atPlace = new Map<string, TeamFirm[]>();
  return firms.filter((firm) => {
    if (!firm.abilities.some(Boolean)) return false;
    const place = `${firm.lat} ${firm.lon}`;
    const before = atPlace.get(place) ?? [];
    if (!wanted.has(firm.id) && firm.lat !== null && before.some((better) => outdoes(better, firm)))
      return false;
    atPlace.set(place, [...before, firm]);
    return true;
  });
}

function outdoes(better: TeamFirm, firm: TeamFirm): boolean {
  if (firm.canLead && !better.canLead) return false;
  return firm.abilities.every((ability, step) => {
    if (!ability) return true;
    const other = better.abilities[step];
    if (!other || (ability.holdsTolerance && !other.holdsTolerance)) return false;
    return (other.leadTimeDays ?? 0) <= (ability.leadTimeDays ?? 0);
  });
}
