import { z } from 'zod';
import { councilLot, hex64, organisationTies } from './council-lot.js';
import { endpoint, file } from './endpoint.js';
import { side } from './parties.js';
import { finding } from './sealed-vote.js';
import { byId, day, id, instant, line, pageOf, pageQuery, prose, yen } from './shapes.js';

export * from './council-lot.js';

/** What a dispute (紛争) is about: the subjects of the consultation desks for subcontracting (下請かけこみ寺). */
export const disputeKind = z.enum([
  'unpaid',
  'cancelled',
  'reduced',
  'damages',
  'price-ignored',
  'quality',
  'other',
]);
export type DisputeKind = z.infer<typeof disputeKind>;

/**
 * `opened`: the other side is to answer; `short`: too few candidates without a conflict, for 30 days; `listed`: the list is fixed and
 * the lot can be drawn; `asking`: those drawn are asked; `hearing`: statements and evidence; `voting`: votes are sealed;
 * `opening`: votes are closed and being opened; `deciding`: the chair writes; `lapsed`: it came to no decision.
 */
export const disputeState = z.enum([
  'opened',
  'short',
  'listed',
  'asking',
  'hearing',
  'voting',
  'opening',
  'deciding',
  'decided',
  'withdrawn',
  'settled',
  'lapsed',
]);
export type DisputeState = z.infer<typeof disputeState>;

/**
 * `passed`: whose turn it was, but who could not be drawn any more; `tied`: asked, and found so when they would accept;
 * `replaced`: a member, and found so before the votes, or replaced since a side had made a tie to them.
 */
export const seatState = z.enum([
  'asked',
  'accepted',
  'declined',
  'expired',
  'challenged',
  'passed',
  'tied',
  'replaced',
]);
export type SeatState = z.infer<typeof seatState>;
export const seatDecline = z.enum(['conflict', 'busy']);
export type SeatDecline = z.infer<typeof seatDecline>;

/**
 * As whom somebody sees a dispute. `asked`: drawn and not answered yet; `member`: of the panel; `office`: staff who keep
 * it going and read neither statements nor evidence.
 */
export const disputeViewer = z.enum(['owner', 'candidate', 'coordinator', 'member', 'asked', 'office']);
export type DisputeViewer = z.infer<typeof disputeViewer>;

const act = z.object({ by: z.string(), at: instant });

/** A place on the panel; who is asked or has declined is named to nobody but themselves. */
export const panelSeat = z.object({
  id,
  rank: z.int(),
  state: seatState,
  userId: id.nullable(),
  name: z.string().nullable(),
  organisation: z.string().nullable(),
  isChair: z.boolean(),
  isOwn: z.boolean(),
  decline: seatDecline.nullable(),
  /** The side that had them replaced, and why (`replaced` where the other side had tied them): for those who read what is claimed. */
  challengedBy: side.nullable(),
  challengeReason: z.string(),
  /** Sides that tied them to themselves by what they alone did once the panel was known: for the same readers. */
  tiedBy: z.array(side),
  /** Whether the viewer may have them replaced for that, beside its one challenge. */
  mayReplace: z.boolean(),
  dueAt: instant.nullable(),
});
export type PanelSeat = z.infer<typeof panelSeat>;

export const disputeStatement = z.object({ side: side.nullable(), text: z.string(), ...act.shape });

/** What a viewer is to do next; null: to wait. */
export const disputeStep = z.enum([
  'answer',
  'find-members',
  'draw',
  'accept',
  'add-evidence',
  'vote',
  'open-vote',
  'write',
  'report',
]);
export type DisputeStep = z.infer<typeof disputeStep>;

/** How far the votes have come; `own`: null for who has none. */
export const councilVotes = z.object({
  sealed: z.int(),
  opened: z.int(),
  /** So many must be opened for an opinion: more than half of the seats. */
  needed: z.int(),
  own: z.enum(['none', 'sealed', 'opened']).nullable(),
  /** Of the own vote that is in, by which its key is found again. */
  ownCommitment: z.string().nullable(),
});

/** How many found what, and what follows from it; who found what the panel alone knows. */
export const councilOutcome = z.object({
  finding,
  /** Of the claimed amount; null where none was claimed. */
  amountYen: yen.nullable(),
  counts: z.record(finding, z.int()),
  /** Votes that were not given or not opened. */
  abstained: z.int(),
});
export type CouncilOutcome = z.infer<typeof councilOutcome>;

