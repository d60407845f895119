import { z } from 'zod';

/** What candidates are searched for. */
export const subjectKind = z.enum(['order', 'patent']);
export type SubjectKind = z.infer<typeof subjectKind>;
/** What an introduction or room is about: `meeting`, a meeting event (商談会) whose timetable brings two firms together. */
export const talksKind = z.enum([...subjectKind.options, 'meeting']);
export type TalksKind = z.infer<typeof talksKind>;
/**
 * `owner` posted the order or patent, or is the orderer of a meeting; `candidate` is the supplier or licensee proposed
 * for it, or the supplier of a meeting.
 */
export const side = z.enum(['owner', 'candidate']);
export type Side = z.infer<typeof side>;
