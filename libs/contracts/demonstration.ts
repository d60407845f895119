import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { id } from './shapes.js';

/** A fictional fair whose day runs by itself on a fast clock. */
export const demonstrationDay = z.object({
  fairId: id,
  /** So long it takes, in real seconds, and so much of it is over, 0–1. */
  seconds: z.int(),
  progress: z.number(),
  state: z.enum(['playing', 'finished', 'stopped', 'failed']),
});
export type DemonstrationDay = z.infer<typeof demonstrationDay>;

export const demonstration = z.object({
  /** Only where the product runs with its demonstration data, in one process. */
  isAvailable: z.boolean(),
  day: demonstrationDay.nullable(),
});
export type DemonstrationState = z.infer<typeof demonstration>;

export const demonstrationApi = {
  get: endpoint({
    method: 'GET',
    path: '/demonstration',
    access: 'fair:organise',
    summary: 'Whether a demonstration day can be played, and how far the last one is',
    response: demonstration,
  }),
  play: endpoint({
    method: 'POST',
    path: '/demonstration/day',
    access: 'fair:organise',
    summary:
      'Makes a fictional fair anew and lets its day run by itself. Errors: fair/no-demonstration, fair/already-playing',
    body: z.object({ seconds: z.int().min(1).max(3_600).default(120) }),
    response: demonstrationDay,
  }),
  stop: endpoint({
    method: 'POST',
    path: '/demonstration/day/stop',
    access: 'fair:organise',
    summary: 'Stops the day where it is. Error: fair/no-demonstration where none plays',
    response: demonstrationDay,
  }),
};
