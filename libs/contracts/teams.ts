import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { consent, declineCode, introductionState } from './introductions.js';
import { bothLanguages, byId, id, instant, line, prose } from './shapes.js';

/**
 * 連合受注: several firms that do an order together. `draft`: the coordinator looks at it; `asked`: firms and orderer are
 * asked; `complete`: all have consented and share a room; `broken`: it did not come about, or has ended.
 */
export const teamState = z.enum(['draft', 'asked', 'complete', 'broken']);
export type TeamState = z.infer<typeof teamState>;

/** Why no team exists; `steps`: the requirements' ids; `days`: what the fastest firms take. */
export const teamLack = z.object({
  kind: z.enum(['steps', 'lead', 'tolerance', 'time', 'locked', 'no-steps', 'too-many-steps']),
  steps: z.array(z.string()),
  days: z.int().nullable(),
});
export type TeamLack = z.infer<typeof teamLack>;

/** Why a firm is in a team no more. */
export const leavingReason = z.enum(['declined', 'owner-declined', 'expired', 'withdrawn', 'left', 'chosen']);
export type LeavingReason = z.infer<typeof leavingReason>;

/** A firm as the viewer may know it: id and name are null until it and they have consented. */
const memberCompany = z.object({
  id: id.nullable(),
  name: z.string().nullable(),
  prefecture: z.string().nullable(),
  industry: z.string().nullable(),
  staff: z.int().nullable(),
  certificates: z.array(z.string()),
  summary: z.string().nullable(),
});

export const teamMember = z.object({
  /** Stands for the firm in the rest of the team: A, B … in the order of the list; the lead is A. */
  key: z.string(),
  isLead: z.boolean(),
  isOwn: z.boolean(),
  /** Must take part in every other team that is composed. */
  isLocked: z.boolean(),
  company: memberCompany,
  /** To the lead; to ten kilometres where the viewer may not know who it is; null where a place is not known. */
  km: z.number().nullable(),
  introduction: z.object({ id, state: introductionState, owner: consent, candidate: consent }).nullable(),
});
export type TeamMember = z.infer<typeof teamMember>;

export const teamStep = z.object({
  requirementId: z.string(),
  words: bothLanguages,
  /** Key of the firm that does it. */
  doer: z.string(),
  leadTimeDays: z.int().nullable(),
  /** Who inspects it, never the maker alone: key of another firm, or null for the orderer. */
  inspector: z.string().nullable(),
  inspectedOn: z.enum(['hand-over', 'before-delivery', 'arrival']),
  /** What the firm has not told: to be asked. For the coordinator and the firm itself. */
  questions: z.array(z.object({ words: bothLanguages, question: bothLanguages })),
});

/** What a revision changed; a firm that is gone is named for the coordinator only. */
export const teamChange = z.object({
  cause: leavingReason,
  /** Null where the viewer may not know it. */
  left: z.array(z.object({ name: z.string().nullable(), reason: leavingReason })),
  /** Keys. */
  joined: z.array(z.string()),
  /** Requirements' ids of steps that another firm does now. */
  moved: z.array(z.string()),
  leadChanged: z.boolean(),
});

export const team = z.object({
  id,
  state: teamState,
  revision: z.int(),
  order: z.object({ id, title: z.string(), revision: z.int() }),
  owner: z.object({ id: id.nullable(), name: z.string().nullable() }),
  body: z.object({ id, name: z.string() }),
  coordinator: z.object({ id, name: z.string() }).nullable(),
  /** `owner`: who posted the order. */
  viewer: z.enum(['coordinator', 'owner', 'member']),
  members: z.array(teamMember),
  steps: z.array(teamStep),
  /** After which step (requirement) the parts go from whom to whom; after the last one to the lead. */
  handOvers: z.array(
    z.object({ afterStep: z.string(), from: z.string(), to: z.string(), km: z.number().nullable() }),
  ),
  /** What the lead holds for the whole order. */
  held: z.array(bothLanguages),
  /** Sum of the steps' usual lead times; `untold`: how many steps have none told; `daysLeft`: to the delivery. */
  leadTimeDays: z.int(),
  untold: z.int(),
  daysLeft: z.int().nullable(),
  /** Whether no smaller, and of this size no nearer, team exists among the firms compared. */
  proven: z.boolean(),
  compared: z.int(),
  /** Against the revision before. */
  change: teamChange.nullable(),
  /** Firms that do not take part (any more); for the coordinator. */
  excluded: z.array(z.object({ companyId: id, name: z.string(), reason: leavingReason })),
  /** Why it cannot be completed, where it broke for that. */
  lack: teamLack.nullable(),
  reason: z.string(),
  roomId: id.nullable(),
  updatedAt: instant,
  version: z.int(),
  can: z.object({
    recompose: z.boolean(),
    ask: z.boolean(),
    end: z.boolean(),
    /** The orderer's answer for all firms that wait for it. */
    answer: z.boolean(),
    leave: z.boolean(),
    openRoom: z.boolean(),
  }),
});
export type Team = z.infer<typeof team>;

