import { randomUUID } from 'node:crypto';
import { councilVotesApi } from '#contracts/council-votes.js';
import { disputesApi, type Dispute, type DisputeKind } from '#contracts/disputes.js';
import { notificationsApi } from '#contracts/notifications.js';
import type { Vote } from '#contracts/sealed-vote.js';
import { DisputesHandlers } from '#disputes/disputes.handlers.js';
import { newSeed } from '#platform/commitment.js';
import type { TestApp } from './app.js';
import type { Client } from './client.js';
import { openTalks, type Talks } from './negotiations.js';
import { aFirm, type Firm } from './orders.js';
import { sealedVote } from './sealed-votes.js';

export const CLAIM = '納品したのに支払われていません';
export const ANSWER = '検収がまだ終わっていません';
export const IN_A_YEAR = new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);

/** A company without dealings whose owner is willing to serve. */
export async function aWillingFirm(app: TestApp, bankBranch = 'none'): Promise<Firm> {
  const name = `中立製作所${randomUUID().slice(0, 4)}`;
  const firm = await aFirm(app, { name, ownerName: `${name} 主` });
  const ties = { groupNumber: 'none', bankBranch } as const;
  await firm.api.ok(disputesApi.setWillingness, { body: { until: IN_A_YEAR, ties } });
  return firm;
}

/** Both sides of a room and its coordinator, with what they call the API as. */
export interface Quarrel extends Talks {
  readonly supplier: Client;
  readonly orderer: Client;
  readonly broker: Client;
}

export async function aQuarrel(app: TestApp): Promise<Quarrel> {
  const talks = await openTalks(app);
  return {
    ...talks,
    supplier: app.as(talks.candidate.cookie),
    orderer: app.as(talks.owner.cookie),
    broker: app.as(talks.coordinator.cookie),
  };
}

export const seen = (client: Client, { id }: Pick<Dispute, 'id'>): Promise<Dispute> =>
  client.ok(disputesApi.get, { params: { id } });

/** The supplier was not paid. */
export const opened = (
  { supplier, roomId }: Pick<Quarrel, 'supplier' | 'roomId'>,
  kind: DisputeKind = 'unpaid',
): Promise<Dispute> =>
  supplier.ok(disputesApi.open, {
    params: { id: roomId },
    body: { kind, statement: CLAIM, amountYen: 1_200_000 },
  });

export const answered = ({ orderer }: Pick<Quarrel, 'orderer'>, { id }: Dispute): Promise<Dispute> =>
  orderer.ok(disputesApi.state, { params: { id }, body: { text: ANSWER } });

export const drawn = (by: Client, { id }: Dispute): Promise<Dispute> =>
  by.ok(disputesApi.draw, { params: { id }, body: { addition: newSeed() } });

export const accepts = (firm: Pick<Firm, 'api'>, { id }: Dispute): Promise<Dispute> =>
  firm.api.ok(disputesApi.accept, { params: { id }, body: { noConflict: true } });

/** Of these firms, those whose owners are asked now. */
export async function askedOf(firms: readonly Firm[], { id }: Dispute): Promise<Firm[]> {
  const views = await Promise.all(firms.map(({ api }) => api.call(disputesApi.get, { params: { id } })));
  return firms.filter((_, i) => views[i]?.status === 200 && views[i]?.body.viewer === 'asked');
}

/** A sealed vote of a member, with what opens it. */
export const says = async (
  { api, owner }: Pick<Firm, 'api' | 'owner'>,
  dispute: Dispute,
  given: Partial<Vote>,
) => {
  const full: Vote = { finding: 'upheld', amountYen: null, reasons: '封をした理由', ...given };
  const { key, sealed } = sealedVote(dispute.id, owner.id, full);
  const view = await api.ok(councilVotesApi.vote, { params: { id: dispute.id }, body: sealed });
  return {
    key,
    view,
    open: () => api.call(councilVotesApi.openVote, { params: { id: dispute.id }, body: { key } }),
  };
};

/** A dispute whose panel is complete: with its members, the chair first. */
export async function heard(app: TestApp, quarrel: Quarrel, firms: readonly Firm[]) {
  const dispute = await opened(quarrel);
  await answered(quarrel, dispute);
  await drawn(quarrel.orderer, dispute);
  const members = await askedOf(firms, dispute);
  for (const member of members) await accepts(member, dispute);
  await app.settle();
  const { panel } = await seen(quarrel.supplier, dispute);
  const chair = panel.find(({ isChair }) => isChair)?.userId;
  return { dispute, members: members.toSorted((a) => (a.owner.id === chair ? -1 : 1)) };
}

export const at = (dispute: Pick<Dispute, 'id'>) => ({ params: { id: dispute.id } });

/** Of what somebody was told, the newest first. */
export const kinds = async (client: Client) =>
  (await client.ok(notificationsApi.list)).items.map(({ kind }) => kind);

/** Changes when something is due, and lets what follows happen. */
export async function passTime(app: TestApp, sql: string, { id }: Pick<Dispute, 'id'>): Promise<void> {
  await app.resources.database.query(sql, [id]);
  await app.app.get(DisputesHandlers, { strict: false }).followDeadlines();
  await app.settle();
}
