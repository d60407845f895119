import type { Endpoint } from '#contracts/endpoint.js';
import { api } from '#contracts/index.js';
import { introductionsApi, type Introduction } from '#contracts/introductions.js';
import type { Order } from '#contracts/orders.js';
import type { TestApp } from './app.js';
import type { Client } from './client.js';
import type { GivenCompany } from './companies.js';
import { sentMails } from './mails.js';
import { aFirm, aPublishedOrder, type Firm } from './orders.js';
import { aBody, aPerson, type TestPerson } from './people.js';

/** A support body, a company that orders, one that supplies, and a published order between them. */
export interface Cast {
  readonly bodyId: string;
  readonly coordinator: TestPerson;
  /** Calls as the coordinator. */
  readonly broker: Client;
  readonly poster: Firm;
  readonly supplier: Firm;
  readonly order: Order;
}

let firms = 0;

/** A company that writes its name, number and telephone into its own texts, as companies do. */
const talkative = (name: string): GivenCompany => {
  firms += 1;
  const phone = `06-7000-${String(firms).padStart(4, '0')}`;
  return {
    name: `株式会社${name}${firms}`,
    nameKana: 'カクウ',
    phone,
    contactName: `${name}窓口${firms}`,
    prefecture: '27',
    summary: `${name}${firms}は旋盤加工の会社です。電話 ${phone}`,
    description: `株式会社${name}${firms}は軸受けの旋盤加工を40年。お問い合わせは${phone}へ。`,
    processes: [{ code: 'turning' } as never],
    awards: [{ title: `${name}${firms}の軸受け`, year: 2025, from: '' }],
  };
};

export async function aCast(app: TestApp, { orderersMayPropose = false } = {}): Promise<Cast> {
  const { database } = app.resources;
  const bodyId = await aBody(database, '試験支援センター', orderersMayPropose);
  const coordinator = await aPerson(database, { role: 'coordinator', bodyId, name: '仲立 次郎' });
  const poster = await aFirm(app, { ...talkative('架空重機'), bodyId, ownerName: `発注 花子${firms}` });
  const supplier = await aFirm(app, {
    ...talkative('架空製作所'),
    bodyId,
    isOrderer: false,
    ownerName: `受注 太郎${firms}`,
  });
  const order = await aPublishedOrder(poster, {
    requirements: [{ id: 'a', level: 'must', kind: 'process', code: 'turning' }],
  });
  return { bodyId, coordinator, broker: app.as(coordinator.cookie), poster, supplier, order };
}

/** The coordinator proposes the supplier for the order. */
export const proposed = (cast: Cast): Promise<Introduction> =>
  cast.broker.ok(introductionsApi.propose, {
    body: {
      kind: 'order',
      subjectId: cast.order.id,
      companyId: cast.supplier.id,
      reason: '加工範囲が合うため',
    },
  });

/** Both sides consent; what follows from it has happened. */
export async function consented(app: TestApp, cast: Cast): Promise<Introduction> {
  const { id } = await proposed(cast);
  for (const side of [cast.poster, cast.supplier])
    await side.api.ok(introductionsApi.consent, { params: { id } });
  await app.settle();
  return cast.broker.ok(introductionsApi.get, { params: { id } });
}

/** A client that keeps all it is answered. */
export function recording(client: Client): Client & { readonly answers: string[] } {
  const answers: string[] = [];
  const call: Client['call'] = async (endpoint, given) => {
    const answer = await client.call(endpoint, given);
    answers.push(answer.bytes.toString('utf8'));
    return answer;
  };
  const ok: Client['ok'] = async (endpoint, given) => {
    const answer = await call(endpoint, given);
    if (answer.status >= 400) throw new Error(`${endpoint.path}: ${answer.bytes.toString('utf8')}`);
    return answer.body;
  };
  return { answers, call, ok };
}

/** What would tell a stranger which company it is, or who its people are. */
export async function secretsOf(app: TestApp, firm: Firm): Promise<string[]> {
  const [row] = await app.resources.database.query<{ phone: string; contact: string }>(
    'select phone, contact_name contact from company where id = $1',
    [firm.id],
  );
  const { id, name, corporateNumber, owner } = firm;
  const bare = name.replace('株式会社', '');
  const people = [owner.id, owner.name, owner.email];
  return [id, name, bare, corporateNumber, row?.phone ?? '', row?.contact ?? '', ...people].filter(Boolean);
}

/** Everybody may look up approved companies by name: that tells nothing of who is behind an order. */
const isDirectory = (context: string) => context === 'companies' || context === 'identity';

/**
 * Reads, as this client, everything that can be read about the given things: every GET endpoint outside the company
 * directory with each of the ids, its list with each of the words. Answers with the texts of all answers.
 */
export async function allThatIsShown(
  client: Client,
  { ids, words }: { ids: string[]; words: string[] },
): Promise<string[]> {
  const reader = recording(client);
  for (const [context, endpoints] of Object.entries(api as Record<string, Record<string, Endpoint>>)) {
    if (isDirectory(context)) continue;
    for (const endpoint of Object.values(endpoints).filter((e) => e.method === 'GET')) {
      const hasIds = endpoint.params !== undefined;
      for (const id of hasIds ? ids : ['']) {
        const kinds = endpoint.path.includes(':kind') ? ['order', 'patent'] : [''];
        const others = { fileId: id, documentId: id, revision: 1, page: 1 };
        for (const kind of kinds) await reader.call(endpoint, { params: { id, kind, ...others } } as object);
      }
      const searches = endpoint.query && 'q' in endpoint.query.shape ? words : [];
      for (const q of searches) await reader.call(endpoint, { query: { q } } as object);
    }
  }
  return reader.answers;
}

/** The first secret in any of the texts, with what stands around it; null where nothing leaks. */
export function leakIn(texts: readonly string[], secrets: readonly string[]): string | null {
  for (const text of texts) {
    const secret = secrets.find((one) => text.includes(one));
    if (secret === undefined) continue;
    const at = text.indexOf(secret);
    return `${secret}: …${text.slice(Math.max(0, at - 150), at + 150)}…`;
  }
  return null;
}

/** The texts of all mails to an address. */
export const mailedTo = (app: TestApp, email: string): string[] =>
  sentMails(app.mailFolder)
    .filter((mail) => mail.to.includes(email))
    .map((mail) => `${mail.subject}\n${mail.text}\n${mail.html}`);
