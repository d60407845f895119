export const processRoles = ['api', 'realtime', 'worker'] as const;
/** What a process does: answers HTTP, serves sockets, runs jobs. */
export type ProcessRole = (typeof processRoles)[number];
