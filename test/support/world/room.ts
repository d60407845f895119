import { introductionsApi } from '#contracts/introductions.js';
import { negotiationsApi } from '#contracts/negotiations.js';
import { offersApi } from '#contracts/offers.js';
import { RoomsService } from '#negotiations/rooms.service.js';
import type { TestApp } from '../app.js';
import type { Client } from '../client.js';
import { proposed } from '../introductions.js';
import { aPublishedOrder, type Firm } from '../orders.js';
import { someTerms } from '../terms.js';
import { find, type Caller, type People } from './people.js';

/** A room where everybody of the own side sits, about an order of the firm. */
export async function aRoom(app: TestApp, people: People) {
  const { firm, supplier, ownBody, callers } = people;
  const { person: coordinator, api: broker } = find(callers, 'own coordinator');
  const order = await aPublishedOrder(firm);
  const { id } = await proposed({ bodyId: ownBody, coordinator, broker, poster: firm, supplier, order });
  for (const side of [firm, supplier]) await side.api.ok(introductionsApi.consent, { params: { id } });
  await app.app.get(RoomsService, { strict: false }).open(id);
  const [room] = await app.resources.database.query<{ id: string }>(
    'select id from room where introduction_id = $1',
    [id],
  );
  const params = { id: room?.id ?? '' };
  const add = (who: Client, { person }: Caller) =>
    who.ok(negotiationsApi.addMember, { params, body: { userId: person?.id ?? '' } });
  await add(firm.api, find(callers, 'own company-member'));
  await add(broker, find(callers, 'own secretary'));
  const offer = (who: Firm) => who.api.ok(offersApi.make, { params, body: someTerms() });
  return { params, order, introductionId: id, offer };
}
