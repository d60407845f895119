import type { TestApp } from '../app.js';
import type { Client } from '../client.js';
import { aPublishedOrder, type Firm } from '../orders.js';
import { agrees, aDoer, aDraftTeam, asked, twoSteps } from '../teams.js';

/** A team of each kind, and an order that has none yet; `left`: one in which the firm itself has consented. */
export async function someTeams(
  app: TestApp,
  { broker, firm, supplier }: { broker: Client; firm: Firm; supplier: Firm },
) {
  await aDoer(app, { turning: 5 });
  await aDoer(app, { plating: 3 });
  const order = await aPublishedOrder(firm, { requirements: twoSteps });
  const draft = await aDraftTeam(broker, firm);
  const waiting = await asked(broker, await aDraftTeam(broker, firm));
  await app.resources.database.query(
    `update company set processes = '[{"code": "turning"}]', process_codes = '{turning}' where id = $1`,
    [firm.id],
  );
  const left = await asked(broker, await aDraftTeam(broker, supplier, [firm.id]));
  await agrees(broker, left, firm);
  return { order, draft, waiting, left };
}

/** Requests of everything about teams. */
export function teamRequests({
  order,
  draft,
  waiting,
  left,
}: Awaited<ReturnType<typeof someTeams>>): Record<string, object> {
  const drafted = { params: { id: draft.id }, version: draft.version };
  const answered = { params: { id: waiting.id } };
  return {
    'teams.outlook': { params: { id: order.id } },
    'teams.compose': { body: { orderId: order.id } },
    'teams.get': answered,
    'teams.standIns': answered,
    'teams.recompose': { ...drafted, body: {} },
    'teams.ask': { ...drafted, body: { reason: '工程を分けるため' } },
    'teams.consent': answered,
    'teams.decline': { ...answered, body: { code: 'price', text: '' } },
    'teams.leave': { params: { id: left.id }, body: { code: 'capacity', text: '' } },
    'teams.end': { ...answered, body: { reason: '見直し' } },
  };
}
