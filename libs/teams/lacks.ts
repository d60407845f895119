import type { TeamLack } from '#contracts/teams.js';
import type { TeamOutlook } from '#matching/index.js';

/** What the composer found lacking, with the requirements' ids in place of the steps' numbers. */
export function lackOf({ lack, steps }: Pick<TeamOutlook, 'lack' | 'steps'>): TeamLack | null {
  if (!lack) return null;
  return {
    kind: lack.kind,
    steps: lack.kind === 'steps' ? lack.steps.map((step) => steps[step]!.requirementId) : [],
    days: lack.kind === 'time' ? lack.days : null,
  };
}
