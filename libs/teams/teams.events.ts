import { z } from 'zod';
import { defineEvent } from '#platform/events/index.js';

const about = z.object({ teamId: z.uuid() });

export const teamComposed = defineEvent('team.composed', about);
export const teamAsked = defineEvent('team.asked', about);
/** It lost a firm, or the coordinator chose others: to be asked again. */
export const teamRecomposed = defineEvent('team.recomposed', about);
/** All have consented: a shared room is to open, or the firm that is new to be let in. */
export const teamCompleted = defineEvent('team.completed', about);
export const teamMemberLeft = defineEvent('team.member-left', about.extend({ companyId: z.uuid() }));
export const teamBroken = defineEvent('team.broken', about.extend({ reason: z.string() }));
