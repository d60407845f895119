import { z } from 'zod';

/** Spare capacity is told, and looked at, for so many weeks from today. */
export const capacityWeeks = z.enum(['4', '8', '12']);
export type CapacityWeeks = z.infer<typeof capacityWeeks>;
