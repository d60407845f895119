import { z } from 'zod';

/** What an introduction or room is about. */
export const subjectKind = z.enum(['order', 'patent']);
export type SubjectKind = z.infer<typeof subjectKind>;
/** `owner` posted the order or patent; `candidate` is the supplier or licensee proposed for it. */
export const side = z.enum(['owner', 'candidate']);
export type Side = z.infer<typeof side>;
