import { z } from 'zod';

/** Spare capacity is told, and looked at, for so many weeks from today. */
export const capacityWeeks = z.enum(['4', '8', '12']);
/** After so many days an answer counts half, and is asked for again: the weeks that it was about have begun to pass. */
export const CAPACITY_HALF_LIFE_DAYS = 28;
export type CapacityWeeks = z.infer<typeof capacityWeeks>;
