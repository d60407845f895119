import type {
  ConflictCode,
  CouncilLot as LotDto,
  Dispute as DisputeDto,
  DisputeViewer,
  PanelSeat,
} from '#contracts/disputes.js';
import type { Actor } from '#platform/auth/index.js';
import { formatOf } from './council/lot-record.js';
import type { Untold } from './council/willingness.service.js';
import type { CouncilLot, CouncilSeat, Dispute } from './dispute.entity.js';
import * as policy from './dispute.policy.js';
import { quorumOf } from './votes/tally.js';
import * as council from './votes/vote.policy.js';

export interface PersonName {
  readonly name: string;
  readonly organisation: string;
}

/** All that a dispute's page is made of. */
export interface DisputeParts {
  readonly dispute: Dispute;
  readonly seats: readonly CouncilSeat[];
  readonly lots: readonly CouncilLot[];
  readonly statements: DisputeDto['statements'];
  readonly people: ReadonlyMap<string, PersonName>;
  readonly parties: DisputeDto['parties'];
  readonly untold: Untold;
  /** How many entries, sealed and opened votes there are. */
  readonly counts: { readonly evidence: number; readonly sealed: number; readonly opened: number };
  readonly own: council.OwnPart;
  readonly opinions: DisputeDto['opinions'];
  readonly compliance: DisputeDto['compliance'];
}

type Who = Pick<Actor, 'userId' | 'role'>;

/** A dispute as one viewer may see it. */
export function disputeView(actor: Who, viewer: DisputeViewer, parts: DisputeParts): DisputeDto {
  const { dispute, seats, lots, people } = parts;
  const reads = policy.mayRead(viewer);
  const challenged = policy.challengersOf(seats);
  const own = seats.find(({ userId, state }) => userId === actor.userId && state === 'accepted');
  const nameOf = (userId: string | null) => (userId && people.get(userId)?.name) ?? '';
  return {
    ...{ id: dispute.id, no: dispute.no, title: dispute.title, kind: dispute.kind, state: dispute.state },
    roomId: viewer === 'owner' || viewer === 'candidate' || viewer === 'coordinator' ? dispute.roomId : null,
    amountYen: reads ? dispute.amountYen : null,
    ...{ seats: dispute.seats, claimant: dispute.claimant, parties: parts.parties },
    openedBy: reads ? nameOf(dispute.openedBy) : '',
    ...{ untold: parts.untold.sides, untoldPartners: parts.untold.partners },
    viewer,
    step: policy.stepOf(viewer, dispute, actor) ?? council.councilStepOf(viewer, dispute, parts.own),
    dueAt: dueOf(actor, viewer, parts)?.toISOString() ?? null,
    statements: reads ? parts.statements : [],
    lots: viewer === 'asked' ? [] : lots.map((lot) => lotView(lot, nameOf(lot.drawnBy))),
    panel: seats.flatMap((seat) => seatView({ actor, viewer, dispute }, seat, people)),
    challenged,
    ...councilView(viewer, parts),
    // Of a settled one older rows hold what was settled, which not everybody who reads may see.
    endReason: reads && dispute.state !== 'settled' ? dispute.endReason : '',
    version: dispute.version,
    createdAt: dispute.createdAt.toISOString(),
    can: {
      answer: policy.canAnswer(viewer, dispute),
      state: policy.canState(viewer, dispute),
      relist: policy.canRelist(viewer, dispute, actor),
      draw: policy.canDraw(viewer, dispute),
      accept: policy.canAccept(viewer, dispute),
      challenge: policy.canChallenge(viewer, dispute, challenged),
      stepDown: policy.canStepDown(viewer, dispute, own),
      withdraw: policy.canWithdraw(viewer, dispute),
      readLot: viewer !== 'asked' && lots.some(({ drawnAt }) => drawnAt !== null),
      ...councilCan(viewer, parts),
    },
  };
}