/** 意見: what the council says, by its chair. */
export const councilDecision = z.object({
  reasons: z.string(),
  /** What is to be done. */
  remedy: z.string(),
  dueOn: day,
  /** SHA-256 of the decision's canonical JSON; it stands in the room's record too. */
  sha256: z.string(),
  ...act.shape,
});
export type CouncilDecision = z.infer<typeof councilDecision>;
export const compliance = z.enum(['followed', 'partly', 'not-followed']);
export type Compliance = z.infer<typeof compliance>;

export const dispute = z.object({
  id,
  no: z.int(),
  /** Null for who does not sit in the room. */
  roomId: id.nullable(),
  title: z.string(),
  kind: disputeKind,
  amountYen: yen.nullable(),
  state: disputeState,
  seats: z.int(),
  /** The side that claims. */
  claimant: side,
  parties: z.object({ owner: z.string(), candidate: z.string() }),
  openedBy: z.string(),
  /** Sides that had not told their group and bank when the last list was fixed, so that these were not compared. */
  untold: z.array(side),
  /** Other firms of a team, parties too, that had not. */
  untoldPartners: z.int(),
  viewer: disputeViewer,
  step: disputeStep.nullable(),
  /** When the present state's time is over. */
  dueAt: instant.nullable(),
  statements: z.array(disputeStatement),
  lots: z.array(councilLot),
  panel: z.array(panelSeat),
  /** Sides that have already had a member replaced. */
  challenged: z.array(side),
  /** Entries that the sides have chosen for evidence. */
  evidence: z.int(),
  /** Sides that have nothing to add. */
  ready: z.array(side),
  /** Null before the votes. */
  votes: councilVotes.nullable(),
  /** What the votes came to; null before they are counted. */
  outcome: councilOutcome.nullable(),
  decision: councilDecision.nullable(),
  opinions: z.array(z.object({ text: z.string(), ...act.shape })),
  compliance: z.array(z.object({ side, outcome: compliance, note: z.string(), ...act.shape })),
  /** Proposed by a side; settled once the other side has confirmed it. */
  settlement: z
    .object({
      ...{ side, text: z.string(), ...act.shape },
      /** Of the proposal's canonical JSON; it stands in the room's record once it is confirmed. */
      sha256: z.string(),
      confirmed: act.nullable(),
    })
    .nullable(),
  endReason: z.string(),
  version: z.int(),
  createdAt: instant,
  can: z.object({
    answer: z.boolean(),
    state: z.boolean(),
    relist: z.boolean(),
    draw: z.boolean(),
    accept: z.boolean(),
    challenge: z.boolean(),
    /** As a member to whom a side has made a tie. */
    stepDown: z.boolean(),
    withdraw: z.boolean(),
    readLot: z.boolean(),
    readEvidence: z.boolean(),
    choose: z.boolean(),
    ready: z.boolean(),
    readVotes: z.boolean(),
    opine: z.boolean(),
    settle: z.boolean(),
    confirmSettlement: z.boolean(),
    export: z.boolean(),
  }),
});
export type Dispute = z.infer<typeof dispute>;

export const disputeCard = z.object({
  id,
  no: z.int(),
  title: z.string(),
  kind: disputeKind,
  state: disputeState,
  viewer: disputeViewer,
  dueAt: instant.nullable(),
  createdAt: instant,
});
export type DisputeCard = z.infer<typeof disputeCard>;

/** Whether a person serves on panels, and until when. */
export const councilWillingness = z.object({
  until: day.nullable(),
  /** Of the own company or support body; null: not told yet. */
  ties: organisationTies.nullable(),
});
export type CouncilWillingness = z.infer<typeof councilWillingness>;

const statementText = line(5_000);
const disputeOpening = z.object({
  kind: disputeKind,
  /** The side that claims; told by a coordinator, otherwise the own one. */
  claimant: side.optional(),
  statement: statementText,
  amountYen: yen.nullable().default(null),
  seats: z.union([z.literal(3), z.literal(5)]).default(3),
});

