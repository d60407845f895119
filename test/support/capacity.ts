import { CAPACITY_LINK } from '#companies/capacity/capacity.service.js';
import { signedLink } from '#platform/auth/index.js';
import type { TestApp } from './app.js';

/** The token that a mail to this person carries, which asks for their company's spare capacity. */
export async function aCapacityToken(
  { resources: { database, config } }: Pick<TestApp, 'resources'>,
  userId: string,
): Promise<string> {
  const [ask] = await database.query<{ id: string }>(
    `insert into capacity_ask (company_id, channel, user_id)
     select company_id, 'mail', id from app_user where id = $1 returning id`,
    [userId],
  );
  return signedLink(config.secretKey, CAPACITY_LINK, ask?.id ?? '');
}

/** Requests of everything about spare capacity and fairness, for the company and a link of its own. */
export function capacityRequests(companyId: string, token: string): Record<string, object> {
  const items = [{ process: 'turning', weeks4: 50, weeks8: 50, weeks12: null }];
  return {
    'capacity.read': { params: { token } },
    'capacity.answer': { params: { token }, body: { items } },
    'capacity.asking': { params: { token }, body: { asks: true } },
    'capacity.calls': {},
    'capacity.noteCall': { params: { id: companyId }, body: { items, note: '' } },
    'capacityBalance.balance': {},
    'fairness.shares': {},
    'fairness.unasked': {},
  };
}