/** What the office sees of votes and decision are numbers: contents are for the sides, the coordinator and the panel. */
function councilView(viewer: DisputeViewer, { dispute, counts, own, opinions, compliance }: DisputeParts) {
  const reads = policy.mayRead(viewer);
  const { state, seats, outcome, decision, ready } = dispute;
  const votes = {
    ...{ sealed: counts.sealed, opened: counts.opened, needed: quorumOf(seats) },
    own: viewer === 'member' ? own.vote : null,
    ownCommitment: viewer === 'member' ? own.commitment : null,
  };
  const hasVotes = counts.sealed > 0 || state === 'voting';
  return {
    evidence: reads ? counts.evidence : 0,
    ...{ ready: reads ? [...ready] : [], votes: hasVotes && viewer !== 'asked' ? votes : null },
    // What votes came to that no opinion followed from is nobody's opinion.
    outcome: reads && (state === 'deciding' || state === 'decided') ? outcome : null,
    decision: reads ? decision : null,
    opinions: reads && decision ? [...opinions] : [],
    compliance: reads ? [...compliance] : [],
    settlement: policy.sideOf(viewer) !== null || viewer === 'coordinator' ? settlementView(dispute) : null,
  };
}

const settlementView = (dispute: Dispute): DisputeDto['settlement'] =>
  dispute.settlement && {
    ...dispute.settlement,
    sha256: policy.settlementHash(dispute) ?? '',
    confirmed: dispute.settlement.confirmed ?? null,
  };

const councilCan = (viewer: DisputeViewer, { dispute, own }: DisputeParts) => ({
  readEvidence: policy.canReadEvidence(viewer, dispute),
  choose: council.canChoose(viewer, dispute),
  ready: council.canBeReady(viewer, dispute),
  readVotes: council.canReadVotes(viewer, dispute),
  opine: council.canOpine(viewer, dispute, own),
  settle: council.canSettle(viewer, dispute),
  confirmSettlement: council.canConfirmSettlement(viewer, dispute),
  export: council.canExport(viewer),
});

const dueOf = (actor: Who, viewer: DisputeViewer, { dispute, seats }: DisputeParts): Date | null =>
  viewer === 'asked' ? (seats.find(({ userId }) => userId === actor.userId)?.dueAt ?? null) : dispute.dueAt;

/** Of a lot that is not drawn the seed stays secret; who was left out is told by numbers alone. */
function lotView(lot: CouncilLot, drawnBy: string): LotDto {
  const isDrawn = lot.drawnAt !== null;
  const counts = new Map<ConflictCode, number>();
  for (const { code } of lot.excluded) counts.set(code, (counts.get(code) ?? 0) + 1);
  return {
    ...{ no: lot.no, format: formatOf(lot), seats: lot.seats },
    ...{ commitment: lot.commitment, seed: isDrawn ? lot.seed : null },
    committedAt: lot.committedAt.toISOString(),
    ...{ candidates: lot.candidates?.length ?? null, listHash: lot.listHash },
    excluded: [...counts].map(([code, count]) => ({ code, count })),
    listedAt: lot.listedAt?.toISOString() ?? null,
    ...{ untold: [...lot.untold], untoldPartners: lot.untoldPartners },
    addition: isDrawn ? lot.addition : null,
    drawnBy: drawnBy || null,
    drawnAt: lot.drawnAt?.toISOString() ?? null,
  };
}

/** Members are named once they have accepted; whoever is asked or did not take the seat only to themselves. */
function seatView(
  { actor, viewer, dispute }: { actor: Who; viewer: DisputeViewer; dispute: Dispute },
  seat: CouncilSeat,
  people: DisputeParts['people'],
): PanelSeat[] {
  const isOwn = seat.userId === actor.userId;
  if (viewer === 'asked' && !isOwn) return [];
  const reads = policy.mayRead(viewer);
  const isNamed = isOwn || policy.tookSeat(seat);
  const person = isNamed ? people.get(seat.userId) : undefined;
  return [
    {
      ...{ id: seat.id, rank: seat.rank, state: seat.state, isOwn },
      ...{ userId: isNamed ? seat.userId : null, name: person?.name ?? null },
      organisation: person?.organisation ?? null,
      isChair: seat.state === 'accepted' && seat.userId === dispute.chairId,
      decline: seat.decline,
      challengedBy: reads ? seat.challengedBy : null,
      challengeReason: reads ? seat.challengeReason : '',
      tiedBy: reads ? [...seat.tiedBy] : [],
      mayReplace: policy.canReplace(viewer, dispute, seat),
      dueAt: seat.state === 'asked' ? seat.dueAt.toISOString() : null,
    },
  ];
}