export const disputesApi = {
  willingness: endpoint({
    method: 'GET',
    path: '/council/willingness',
    access: 'dispute:serve',
    summary:
      'Whether the own account serves on panels, and what its company or body told of its group and bank',
    response: councilWillingness,
  }),
  setWillingness: endpoint({
    method: 'PUT',
    path: '/council/willingness',
    access: 'dispute:serve',
    summary:
      'Says until when the own account serves on panels; without a day it does not. Ties: of its company or body. ' +
      'Errors: dispute/ties-needed, dispute/branch-needed',
    body: z.object({ until: day.nullable(), ties: organisationTies.nullable().default(null) }),
    response: councilWillingness,
  }),
  list: endpoint({
    method: 'GET',
    path: '/disputes',
    access: 'dispute:read',
    summary: 'Disputes that the viewer takes part in or keeps going',
    query: pageQuery.extend({ open: z.stringbool().optional() }),
    response: pageOf(disputeCard),
  }),
  ofRoom: endpoint({
    method: 'GET',
    path: '/rooms/:id/disputes',
    access: 'negotiation:read',
    summary: 'The disputes of a room, for its parties and coordinators',
    params: byId,
    response: z.object({
      items: z.array(disputeCard),
      can: z.object({ open: z.boolean() }),
      viewer: z.enum(['owner', 'candidate', 'coordinator']),
      tiesTold: z.boolean(),
    }),
  }),
  open: endpoint({
    method: 'POST',
    path: '/rooms/:id/disputes',
    access: 'dispute:open',
    creates: true,
    summary:
      'Opens a dispute, one of each side at a time, and commits to the seed of its lot. Errors: dispute/open-already, dispute/withdrawn-after-lot',
    params: byId,
    body: disputeOpening,
    response: dispute,
  }),
  get: endpoint({
    method: 'GET',
    path: '/disputes/:id',
    access: 'dispute:read',
    summary: 'A dispute as the viewer may see it',
    params: byId,
    response: dispute,
  }),
  state: endpoint({
    method: 'POST',
    path: '/disputes/:id/statements',
    access: 'dispute:open',
    creates: true,
    summary:
      "A side's statement; the other side's first one is its answer, after which candidates are listed",
    params: byId,
    body: z.object({ text: statementText }),
    response: dispute,
  }),
  relist: endpoint({
    method: 'POST',
    path: '/disputes/:id/list',
    access: 'dispute:open',
    summary: 'Looks again for enough candidates where there were too few. Error: dispute/too-few',
    params: byId,
    response: dispute,
  }),
  draw: endpoint({
    method: 'POST',
    path: '/disputes/:id/draw',
    access: 'dispute:open',
    summary: 'Draws the lot; the addition is 32 random bytes of whoever draws, in hex',
    params: byId,
    body: z.object({ addition: hex64 }),
    response: dispute,
  }),
  lots: endpoint({
    method: 'GET',
    path: '/disputes/:id/lots.json',
    access: 'dispute:read',
    summary: 'All that is needed to draw the lots again and compare',
    params: byId,
    response: file('application/json'),
  }),
  accept: endpoint({
    method: 'POST',
    path: '/disputes/:id/seat/accept',
    access: 'dispute:serve',
    summary:
      'Who was drawn takes the seat and declares to have no interest in either side. Errors: dispute/conflict-arisen, ' +
      'dispute/ties-needed',
    params: byId,
    body: z.object({ noConflict: z.literal(true) }),
    response: dispute,
  }),
  decline: endpoint({
    method: 'POST',
    path: '/disputes/:id/seat/decline',
    access: 'dispute:serve',
    summary: 'Who was drawn declines, or a member whom a side has tied leaves; the next one is asked',
    params: byId,
    body: z.object({ code: seatDecline }),
  }),
  challenge: endpoint({
    method: 'POST',
    path: '/disputes/:id/challenges',
    access: 'dispute:open',
    summary:
      'A side has a member replaced, with a reason: once, and wherever the other side has made a tie to the member. ' +
      'Errors: dispute/challenged-already',
    params: byId,
    body: z.object({ seatId: id, reason: line(500) }),
    response: dispute,
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/disputes/:id/withdraw',
    access: 'dispute:open',
    summary: 'The claiming side takes it back, with a reason',
    params: byId,
    body: z.object({ reason: prose(500) }),
    response: dispute,
  }),
};
