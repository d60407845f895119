import type { Requirement } from '#contracts/orders.js';
import { introductionsApi } from '#contracts/introductions.js';
import { teamsApi, type Team } from '#contracts/teams.js';
import type { TestApp } from './app.js';
import type { Client } from './client.js';
import type { GivenCompany } from './companies.js';
import { aFirm, aPublishedOrder, type Firm } from './orders.js';

/** Two steps that few firms do both of. */
export const twoSteps: Requirement[] = [
  { id: 'turning', level: 'must', kind: 'process', code: 'turning' },
  { id: 'plating', level: 'must', kind: 'process', code: 'plating' },
];

/** A firm that does some processes, with the days they take. */
export const aDoer = (
  app: TestApp,
  processes: Record<string, number | null>,
  given: GivenCompany & { ownerName?: string } = {},
): Promise<Firm> =>
  aFirm(app, {
    isOrderer: false,
    processes: Object.entries(processes).map(([code, leadTimeDays]) => ({ code, leadTimeDays }) as never),
    ...given,
  });

export const aDraftTeam = async (broker: Client, poster: Firm, lockedIds: string[] = []): Promise<Team> => {
  const { id: orderId } = await aPublishedOrder(poster, { requirements: twoSteps });
  return broker.ok(teamsApi.compose, { body: { orderId, lockedIds } });
};

export const asked = (broker: Client, { id, version }: Team): Promise<Team> =>
  broker.ok(teamsApi.ask, { params: { id }, version, body: { reason: '工程を分けて受けるため' } });

/** The introduction by which a firm is asked for a team. */
export async function introductionOf(broker: Client, { id }: Pick<Team, 'id'>, firm: Firm): Promise<string> {
  const { members } = await broker.ok(teamsApi.get, { params: { id } });
  const member = members.find(({ company }) => company.id === firm.id);
  return member?.introduction?.id ?? '';
}

export const agrees = async (broker: Client, team: Pick<Team, 'id'>, firm: Firm): Promise<void> => {
  const id = await introductionOf(broker, team, firm);
  await firm.api.ok(introductionsApi.consent, { params: { id } });
};
