import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { orderContent, ordersApi, type Order, type OrderContent } from '#contracts/orders.js';
import { patentContent, patentsApi, type Patent, type PatentContent } from '#contracts/patents.js';
import type { Role } from '#contracts/permissions.js';
import type { TestApp } from './app.js';
import type { Client } from './client.js';
import { aCompany, type GivenCompany, type TestCompany } from './companies.js';
import { aPerson, type TestPerson } from './people.js';

/** A company with its owner; `api` calls as the owner. */
export interface Firm extends TestCompany {
  readonly owner: TestPerson;
  readonly api: Client;
}

/** An approved company that orders and supplies unless told otherwise, with its owner signed in. */
export async function aFirm(app: TestApp, given: GivenCompany & { ownerName?: string } = {}): Promise<Firm> {
  const { ownerName = '試験 太郎', ...company } = given;
  const firm = await aCompany(app.resources.database, { isOrderer: true, isSupplier: true, ...company });
  const owner = await aPerson(app.resources.database, {
    role: 'company-owner',
    companyId: firm.id,
    name: ownerName,
  });
  return { ...firm, owner, api: app.as(owner.cookie) };
}

/** Calls as a new person. */
export const signedIn = async (
  app: TestApp,
  given: { role?: Role; companyId?: string; bodyId?: string; name?: string } = {},
): Promise<Client> => app.as((await aPerson(app.resources.database, given)).cookie);

export const someOrder = (given: Partial<z.input<typeof orderContent>> = {}): OrderContent =>
  orderContent.parse({ title: '軸受けの試作', summary: '回転軸を支える部品', ...given });

export const aDraft = (firm: Firm, given: Partial<z.input<typeof orderContent>> = {}): Promise<Order> =>
  firm.api.ok(ordersApi.create, { body: someOrder(given) });

/** An order of the firm that others may see. */
export async function aPublishedOrder(
  firm: Firm,
  given: Partial<z.input<typeof orderContent>> = {},
): Promise<Order> {
  const { id, version } = await aDraft(firm, given);
  return firm.api.ok(ordersApi.publish, { params: { id }, version });
}

/** Ends an order as its company does. */
export const cancelled = (firm: Firm, { id, version }: Order, reason = '計画の中止'): Promise<Order> =>
  firm.api.ok(ordersApi.cancel, { params: { id }, version, body: { reason } });

export const somePatent = (given: Partial<z.input<typeof patentContent>> = {}): PatentContent =>
  patentContent.parse({ title: '折りたたみ式の運搬台車', effect: '場所を取らない', ...given });

export const aPatentDraft = (
  firm: Firm,
  given: Partial<z.input<typeof patentContent>> = {},
): Promise<Patent> => firm.api.ok(patentsApi.create, { body: somePatent(given) });

/** A patent of the firm that is on offer. */
export async function aPublishedPatent(
  firm: Firm,
  given: Partial<z.input<typeof patentContent>> = {},
): Promise<Patent> {
  const { id, version } = await aPatentDraft(firm, given);
  return firm.api.ok(patentsApi.publish, { params: { id }, version });
}

/** A word that occurs nowhere else. */
export const aWord = (): string => `zq${randomUUID().slice(0, 8)}`;

interface Pages<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

/** Everything that a list gives, page after page. */
export async function allPages<Item>(page: (cursor?: string) => Promise<Pages<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  let next: string | undefined;
  do {
    const answer = await page(next);
    items.push(...answer.items);
    next = answer.nextCursor ?? undefined;
  } while (next !== undefined);
  return items;
}

/** The names of what was recorded about something, oldest first. */
export async function eventsAbout(app: TestApp, subjectId: string): Promise<string[]> {
  const rows = await app.resources.database.query<{ name: string }>(
    'select name from event where subject_id = $1 order by id',
    [subjectId],
  );
  return rows.map((row) => row.name);
}