export const teamOutlook = z.object({
  steps: z.array(
    z.object({
      requirementId: z.string(),
      words: bothLanguages,
      /** How many firms can do it. */
      doers: z.int(),
    }),
  ),
  /** How many firms the smallest team has: 1 where a single firm can do it all; null where there is none. */
  firms: z.int().nullable(),
  lack: teamLack.nullable(),
  /** What the lead must hold, and the tolerance. */
  leadMusts: z.array(bothLanguages),
  tolerance: bothLanguages.nullable(),
  daysLeft: z.int().nullable(),
  /** The order's team that is being worked on, if the viewer may see it. */
  team: z.object({ id, state: teamState }).nullable(),
  can: z.object({ compose: z.boolean() }),
});
export type TeamOutlook = z.infer<typeof teamOutlook>;

/** A firm that could do a step instead. */
export const standIn = z.object({
  companyId: id,
  name: z.string(),
  prefecture: z.string().nullable(),
  leadTimeDays: z.int().nullable(),
  km: z.number().nullable(),
  isMember: z.boolean(),
});

const wishes = {
  /** Firms that must take part. */
  lockedIds: z.array(id).max(12).default([]),
  /** Firms that must not. */
  excludedIds: z.array(id).max(200).default([]),
};
const declined = z.object({ code: declineCode, text: prose(1_000) });

export const teamsApi = {
  outlook: endpoint({
    method: 'GET',
    path: '/orders/:id/team-outlook',
    access: 'team:read',
    summary: 'Whether a single firm, a team or nobody can do an order, and which step is lacking',
    params: byId,
    response: teamOutlook,
  }),
  compose: endpoint({
    method: 'POST',
    path: '/teams',
    access: 'team:compose',
    creates: true,
    summary:
      'Composes the smallest, then nearest team for a published order. Errors: team/exists, team/none, team/single-firm, team/order-not-open',
    body: z.object({ orderId: id, ...wishes }),
    response: team,
  }),
  get: endpoint({
    method: 'GET',
    path: '/teams/:id',
    access: 'team:read',
    versioned: 'read',
    summary: 'A team, for its coordinator’s body, the orderer, and the firms that are asked',
    params: byId,
    response: team,
  }),
  standIns: endpoint({
    method: 'GET',
    path: '/teams/:id/stand-ins',
    access: 'team:compose',
    summary: 'Per step who else could do it, nearest to the lead first',
    params: byId,
    response: z.object({
      items: z.array(z.object({ requirementId: z.string(), firms: z.array(standIn) })),
    }),
  }),
  recompose: endpoint({
    method: 'POST',
    path: '/teams/:id/recompose',
    access: 'team:compose',
    versioned: 'write',
    summary:
      'Composes it anew with these firms in or out; of teams of the same size the one that changes least. Errors: team/none, team/illegal-transition',
    params: byId,
    body: z.object(wishes),
    response: team,
  }),
  ask: endpoint({
    method: 'POST',
    path: '/teams/:id/ask',
    access: 'team:compose',
    versioned: 'write',
    summary: 'Asks the orderer and each firm that is not asked yet; firms that are not needed are released',
    params: byId,
    body: z.object({ reason: line(2_000) }),
    response: team,
  }),
  consent: endpoint({
    method: 'POST',
    path: '/teams/:id/consent',
    access: 'introduction:respond',
    summary: 'The orderer consents to all firms that wait for it',
    params: byId,
    response: team,
  }),
  decline: endpoint({
    method: 'POST',
    path: '/teams/:id/decline',
    access: 'introduction:respond',
    summary: 'The orderer declines the team, with a coded reason',
    params: byId,
    body: declined,
    response: team,
  }),
  leave: endpoint({
    method: 'POST',
    path: '/teams/:id/leave',
    access: 'introduction:respond',
    summary: 'A firm that had consented leaves, with a coded reason, as long as there is no agreement',
    params: byId,
    body: declined,
  }),
  end: endpoint({
    method: 'POST',
    path: '/teams/:id/end',
    access: 'team:compose',
    summary: 'Gives the team up, with a reason that all who were asked are told; its room closes',
    params: byId,
    body: z.object({ reason: line(500) }),
    response: team,
  }),
};
